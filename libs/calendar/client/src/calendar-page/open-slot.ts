import { Component, computed, inject, input, linkedSignal, model, output, signal } from '@angular/core';
import { openSlot, overbookSlot, type Schedule, type Slot } from '@lotse/calendar/model';
import { Api, apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import {
  clockText,
  Control,
  DayField,
  Dialog,
  Field,
  type FoundError,
  injectText,
  Language,
  Notice,
  ProblemSummary,
  RadioGroup,
  Toasts,
} from '@lotse/client-kit/ui';
import { AbsenceHint } from '../absences/absence-hint';
import { injectSlotTexts } from '../slot-texts';
import { MoreAboutSlot } from './more-about-slot';
import { OverbookField } from './overbook-field';
import { clashText } from './clash-text';
import { bodyOf, endOf, errorsIn, firstForm, nextForm, type SlotForm } from './slot-form';
import { SlotTimes } from './slot-times';

const modes = ['on_site', 'video', 'phone', 'home_visit'] as const;

/** Enters a slot; several in a row without leaving the dialog. */
@Component({
  selector: 'lotse-open-slot',
  imports: [AbsenceHint, Control, DayField, Dialog, Field, MoreAboutSlot, Notice, OverbookField, ProblemSummary, RadioGroup, SlotTimes],
  template: `
    <lotse-dialog [(open)]="open" [heading]="t('calendar.open.heading')">
      @if (open()) {
        @if (schedules().length === 0) {
          <p>{{ t('calendar.open.noSchedules') }}</p>
        } @else {
          <form class="form" id="open-slot" novalidate (submit)="save($event, false)">
            <div role="status">
              @if (lastSaved(); as slot) {
                <lotse-notice tone="done"
                  ><p>{{ t('calendar.open.savedAndNext', { slot: texts.whole(slot) }) }}</p></lotse-notice
                >
              }
            </div>
            <lotse-problem-summary [problem]="shownProblem()" [errors]="errors()" />
            <lotse-field [label]="t('calendar.open.schedule')" name="scheduleId" [problem]="problem()" [error]="errorOf('scheduleId')">
              <select lotseControl (change)="set({ scheduleId: $any($event.target).value })">
                <option value="">{{ t('calendar.open.choose') }}</option>
                @for (one of schedules(); track one.id) {
                  <option [value]="one.id" [selected]="one.id === form().scheduleId">{{ one.name }} · {{ one.serviceName }}</option>
                }
              </select>
            </lotse-field>
            <lotse-day-field
              [label]="t('calendar.open.day')"
              name="day"
              [error]="errorOf('day')"
              [value]="form().day"
              (valueChange)="set({ day: $event })"
            />
            <lotse-absence-hint
              [day]="form().day"
              [scheduleIds]="[form().scheduleId]"
              [schedules]="schedules()"
              [means]="t('calendar.absence.meansForNew')"
            />
            <lotse-slot-times
              [time]="form().time"
              [minutes]="form().minutes"
              [hint]="t('calendar.open.timeHint')"
              [problem]="problem()"
              [errorOf]="errorOf"
              (said)="set($event)"
            />
            <lotse-overbook-field
              [label]="t('calendar.overbook.label')"
              [problem]="problem()"
              [reason]="form().overbookReason ?? ''"
              (reasonChange)="set({ overbookReason: $event })"
            />
            @if (ends(); as ends) {
              <p class="muted">{{ t('calendar.open.ends', { time: ends }) }}</p>
            }
            <lotse-radio-group
              [label]="t('calendar.open.mode')"
              name="mode"
              layout="row"
              [choices]="modes()"
              [value]="form().mode"
              (valueChange)="set({ mode: $event ?? '' })"
              [problem]="problem()"
            />
            <lotse-more-about-slot
              [of]="form()"
              [schedules]="schedules()"
              [scheduleId]="form().scheduleId"
              [problem]="problem()"
              [errorOf]="errorOf"
              (said)="set($event)"
            />
          </form>
        }
      }
      <ng-container dialogActs>
        <button type="button" class="button not-on-phone" (click)="open.set(false)">{{ t('calendar.open.cancel') }}</button>
        @if (schedules().length > 0) {
          <button type="button" class="button" [attr.aria-disabled]="busy() || null" (click)="save($event, true)">
            {{ t('calendar.open.saveAndNext') }}
          </button>
          <button type="submit" form="open-slot" class="button is-filled" [attr.aria-disabled]="busy() || null">
            {{ t('calendar.open.save') }}
          </button>
        }
      </ng-container>
    </lotse-dialog>
  `,
})
export class OpenSlot {
  protected readonly t = injectText();
  protected readonly texts = injectSlotTexts();
  private readonly api = inject(Api);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);

  readonly open = model(false);
  readonly schedules = input.required<readonly Schedule[]>();
  /** The calendar that is looked at, if only one is. */
  readonly schedule = input<string>();
  readonly monday = input.required<string>();
  /** Where somebody has drawn a slot with the pointer. */
  readonly drawn = input<Partial<SlotForm>>();
  readonly opened = output<Slot>();

  /** What is typed stays until the week or the calendar changes. */
  protected readonly form = linkedSignal<SlotForm>(() => ({
    ...firstForm(this.monday(), this.schedule() || onlyOne(this.schedules())),
    ...this.drawn(),
  }));
  /** The slot before the one that is being entered; a toast would lie behind the dialog. */
  protected readonly lastSaved = linkedSignal<boolean, Slot | undefined>({ source: this.open, computation: () => undefined });
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly errors = signal<readonly FoundError[]>([]);
  protected readonly modes = computed(() => modes.map((mode) => ({ value: mode, label: this.t(`calendar.mode.${mode}`) })));
  protected readonly ends = computed(() => {
    const end = endOf(this.form());
    return end && clockText(end, this.language.current());
  });
  /** A collision stands at its field, with the slot it is about; the summary leads there. */
  protected readonly shownProblem = computed(() =>
    this.problem()?.code === 'slot-overlaps' && this.errors().length > 0 ? undefined : this.problem(),
  );

  protected set(change: Partial<SlotForm>): void {
    this.form.update((form) => ({ ...form, ...change }));
  }

  protected errorOf = (name: string): string | undefined => this.errors().find((error) => error.name === name)?.text;

  protected async save(event: Event, andNext: boolean): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    this.problem.set(undefined);
    this.lastSaved.set(undefined);
    this.errors.set(errorsIn(this.form()).map((name) => ({ name, text: this.t(`calendar.open.error.${name}`) })));
    if (this.errors().length > 0) return;
    this.busy.set(true);
    try {
      const [body, reason] = [bodyOf(this.form()), this.form().overbookReason?.trim()];
      const sent = reason ? this.api.send(overbookSlot, { body: { ...body, reason } }) : this.api.send(openSlot, { body });
      this.saved(await sent, andNext);
    } catch (thrown) {
      this.refused(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }

  private saved(slot: Slot, andNext: boolean): void {
    this.form.update(nextForm);
    this.opened.emit(slot);
    this.lastSaved.set(andNext ? slot : undefined);
    if (andNext) return;
    this.open.set(false);
    this.toasts.show(this.t('calendar.open.saved', { slot: this.texts.whole(slot) }));
  }

  private refused(problem: ApiProblem): void {
    const clash = clashText(problem, this.t, this.texts);
    if (clash) this.errors.set([{ name: 'startsAt', text: clash }]);
    this.problem.set(problem);
  }
}

const onlyOne = (schedules: readonly Schedule[]): string => (schedules.length === 1 ? (schedules[0]?.id ?? '') : '');
