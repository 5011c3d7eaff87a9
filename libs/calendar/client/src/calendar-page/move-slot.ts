import { Component, computed, inject, input, linkedSignal, model, output, signal } from '@angular/core';
import { moveSlot, overbookMove, type Schedule, type Slot } from '@lotse/calendar/model';
import { calendarDayOf, clockOfMinutes, instantAt } from '@lotse/kernel';
import { Api, apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import { Control, DayField, Dialog, Field, type FoundError, injectText, ProblemSummary, Toasts } from '@lotse/client-kit/ui';
import { AbsenceHint } from '../absences/absence-hint';
import { injectSlotTexts } from '../slot-texts';
import { minuteOfDay } from '../week/slot-places';
import { clashText } from './clash-text';
import { OverbookField } from './overbook-field';
import { clockOf, errorsIn, type SlotForm } from './slot-form';
import { SlotTimes } from './slot-times';

/** Moves a free slot or gives it another length: by keyboard, or after it was dragged, which only fills this in. */
@Component({
  selector: 'lotse-move-slot',
  imports: [AbsenceHint, Control, DayField, Dialog, Field, OverbookField, ProblemSummary, SlotTimes],
  template: `
    <lotse-dialog [open]="!!slot()" (openChange)="$event || slot.set(undefined)" [heading]="t('calendar.move.heading')" width="narrow">
      @if (slot(); as slot) {
        <form class="form" id="move-slot" novalidate (submit)="save($event, slot)">
          <lotse-problem-summary [problem]="errors().length > 0 ? undefined : problem()" [errors]="errors()" />
          <p>{{ t('calendar.move.from', { slot: texts.whole(slot), schedule: slot.scheduleName }) }}</p>
          @if (slot.places > 1) {
            <p class="muted">{{ t('calendar.move.group', { places: slot.places }) }}</p>
          }
          <lotse-day-field
            [label]="t('calendar.open.day')"
            name="day"
            [error]="errorOf('day')"
            [value]="form().day"
            (valueChange)="set({ day: $event })"
          />
          <lotse-absence-hint [day]="form().day" [scheduleIds]="[form().scheduleId]" [schedules]="schedules()" />
          <lotse-slot-times
            [time]="form().time"
            [minutes]="form().minutes"
            [problem]="problem()"
            [errorOf]="errorOf"
            (said)="set($event)"
          />
          <lotse-overbook-field
            [label]="t('calendar.overbook.moveLabel')"
            [problem]="problem()"
            [reason]="form().overbookReason ?? ''"
            (reasonChange)="set({ overbookReason: $event })"
          />
          <lotse-field [label]="t('calendar.open.schedule')" name="scheduleId" [problem]="problem()">
            <select lotseControl (change)="set({ scheduleId: $any($event.target).value })">
              @for (one of schedules(); track one.id) {
                <option [value]="one.id" [selected]="one.id === form().scheduleId">{{ one.name }} · {{ one.serviceName }}</option>
              }
            </select>
          </lotse-field>
        </form>
      }
      <ng-container dialogActs>
        <button type="button" class="button" (click)="slot.set(undefined)">{{ t('calendar.open.cancel') }}</button>
        <button type="submit" form="move-slot" class="button is-filled" [attr.aria-disabled]="busy() || null">
          {{ t('calendar.move.save') }}
        </button>
      </ng-container>
    </lotse-dialog>
  `,
})
export class MoveSlot {
  protected readonly t = injectText();
  protected readonly texts = injectSlotTexts();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);

  /** The slot that moves; the dialog is open as long as there is one. */
  readonly slot = model<Slot | undefined>();
  /** Where it was dragged to, and how long it is now. */
  readonly to = input<{ readonly day: string; readonly from: number; readonly minutes: number } | undefined>();
  readonly schedules = input.required<readonly Schedule[]>();
  readonly moved = output<Slot>();

  private readonly asked = computed(() => ({ slot: this.slot(), to: this.to() }));
  protected readonly form = linkedSignal<SlotForm>(() => formOf(this.asked().slot, this.asked().to));
  protected readonly problem = linkedSignal<object, ApiProblem | undefined>({ source: this.asked, computation: () => undefined });
  protected readonly errors = linkedSignal<object, readonly FoundError[]>({ source: this.asked, computation: () => [] });
  protected readonly busy = signal(false);

  protected set(change: Partial<SlotForm>): void {
    this.form.update((form) => ({ ...form, ...change }));
  }

  protected errorOf = (name: string): string | undefined => this.errors().find((error) => error.name === name)?.text;

  protected async save(event: Event, slot: Slot): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    const { day, time, minutes, scheduleId, overbookReason } = this.form();
    this.problem.set(undefined);
    this.errors.set(errorsIn(this.form()).map((name) => ({ name, text: this.t(`calendar.open.error.${name}`) })));
    if (this.errors().length > 0) return;
    const body = { startsAt: instantAt(day, clockOf(time)).toISOString(), minutes: Number(minutes), scheduleId };
    this.busy.set(true);
    try {
      const [to, reason] = [{ params: { id: slot.id }, version: slot.version }, overbookReason?.trim()];
      const sent = reason ? this.api.send(overbookMove, { ...to, body: { ...body, reason } }) : this.api.send(moveSlot, { ...to, body });
      const moved = await sent;
      this.toasts.show(this.t('calendar.move.saved', { slot: this.texts.whole(moved) }));
      this.moved.emit(moved);
      this.slot.set(undefined);
    } catch (thrown) {
      const problem = apiProblemOf(thrown);
      const clash = clashText(problem, this.t, this.texts);
      if (clash) this.errors.set([{ name: 'startsAt', text: clash }]);
      this.problem.set(problem);
    } finally {
      this.busy.set(false);
    }
  }
}

function formOf(slot: Slot | undefined, to: { day: string; from: number; minutes: number } | undefined): SlotForm {
  if (!slot) return { scheduleId: '', day: '', time: '', minutes: '', mode: '' };
  const minutes = (Date.parse(slot.endsAt) - Date.parse(slot.startsAt)) / 60_000;
  const place = to ?? { day: calendarDayOf(new Date(slot.startsAt)), from: minuteOfDay(slot.startsAt), minutes };
  return { scheduleId: slot.scheduleId, day: place.day, time: clockOfMinutes(place.from), minutes: String(place.minutes), mode: slot.mode };
}
