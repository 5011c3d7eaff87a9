import { createSchedule, openSlot, type Slot } from '@lotse/calendar/model';
import { addCalendarDays, calendarDayOf, instantAt, type AnswerOf, type Endpoint } from '@lotse/kernel';
import {
  changeWishes,
  declineOffer,
  noWishes,
  offerSlot,
  readCandidates,
  readWaitingList,
  type SaidWishes,
  type WaitingListEntry,
} from '@lotse/waiting-list/model';
import { intakeAt, organisations, referrerAt } from '../county/organisations';
import { serviceId } from '../county/write-counties';
import type { Caller, Sent } from '../replay/caller';
import { seedKeys } from '../replay/replay';

const clinic = intakeAt('wiesenufer');
const service = serviceId('gerontoambulanz');
/** Where somebody waits for whom it would do as well. */
const lists = ['tagesklinik', 'pia'].map(serviceId);
/** The consultation is for people of this age. */
const oldEnough = 61;

/** A free slot that was declined and fits nobody else: one was offered it, one cannot come at that time, one not yet, one not in this way. */
export class SlotThatFitsNobody {
  private count = 0;

  constructor(
    private readonly caller: Caller,
    private readonly now: Date,
  ) {}

  /** The slot is offered; what follows when it is declined is for the worker. Answers how that is done. */
  async run(): Promise<() => Promise<unknown>> {
    const slot = await this.opens();
    const day = calendarDayOf(new Date(slot.startsAt));
    const mornings = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:00', to: '12:00' }));
    const said: readonly Partial<SaidWishes['wishes']>[] = [
      {},
      { windows: mornings },
      { notBefore: addCalendarDays(day, 7) },
      { modes: ['home_visit'] },
    ];
    for (const [index, entry] of (await this.older()).slice(0, said.length).entries()) await this.wouldCome(entry, said[index]!);
    const { candidates } = await this.caller.call(clinic, readCandidates, { params: { id: slot.id } });
    const [first] = candidates;
    if (!first) return () => Promise.resolve();
    const offer = await this.write(clinic, offerSlot, { params: { id: slot.id }, version: slot.version, body: { entryId: first.id } });
    const practice = organisations.find(({ name }) => name === first.referrerName)!;
    const body = { reason: 'time', personReached: true };
    return () => this.write(referrerAt(practice.key), declineOffer, { params: { id: offer.id }, version: 1, body });
  }

  /** In an afternoon of next week, on a working day. */
  private async opens(): Promise<Slot> {
    const body = { name: 'Abklärung, Zimmer 7', kind: 'room' as const, serviceId: service, languages: ['de'] };
    const { id: scheduleId } = await this.write(clinic, createSchedule, { body });
    const today = calendarDayOf(this.now);
    const later = [1, 0, 0, 0, 0, 0, 2][(new Date(`${today}T12:00:00Z`).getUTCDay() + 8) % 7]!;
    const startsAt = instantAt(addCalendarDays(today, 8 + later), '15:00').toISOString();
    return this.write(clinic, openSlot, { body: { scheduleId, startsAt, minutes: 50, mode: 'on_site' } });
  }

  /** From the end of each list: the next offers go on as they did. */
  private async older(): Promise<WaitingListEntry[]> {
    const born = `${Number(calendarDayOf(this.now).slice(0, 4)) - oldEnough}`;
    const found = await Promise.all(lists.map((id) => this.caller.call(clinic, readWaitingList, { params: { id } })));
    return found.flatMap(({ items }) =>
      items.filter(({ state, pause, birthDate }) => state === 'waiting' && !pause && birthDate !== null && birthDate < born).reverse(),
    );
  }

  private wouldCome({ id, shortNotice, minimumNoticeHours, version }: WaitingListEntry, wishes: Partial<SaidWishes['wishes']>) {
    const body = { wishes: { ...noWishes, ...wishes }, shortNotice, minimumNoticeHours, furtherServiceIds: [service] };
    return this.write(clinic, changeWishes, { params: { id }, version, body });
  }

  private write<Contract extends Endpoint>(by: string, contract: Contract, sent: Sent<Contract>): Promise<AnswerOf<Contract>> {
    return this.caller.call(by, contract, { ...sent, key: `${seedKeys}fits-nobody/${++this.count}` });
  }
}
