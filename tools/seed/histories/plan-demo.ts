import type { RegionPackage } from '@lotse/region/model';
import { intakeAt, referrerAt } from '../county/organisations';
import { serviceOf } from '../county/services';
import type { InventedPerson } from '../people/invent-people';
import { chance } from '../random';
import { workingTime, type WorkingTime } from '../working-time';
import { calendars, lists, offeredNow } from './calendars';
import type { Deed, Plan, PlannedReferral } from './deed';
import { enquiryDeeds } from './enquiries';
import { ListInTime } from './list-in-time';
import { planCalendar } from './plan-calendar';
import { planCounty, type PlannedCounty } from './plan-county';
import { planOffers, planOutOfTurn } from './plan-offers';
import { questions } from './phrases';
import { planRoutes } from './plan-routes';
import { SlotBook } from './slot-book';
import { loerrach, waldshut, type End } from './stories';

export interface DemoPlan extends Plan {
  people: InventedPerson[];
  /** What was referred, with how far it has come. */
  referrals: PlannedCounty['referrals'];
}

const inOrderOfTime = (deeds: Deed[]): Deed[] => deeds.sort((one, other) => one.at.getTime() - other.at.getTime());

/** Plans everything that happens in the demo counties up to now. The same instant always gives the same plan. */
export function planDemo(regions: { loerrach: RegionPackage; waldshut: RegionPackage }, now: Date): DemoPlan {
  const time = workingTime(now);
  const luck = chance('calendars');
  const book = new SlotBook(luck, time);
  const counties = [planCounty(loerrach, regions.loerrach, time), planCounty(waldshut, regions.waldshut, time)];
  const referrals = counties.flatMap((county) => county.referrals);
  const past = counties.flatMap(({ deeds }) => deeds);
  const listOf = new Map<string, ListInTime>();
  for (const story of lists) {
    const waiting = referrals.filter(({ service }) => service?.key === story.service);
    const list = new ListInTime(waiting, regions.loerrach.settings);
    const booked = waiting.filter(({ end }) => end === 'booked').map(({ key }) => key);
    listOf.set(story.service, list);
    past.push(...planOffers(story, list, booked, { luck, time, book }));
  }
  past.push(...planRoutes(counties[0]!, now));
  past.push(...calendars.flatMap((story) => planCalendar(story, book, luck, time)));
  past.push(...planOutOfTurn(past, 'pia', listOf.get('pia')!));

  const offers = new OffersOfNow(listOf, book, now);
  const today = [...offeredNow.map((service) => offers.offer(service, 12)), ...deskDeeds(counties[0]!, time), ...enquiryDeeds(now)];
  const fresh = [offers.offer('pia', 5), offers.offer('pia', 12), ...freshDeeds(counties[0]!, now)];
  past.push(...offers.opened(time.minutesAgo(180)));
  return { people: counties.flatMap(({ people }) => people), referrals, past: inOrderOfTime(past), today, fresh };
}

/** Offers that run while the demo is looked at: to whoever is next at this moment, for slots later this week or next. */
class OffersOfNow {
  private readonly slots: Deed[] = [];

  constructor(
    private readonly listOf: ReadonlyMap<string, ListInTime>,
    private readonly book: SlotBook,
    private readonly now: Date,
  ) {}

  /** @param workingDay how far away the slot is: beyond two weeks it is held for three days, before that for one */
  offer(service: string, workingDay: number): Deed {
    const by = intakeAt(serviceOf(service).organisation);
    const slot = this.book.slot(service, workingDay, false);
    const list = this.listOf.get(service)!;
    const referral = list.next(slot, this.now)!;
    list.place(referral);
    this.slots.push({ ...slot, at: this.now, by });
    return { kind: 'offer', at: this.now, by, offer: `${slot.slot}/1`, slot: slot.slot, referral: referral.key, cascade: true };
  }

  /** The slots themselves were opened earlier. */
  opened(at: Date): Deed[] {
    return this.slots.map((slot) => ({ ...slot, at }));
  }
}

/** How the clinic that everybody tries first shares its work, and what it has put aside until tomorrow. */
function deskDeeds({ referrals }: PlannedCounty, time: WorkingTime): Deed[] {
  const keys = (end: End) => referrals.filter((referral) => referral.end === end && referral.service?.key === 'pia').map(({ key }) => key);
  const clinic = { at: time.now, by: intakeAt('wiesenufer') };
  const [triaged, accepted] = [keys('in_triage'), keys('accepted')];
  return [
    { ...clinic, kind: 'assign', referrals: [...triaged.slice(0, 3), ...keys('received').slice(0, 2)], to: clinic.by },
    { ...clinic, kind: 'assign', referrals: [...triaged.slice(3, 5), ...accepted.slice(0, 2)], to: 'clinician@demo.example' },
    { ...clinic, kind: 'snooze', referrals: [...accepted.slice(1), ...keys('waiting').slice(-10)], atMost: 3, until: time.day(1) },
  ];
}

/** What the first notices are about: for the practice a question and an acceptance, for the clinic an answer and new referrals. */
function freshDeeds({ referrals }: PlannedCounty, at: Date): Deed[] {
  const find = (end: End, referrer: string, nth = 0): PlannedReferral => {
    const found = referrals.filter((referral) => referral.end === end && referral.referrer === referrer && referral.service?.key === 'pia')[
      nth
    ];
    if (!found) throw new Error(`The stories have no referral from ${referrer} that is ${end}.`);
    return found;
  };
  const clinic = { at, by: intakeAt('wiesenufer') };
  const answered = find('info_requested', 'steinen');
  return [
    { ...clinic, kind: 'requestInfo', referral: find('in_triage', 'brugger').key, question: questions[0]![0], dueOn: dueOnOf(at) },
    { ...clinic, kind: 'accept', referral: find('in_triage', 'brugger', 1).key, note: 'Im Team besprochen, wir rufen diese Woche an.' },
    {
      kind: 'provideInfo',
      at,
      by: referrerAt('steinen'),
      referral: answered.key,
      answer: 'Danke für die Rückfrage: Der Medikationsplan von letzter Woche gilt, Labor ist unauffällig.',
    },
    { kind: 'submit', at, by: referrerAt('steinen'), referral: find('prepared', 'steinen').key },
    { kind: 'submit', at, by: referrerAt('weil'), referral: find('prepared', 'weil').key },
  ];
}

/** In a few days, by the calendar of working days. */
const dueOnOf = (now: Date): string => workingTime(now).day(3);
