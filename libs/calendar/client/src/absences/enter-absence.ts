import { Component, computed, inject, linkedSignal, model, output, signal } from '@angular/core';
import {
  absenceReasonSchema,
  enterAbsence,
  previewAbsence,
  readSchedules,
  type SlotInAbsence,
  type WrittenAbsence,
} from '@lotse/calendar/model';
import { Api, apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import { Control, DayField, Dialog, Field, type FoundError, injectText, ProblemSummary, RadioGroup, Toasts } from '@lotse/client-kit/ui';
import { SlotsOfAbsence } from './slots-of-absence';

interface Form {
  readonly staffId: string;
  readonly fromDay: string;
  readonly untilDay: string;
  readonly reason: string;
  readonly deputyId: string;
}
const nothing: Form = { staffId: '', fromDay: '', untilDay: '', reason: '', deputyId: '' };

/** Somebody is away: first it is shown what becomes of their slots, then it is entered. */
@Component({
  selector: 'lotse-enter-absence',
  imports: [Control, DayField, Dialog, Field, ProblemSummary, RadioGroup, SlotsOfAbsence],
  template: `
    <lotse-dialog [(open)]="open" [heading]="t('calendar.absence.new')" width="wide">
      @if (open()) {
        <form class="form" id="enter-absence" novalidate (submit)="go($event)">
          <lotse-problem-summary [problem]="problem()" [errors]="errors()" />
          <div class="form-row">
            <lotse-field [label]="t('calendar.absence.who')" name="staffId" [problem]="problem()" [error]="errorOf('staffId')">
              <select lotseControl (change)="set({ staffId: $any($event.target).value })">
                <option value="">{{ t('calendar.open.choose') }}</option>
                @for (one of staff(); track one.id) {
                  <option [value]="one.id" [selected]="one.id === form().staffId">{{ one.name }}</option>
                }
              </select>
            </lotse-field>
            <lotse-field [label]="t('calendar.absence.deputy')" name="deputyId" [problem]="problem()" [optional]="true">
              <select lotseControl (change)="set({ deputyId: $any($event.target).value })">
                <option value="">{{ t('calendar.absence.nobody') }}</option>
                @for (one of staff(); track one.id) {
                  @if (one.id !== form().staffId) {
                    <option [value]="one.id" [selected]="one.id === form().deputyId">{{ one.name }}</option>
                  }
                }
              </select>
            </lotse-field>
          </div>
          <div class="form-row">
            <lotse-day-field
              [label]="t('calendar.absence.from')"
              name="fromDay"
              [problem]="problem()"
              [error]="errorOf('fromDay')"
              [value]="form().fromDay"
              (valueChange)="set({ fromDay: $event })"
            />
            <lotse-day-field
              [label]="t('calendar.absence.until')"
              name="untilDay"
              [problem]="problem()"
              [error]="errorOf('untilDay')"
              [value]="form().untilDay"
              (valueChange)="set({ untilDay: $event })"
            />
          </div>
          <lotse-radio-group
            [label]="t('calendar.absence.reason')"
            [hint]="t('calendar.absence.reasonHint')"
            name="reason"
            layout="row"
            [choices]="reasons()"
            [error]="errorOf('reason')"
            [value]="form().reason"
            (valueChange)="set({ reason: $event ?? '' })"
          />
          <div role="status">
            @if (slots(); as slots) {
              <lotse-slots-of-absence [slots]="slots" [deputyName]="deputyName()" />
            }
          </div>
        </form>
      }
      <ng-container dialogActs>
        <button type="button" class="button" (click)="open.set(false)">{{ t('calendar.open.cancel') }}</button>
        <button type="submit" form="enter-absence" class="button is-filled" [attr.aria-disabled]="busy() || null">
          {{ t(slots() ? 'calendar.absence.save' : 'calendar.absence.look') }}
        </button>
      </ng-container>
    </lotse-dialog>
  `,
})
export class EnterAbsence {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);

  readonly open = model(false);
  readonly entered = output();

  private readonly schedules = this.api.read(readSchedules, () => (this.open() ? {} : undefined));
  /** Whoever has a calendar of their own. */
  protected readonly staff = computed(() => {
    const items = this.schedules.hasValue() ? this.schedules.value().items : [];
    const names = new Map(items.flatMap(({ staffId, staffName }) => (staffId && staffName ? [[staffId, staffName] as const] : [])));
    return [...names].map(([id, name]) => ({ id, name })).sort((one, other) => one.name.localeCompare(other.name));
  });
  protected readonly deputyName = computed(() => this.staff().find(({ id }) => id === this.form().deputyId)?.name);
  protected readonly form = linkedSignal<boolean, Form>({ source: this.open, computation: () => nothing });
  /** What was looked at stays true only as long as nothing is changed. */
  protected readonly slots = linkedSignal<Form, readonly SlotInAbsence[] | undefined>({ source: this.form, computation: () => undefined });
  protected readonly errors = linkedSignal<boolean, readonly FoundError[]>({ source: this.open, computation: () => [] });
  protected readonly problem = linkedSignal<boolean, ApiProblem | undefined>({ source: this.open, computation: () => undefined });
  protected readonly busy = signal(false);
  protected readonly reasons = computed(() =>
    absenceReasonSchema.options.map((value) => ({ value, label: this.t(`calendar.absence.reasons.${value}`) })),
  );

  protected set(change: Partial<Form>): void {
    this.form.update((form) => ({ ...form, ...change }));
  }

  protected errorOf = (name: string): string | undefined => this.errors().find((error) => error.name === name)?.text;

  protected async go(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    const missing = (['staffId', 'fromDay', 'untilDay', 'reason'] as const).filter((name) => this.form()[name] === '');
    this.errors.set(missing.map((name) => ({ name, text: this.t(`calendar.absence.error.${name}`) })));
    if (missing.length > 0) return;
    const { deputyId, ...rest } = this.form();
    const body = { ...rest, reason: rest.reason as WrittenAbsence['reason'], deputyId: deputyId || null };
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      if (this.slots() === undefined) this.slots.set((await this.api.send(previewAbsence, { body })).items);
      else this.saved((await this.api.send(enterAbsence, { body })).items);
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }

  private saved(items: readonly SlotInAbsence[]): void {
    const tasks = items.filter(({ fate }) => fate === 'task').length;
    this.toasts.show(this.t(tasks > 0 ? 'calendar.absence.savedWithTasks' : 'calendar.absence.saved', { count: tasks }));
    this.entered.emit();
    this.open.set(false);
  }
}
