import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Api, apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import { Control, Failure, Field, injectText, RadioGroup } from '@lotse/client-kit/ui';
import { urgencies, type Urgency } from '@lotse/region/model';
import { decideListCheck, refusedCheckDecision, waysOfTelling, type ListCheck } from '@lotse/waiting-list/model';

type Decision = NonNullable<ListCheck['decision']>;

/** A clinician decides, in their own name. Whoever leaves the list was told how, and has something that follows. */
@Component({
  selector: 'lotse-decide-check',
  imports: [Control, Failure, Field, RadioGroup],
  template: `
    <form class="form" novalidate (submit)="save($event)">
      @if (problem(); as problem) {
        <lotse-failure [problem]="problem" (retry)="save()" />
      }
      <lotse-radio-group
        [label]="t('listCare.decide')"
        [name]="'decision-' + check().id"
        [choices]="choices()"
        [(value)]="decision"
        [error]="attempted() && !decision() ? t('listCare.chooseOne') : null"
      />
      @if (decision() === 'removed') {
        <lotse-radio-group
          [label]="t('listCare.howTold')"
          [name]="'told-' + check().id"
          layout="row"
          [choices]="ways()"
          [(value)]="told"
          [error]="attempted() && !told() ? t('listCare.chooseOne') : null"
        />
        <lotse-field
          [label]="t('listCare.wayForward')"
          [hint]="t('listCare.wayForwardHint')"
          name="wayForward"
          [error]="attempted() && !wayForward().trim() ? t('listCare.wayForwardMissing') : null"
        >
          <textarea
            lotseControl
            rows="2"
            maxlength="1000"
            [value]="wayForward()"
            (input)="wayForward.set($any($event.target).value)"
          ></textarea>
        </lotse-field>
      }
      @if (decision() === 'urgency_changed') {
        <lotse-radio-group
          [label]="t('listCare.newUrgency')"
          [name]="'urgency-' + check().id"
          layout="grid"
          [choices]="bands()"
          [(value)]="urgency"
          [error]="attempted() && !urgency() ? t('listCare.chooseOne') : null"
        />
      }
      <lotse-field [label]="t('listCare.note')" name="note" [optional]="true" [problem]="problem()">
        <textarea lotseControl rows="2" maxlength="1000" [value]="note()" (input)="note.set($any($event.target).value)"></textarea>
      </lotse-field>
      <div class="cluster">
        <button type="submit" class="button is-filled" [attr.aria-disabled]="busy() || null">{{ t('listCare.act.saveDecision') }}</button>
        <button type="button" class="button" (click)="put.emit()">{{ t('listCare.act.cancel') }}</button>
      </div>
    </form>
  `,
  host: { class: 'panel' },
})
export class DecideCheck {
  protected readonly t = injectText();
  private readonly api = inject(Api);

  readonly check = input.required<ListCheck>();
  readonly done = output<ListCheck>();
  /** Put away without a decision. */
  readonly put = output<void>();
  readonly stale = output<void>();

  protected readonly decision = signal<string | null>(null);
  protected readonly told = signal<string | null>(null);
  protected readonly urgency = signal<string | null>(null);
  protected readonly wayForward = signal('');
  protected readonly note = signal('');
  protected readonly attempted = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  protected readonly choices = computed(() => {
    const fitting: readonly Decision[] = this.check().answer === 'remove' ? ['kept', 'removed'] : ['kept', 'urgency_changed'];
    return fitting.map((value) => ({ value, label: this.t(`listCare.decision.${value}`), hint: this.t(`listCare.decides.${value}`) }));
  });
  protected readonly ways = computed(() => waysOfTelling.map((value) => ({ value, label: this.t(`listCare.told.${value}`) })));
  protected readonly bands = computed(() =>
    urgencies.filter((value) => value !== 'emergency').map((value) => ({ value, label: this.t(`waitingList.urgency.${value}`) })),
  );

  protected async save(event?: Event): Promise<void> {
    event?.preventDefault();
    this.attempted.set(true);
    const decision = this.decision() as Decision | null;
    if (this.busy() || !decision) return;
    const body = this.body(decision);
    if (refusedCheckDecision(this.check(), body)) return;
    this.busy.set(true);
    this.problem.set(undefined);
    const { id, version } = this.check();
    try {
      this.done.emit(await this.api.send(decideListCheck, { params: { id }, body, version }));
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
      if (this.problem()?.code === 'version-stale') this.stale.emit();
    } finally {
      this.busy.set(false);
    }
  }

  private body(decision: Decision) {
    return {
      decision,
      told: (decision === 'removed' ? this.told() : undefined) as ListCheck['told'] & string,
      wayForward: (decision === 'removed' && this.wayForward().trim()) || undefined,
      urgency: (decision === 'urgency_changed' ? this.urgency() : undefined) as Exclude<Urgency, 'emergency'> | undefined,
      note: this.note().trim() || undefined,
    };
  }
}
