import { instantAt } from '@lotse/kernel';
import { assistantAt, intakeAt } from '../county/organisations';
import { serviceOf } from '../county/services';
import type { Chance } from '../random';
import type { WorkingTime } from '../working-time';
import type { Deed, PlannedReferral, PlannedSlot } from './deed';
import type { ListInTime } from './list-in-time';
import { offerDeclines } from './phrases';
import type { SlotBook } from './slot-book';

/** What has come of the slots of a service so far. */
export interface ListStory {
  service: string;
  /** Appointments that lie in the past already. */
  past: number;
  /** Offers that the clinic took back. */
  withdrawn: number;
  /** How many slots went to people besides those who are to have an appointment. */
  others: number;
}

const minute = 60_000;
const minutesAfter = (instant: Date, minutes: number) => new Date(instant.getTime() + minutes * minute);

/**
 * Offers of the last weeks: always to whoever was next at the time; some said no, and the slot went to the next. It goes on until everybody
 * who is to have an appointment has one.
 * @param booked the keys of their referrals
 */
export function planOffers(
  { service, past, withdrawn, others }: ListStory,
  list: ListInTime,
  booked: readonly string[],
  { luck, time, book }: { luck: Chance; time: WorkingTime; book: SlotBook },
): Deed[] {
  const mornings = Array.from({ length: 28 }, (_, index) => ({
    day: -15 + Math.floor(index / 2),
    clock: index % 2 === 0 ? '08:40' : '10:50',
  }));
  const deeds: Deed[] = [];
  let [appointments, takenBack, toOthers] = [0, 0, 0];
  const passesBy = (next: PlannedReferral | undefined) => !next || (!booked.includes(next.key) && ++toOthers > others);
  const dayOfSlot = (day: number) => (appointments < past && day <= -6 ? -luck.whole(1, 2) : luck.whole(2, 12));
  for (const { day, clock } of mornings) {
    if (booked.every((key) => list.isPlaced(key))) break;
    const at = minutesAfter(instantAt(time.day(day), clock), luck.between(0, 35));
    const slot = book.slot(service, dayOfSlot(day), true);
    const offers = new OffersOfSlot(service, slot, list, luck);
    if (passesBy(offers.next(at))) continue;
    const isTakenBack = takenBack < withdrawn && appointments > 0;
    const made = isTakenBack ? offers.takenBack(at) : offers.untilSomebodyAccepts(at);
    takenBack += Number(isTakenBack);
    appointments += Number(made.some(({ kind }) => kind === 'acceptOffer'));
    deeds.push({ ...slot, at: minutesAfter(at, -luck.between(6, 40)), by: intakeAt(serviceOf(service).organisation) }, ...made);
  }
  return deeds;
}

/** Once somebody was asked out of turn, with a reason, for a slot that in the end nobody took. They said no, and keep their place. */
export function planOutOfTurn(past: readonly Deed[], service: string, list: ListInTime): Deed[] {
  const wasOffered = new Set(past.flatMap((deed) => (deed.kind === 'offer' ? [deed.slot] : [])));
  const unused = past.find((deed) => deed.kind === 'openSlot' && deed.service === service && deed.isStaged && !wasOffered.has(deed.slot));
  if (unused?.kind !== 'openSlot') throw new Error(`Every slot of ${service} was offered.`);
  const at = minutesAfter(unused.at, 35);
  const referral = list.next({ slot: unused.slot, startsAt: minutesAfter(at, 20 * 24 * 60) }, at, 2);
  if (!referral) throw new Error(`Too few waited for ${service} to ask somebody out of turn.`);
  const [offer, by] = [`${unused.slot}/1`, unused.by];
  const outOfTurn = 'Nur an diesem Tag ist die Dolmetscherin im Haus; die beiden Personen davor brauchen sie nicht.';
  return [
    { kind: 'offer', at, by, offer, slot: unused.slot, referral: referral.key, cascade: false, outOfTurn },
    { kind: 'declineOffer', at: minutesAfter(at, 42), by: assistantAt(referral.referrer), offer, decline: offerDeclines[0]! },
  ];
}

/** The offers of one slot, on one morning. */
class OffersOfSlot {
  private readonly intake: string;

  constructor(
    service: string,
    private readonly slot: PlannedSlot,
    private readonly list: ListInTime,
    private readonly luck: Chance,
  ) {
    this.intake = intakeAt(serviceOf(service).organisation);
  }

  /** Who is next; nobody, when the act would not agree with history about it. */
  next(at: Date): PlannedReferral | undefined {
    const next = this.list.next(this.slot, at);
    return next === this.list.nextInOneGo(this.slot, at) ? next : undefined;
  }

  untilSomebodyAccepts(at: Date): Deed[] {
    const deeds: Deed[] = [];
    let clock = at;
    for (let offers = 1; offers <= 3; offers++) {
      const referral = this.next(clock);
      if (!referral) break;
      const offer = `${this.slot.slot}/${offers}`;
      const answeredAt = minutesAfter(clock, this.luck.between(8, 55));
      const by = this.luck.percent(75) ? assistantAt(referral.referrer) : this.intake;
      const declines = this.luck.percent(24) && offers < 3;
      deeds.push({ kind: 'offer', at: clock, by: this.intake, offer, slot: this.slot.slot, referral: referral.key, cascade: !declines });
      if (!declines) {
        this.list.place(referral);
        return [...deeds, { kind: 'acceptOffer', at: answeredAt, by, offer }];
      }
      deeds.push({ kind: 'declineOffer', at: answeredAt, by, offer, decline: this.luck.one(offerDeclines) });
      this.list.refused(referral, this.slot.slot);
      clock = minutesAfter(answeredAt, this.luck.between(4, 20));
    }
    return deeds;
  }

  takenBack(at: Date): Deed[] {
    const { slot } = this.slot;
    const referral = this.next(at)!;
    const offer = `${slot}/1`;
    const withdrawnAt = minutesAfter(at, this.luck.between(20, 50));
    return [
      { kind: 'offer', at, by: this.intake, offer, slot, referral: referral.key, cascade: true },
      {
        kind: 'withdrawOffer',
        at: withdrawnAt,
        by: this.intake,
        offer,
        reason: 'Die Ärztin ist erkrankt; wir melden uns mit einem neuen Termin.',
      },
      { kind: 'cancelSlot', at: minutesAfter(withdrawnAt, 2), by: this.intake, slot, reason: 'staff_absence' },
    ];
  }
}
