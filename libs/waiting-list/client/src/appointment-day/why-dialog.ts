import { Component, computed, inject, input, linkedSignal, model, output, signal } from '@angular/core';
import { Api, apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import { Control, Dialog, Failure, Field, injectText, RadioGroup } from '@lotse/client-kit/ui';
import type { ReasonList } from '@lotse/region/model';
import {
  cancelAppointmentHere,
  cancellingParties,
  missAppointment,
  type Appointment,
  type CancellingParty,
} from '@lotse/waiting-list/model';
import { spokenName } from '../words/spoken-name';
import { wordOfDayAct } from './day-act';
import { DayReasons } from './day-reasons';

/** Why somebody did not come, or who cancels and why. Says what follows before it is done. */
@Component({
  selector: 'lotse-why-dialog',
  imports: [Control, Dialog, Failure, Field, RadioGroup],
  template: `
    <lotse-dialog [(open)]="open" [heading]="t('appointmentDay.why.' + word() + '.heading')" (closing)="closed()">
      @if (open()) {
        @if (problem(); as problem) {
          <lotse-failure [problem]="problem" (retry)="save()" />
        }
        <p>
          <strong>{{ spoken(appointment().personName) }}</strong><br />{{ when() }}
        </p>
        <form class="form" novalidate [id]="form()" (submit)="save($event)">
          @if (act() === 'cancel') {
            <lotse-radio-group
              [label]="t('appointmentDay.why.cancel.by')"
              name="by"
              [choices]="parties()"
              [(value)]="by"
              [problem]="problem()"
              [error]="attempted() && !by() ? t('appointmentDay.chooseOne') : null"
            />
          }
          @if (list()) {
            <lotse-radio-group
              [label]="t('appointmentDay.reason')"
              name="reason"
              layout="grid"
              [choices]="reasons()"
              [(value)]="reason"
              [problem]="problem()"
              [error]="attempted() && !reason() ? t('appointmentDay.chooseOne') : null"
            />
            <lotse-field
              [label]="t('appointmentDay.comment')"
              name="comment"
              [optional]="!commentNeeded()"
              [problem]="problem()"
              [error]="attempted() && commentNeeded() && !comment().trim() ? t('appointmentDay.commentMissing') : null"
            >
              <textarea
                lotseControl
                rows="2"
                maxlength="1000"
                [value]="comment()"
                (input)="comment.set($any($event.target).value)"
              ></textarea>
            </lotse-field>
          }
        </form>
        <p class="muted">{{ t('appointmentDay.why.' + word() + '.consequence') }}</p>
      }
      <ng-container dialogActs>
        <button type="button" class="button" (click)="open.set(false)">{{ t('appointmentDay.back') }}</button>
        <button
          type="submit"
          class="button"
          [class.is-danger]="act() === 'cancel'"
          [class.is-filled]="act() === 'miss'"
          [attr.form]="form()"
          [attr.aria-disabled]="busy() || null"
        >
          {{ t('appointmentDay.why.' + word() + '.save') }}
        </button>
      </ng-container>
    </lotse-dialog>
  `,
})
export class WhyDialog {
  protected readonly t = injectText();
  protected readonly spoken = spokenName;
  private readonly api = inject(Api);
  private readonly county = inject(DayReasons);

  readonly appointment = input.required<Appointment>();
  readonly when = input.required<string>();
  readonly act = input.required<'miss' | 'cancel'>();
  readonly open = model(false);
  readonly done = output<Appointment>();
  /** What was shown is old. */
  readonly stale = output<void>();

  protected readonly word = computed(() => wordOfDayAct(this.act(), this.appointment()));
  private readonly key = computed(() => `${this.appointment().id} ${this.act()}`);
  protected readonly form = computed(() => `why-${this.appointment().id}`);
  protected readonly by = linkedSignal<string, string | null>({ source: this.key, computation: () => null });
  protected readonly reason = linkedSignal<string, string | null>({ source: () => `${this.key()} ${this.by()}`, computation: () => null });
  protected readonly comment = linkedSignal<string, string>({ source: this.key, computation: () => '' });
  protected readonly attempted = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly list = computed<ReasonList | undefined>(() => {
    if (this.act() === 'miss') return 'no_show';
    const by = this.by() as CancellingParty | null;
    return by ? `cancel_by_${by}` : undefined;
  });
  protected readonly reasons = computed(() => this.county.in(this.list() ?? 'no_show'));
  protected readonly commentNeeded = computed(() => this.county.needsComment(this.list() ?? 'no_show', this.reason() ?? ''));
  protected readonly parties = computed(() =>
    cancellingParties.map((value) => ({ value, label: this.t(`appointmentDay.party.${value}`) })),
  );

  protected async save(event?: Event): Promise<void> {
    event?.preventDefault();
    this.attempted.set(true);
    const reason = this.reason();
    if (this.busy() || !reason || (this.commentNeeded() && !this.comment().trim())) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      this.done.emit(await this.send(reason));
      this.open.set(false);
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }

  protected closed(): void {
    if (this.problem()) this.stale.emit();
    this.problem.set(undefined);
    this.attempted.set(false);
  }

  private send(reason: string): Promise<Appointment> {
    const { id, version } = this.appointment();
    const comment = this.comment().trim() || undefined;
    if (this.act() === 'miss') return this.api.send(missAppointment, { params: { id }, body: { reason, comment }, version });
    const by = this.by() as CancellingParty;
    return this.api.send(cancelAppointmentHere, { params: { id }, body: { by, reason, comment }, version });
  }
}
