import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Api, apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import { Control, Dialog, Failure, Field, Icon, injectText, Loaded, PlainDayPipe, State, Toasts } from '@lotse/client-kit/ui';
import { changeExpectedWait, readExpectedWait } from '@lotse/waiting-list/model';
import { careTexts } from './care-texts';

/** What a service says of the wait: `<lotse-expected-wait [serviceId]="list.id" />`. Says beforehand how many are told. */
@Component({
  selector: 'lotse-expected-wait',
  imports: [Control, Dialog, Failure, Field, Icon, Loaded, PlainDayPipe, State],
  template: `
    <button type="button" class="button" (click)="open.set(true)"><lotse-icon name="hourglass" />{{ t('listCare.wait.open') }}</button>
    <lotse-dialog [(open)]="open" [heading]="t('listCare.wait.heading')" (closing)="problem.set(undefined)">
      @if (open()) {
        <lotse-state [of]="wait" [rows]="2" [rowHeight]="64">
          <ng-template [lotseLoaded]="wait" let-now>
            @if (problem(); as problem) {
              <lotse-failure [problem]="problem" (retry)="save()" />
            }
            <form class="form" novalidate id="expected-wait" (submit)="save($event)">
              <p>
                <strong>{{ now.serviceName }}</strong>
              </p>
              <lotse-field [label]="t('listCare.wait.weeks')" [hint]="t('listCare.wait.weeksHint')" name="weeks" [problem]="problem()">
                <input
                  lotseControl
                  class="control is-short"
                  inputmode="numeric"
                  [value]="weeks()"
                  (input)="weeks.set($any($event.target).value)"
                />
              </lotse-field>
              <lotse-field
                [label]="t('listCare.wait.note')"
                [hint]="t('listCare.wait.noteHint')"
                name="note"
                [optional]="true"
                [problem]="problem()"
              >
                <input lotseControl maxlength="200" [value]="note()" (input)="note.set($any($event.target).value)" />
              </lotse-field>
              <p>{{ t('listCare.wait.tells', { count: now.referrers }) }} {{ t('listCare.wait.about', { count: now.entries }) }}</p>
            </form>
            @if (now.earlier.length > 0) {
              <h3 class="section-title">{{ t('listCare.wait.earlier') }}</h3>
              <ul>
                @for (one of now.earlier; track one.at) {
                  <li>
                    {{ one.weeks === null ? t('listCare.wait.unsaid') : t('listCare.wait.said', { count: one.weeks }) }}
                    @if (one.note) {
                      · {{ one.note }}
                    }
                    <span class="cell-sub"
                      >{{ one.at | plainDay }} · {{ one.byName }} · {{ t('listCare.wait.told', { count: one.told }) }}</span
                    >
                  </li>
                }
              </ul>
            }
          </ng-template>
        </lotse-state>
      }
      <ng-container dialogActs>
        <button type="button" class="button" (click)="open.set(false)">{{ t('listCare.act.cancel') }}</button>
        <button type="submit" class="button is-filled" form="expected-wait" [attr.aria-disabled]="busy() || !wait.hasValue() || null">
          {{ t('listCare.wait.save') }}
        </button>
      </ng-container>
    </lotse-dialog>
  `,
  styles: `
    :host {
      display: contents;
    }
  `,
})
export class ExpectedWait {
  protected readonly t = injectText('listCare', careTexts);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);

  readonly serviceId = input.required<string>();
  protected readonly open = signal(false);

  protected readonly wait = this.api.read(readExpectedWait, () => (this.open() ? { params: { id: this.serviceId() } } : undefined));
  protected readonly weeks = signal('');
  protected readonly note = signal('');
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  private readonly said = computed(() => (this.wait.hasValue() ? this.wait.value() : undefined));

  constructor() {
    effect(() => {
      const said = this.said();
      if (!said) return;
      this.weeks.set(said.weeks === null ? '' : String(said.weeks));
      this.note.set(said.note ?? '');
    });
  }

  protected async save(event?: Event): Promise<void> {
    event?.preventDefault();
    const said = this.said();
    if (this.busy() || !said) return;
    this.busy.set(true);
    this.problem.set(undefined);
    const written = this.weeks().trim();
    const body = { weeks: written === '' ? null : Number(written), note: this.note().trim() || null };
    try {
      const { told } = await this.api.send(changeExpectedWait, { params: { id: this.serviceId() }, body, version: said.version });
      this.toasts.show(this.t('listCare.wait.done', { count: told }));
      this.open.set(false);
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }
}
