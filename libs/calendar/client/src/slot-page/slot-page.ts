import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { blockSlot, readSchedules, readSlot, unblockSlot, type Slot } from '@lotse/calendar/model';
import { calendarDayOf } from '@lotse/kernel';
import { Api, apiProblemOf, Live, type ApiProblem } from '@lotse/client-kit/api';
import { Chip, Fact, Failure, Icon, injectText, Loaded, Page, State, Toasts } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { AbsenceHint } from '../absences/absence-hint';
import { CancelSlot } from '../calendar-page/cancel-slot';
import { MoveSlot } from '../calendar-page/move-slot';
import { actsOn } from '../slot-acts';
import { standingOf } from '../slot-standing';
import { injectSlotTexts } from '../slot-texts';

/** `/termine/:slot`: one slot, what is known about it, and everything that can be done with it. */
@Component({
  selector: 'lotse-slot-page',
  imports: [AbsenceHint, CancelSlot, Chip, Fact, Failure, Icon, Loaded, MoveSlot, Page, RouterLink, State],
  templateUrl: './slot-page.html',
  styles: '.slot-acts { margin-block-start: var(--space-5); } lotse-absence-hint { display: block; margin-block-end: var(--space-4); }',
})
export class SlotPage {
  protected readonly t = injectText();
  protected readonly texts = injectSlotTexts();
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly session = inject(CurrentSession);
  private readonly toasts = inject(Toasts);

  readonly slot = input.required<string>();

  protected readonly found = this.api.read(readSlot, () => ({ params: { id: this.slot() } }));
  private readonly own = this.api.read(readSchedules, () => ({}));
  protected readonly schedules = computed(() => (this.own.hasValue() ? this.own.value().items : []));
  protected readonly moving = signal<Slot | undefined>(undefined);
  protected readonly cancelling = signal<Slot | undefined>(undefined);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly busy = signal(false);
  protected readonly standingOf = standingOf;

  constructor() {
    const live = inject(Live);
    for (const subject of ['slot', 'offer']) live.onChange(subject, () => this.found.reload());
  }

  protected actsOf = (slot: Slot) => actsOn(slot, (permission) => this.session.may(permission));
  protected namesOf = ({ resources }: Slot): string => resources.map(({ name }) => name).join(', ');
  protected neededBy = ({ scheduleId, resources }: Slot): string[] => [scheduleId, ...resources.map(({ id }) => id)];
  protected dayOf = ({ startsAt }: Slot): string => calendarDayOf(new Date(startsAt));
  protected languagesOf = ({ languages }: Slot): string =>
    languages.map((code) => new Intl.DisplayNames([this.t('calendar.locale')], { type: 'language' }).of(code) ?? code).join(', ');

  protected async turn(slot: Slot, contract: typeof blockSlot | typeof unblockSlot): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      const { state } = await this.api.send(contract, { params: { id: slot.id }, version: slot.version });
      this.toasts.show(this.t(`calendar.turned.${state === 'blocked' ? 'blocked' : 'open'}`));
      this.found.reload();
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }

  protected readonly block = (slot: Slot) => this.turn(slot, blockSlot);
  protected readonly unblock = (slot: Slot) => this.turn(slot, unblockSlot);

  protected gone(): void {
    void this.router.navigate(['/termine']);
  }
}
