import { openSlot, type Slot } from '@lotse/calendar/model';
import { addCalendarDays, calendarDayOf, instantAt, type AnswerOf, type Endpoint } from '@lotse/kernel';
import { createPerson, recordRelease } from '@lotse/people/model';
import { acceptReferral, acknowledgeReferral, createReferral, emptyContent, submitReferral } from '@lotse/referral/model';
import {
  acceptOffer,
  declineOffer,
  joinWaitingList,
  offerSlot,
  readCandidates,
  readOffers,
  recordNotReached,
  type OfferMode,
  type SlotOffer,
} from '@lotse/waiting-list/model';
import type { Client } from 'pg';
import { referrerAt } from '../county/organisations';
import { organisationId, scheduleId, serviceId } from '../county/write-counties';
import type { Caller, Sent } from '../replay/caller';
import { seedKeys } from '../replay/replay';

const clinic = 'intake2@demo.example';
/** Where the people are referred from, and where nobody is today. */
const [openPractice, closedPractice] = ['steinen', 'grenzach'];
const practice = referrerAt(openPractice);
const service = 'psychosomatik';
const schedule = 'Vorgespräch Psychosomatik';
const hour = 3_600_000;
const quarter = hour / 4;
/** All invented. */
const people = [
  ['Weißhaar', 'Leonie', '1994-02-11'],
  ['Trefzger', 'Annika', '1991-07-23'],
  ['Kiefer', 'Selma', '1988-12-05'],
  ['Oßwald', 'Janina', '1996-03-30'],
  ['Rupp', 'Katharina', '1990-09-14'],
  ['Sütterlin', 'Miriam', '1993-05-02'],
  ['Greiner', 'Paula', '1998-10-19'],
  ['Zöllin', 'Teresa', '1989-01-27'],
  ['Hauri', 'Lisa-Marie', '1995-06-08'],
  ['Dörflinger', 'Nadine', '1992-11-16'],
  ['Kuttler', 'Sophia', '1997-04-21'],
  ['Imhof', 'Verena', '1987-08-03'],
] as const;

/** Every way in which a slot is offered and every way in which an offer ends, at the second clinic. On any day, at any hour. */
export class OffersBesides {
  private count = 0;

  constructor(
    private readonly caller: Caller,
    private readonly now: Date,
  ) {}

  async run(owner: Client): Promise<void> {
    for (const [index, person] of people.entries()) await this.waits(openPractice, index, person);
    const [first, other] = [await this.opens(13, '10:00'), await this.opens(17, '14:00')];
    await this.offers(first, 'sequential', other.id);
    await this.offers(await this.opens(1, '14:00'), 'parallel');
    await this.offers(await this.opensSoon(), 'broadcast');
    await this.ended(owner);
    await this.closedToday(owner);
  }

  /** Somebody is faster than others who were asked; one cannot be reached, one asks for time, one does not answer. */
  private async ended(owner: Client): Promise<void> {
    const round = await this.offers(await this.opens(1, '16:00'), 'parallel');
    await this.write(practice, acceptOffer, { params: { id: round.id }, version: 1, body: {} });
    await this.caller.call(clinic, readOffers, {});
    const unreached = await this.offers(await this.opens(9, '10:00'), 'sequential');
    await this.write(practice, recordNotReached, { params: { id: unreached.id }, version: 1, body: { giveUp: true } });
    const declined = await this.offers(await this.opens(12, '10:00'), 'sequential');
    const body = { reason: 'not_now', personReached: true };
    await this.write(practice, declineOffer, { params: { id: declined.id }, version: 1, body });
    const missed = await this.offers(await this.opens(10, '15:00'), 'sequential');
    await owner.query(`update slot_offer set expires_at = now() - interval '1 second' where id = $1`, [missed.id]);
    await this.caller.call(clinic, readOffers, {});
  }

  /** A practice that is closed today: the slot is held for its patient, and the offer goes out when it opens again. */
  private async closedToday(owner: Client): Promise<void> {
    await this.waits(closedPractice, people.length, ['Strohmeier', 'Magdalena', '1985-09-09'], 'very_urgent');
    const weekday = new Date(`${calendarDayOf(this.now)}T12:00:00Z`).getUTCDay();
    const hours = [1, 2, 3, 4, 5].filter((day) => day !== weekday).map((day) => ({ weekday: day, from: '08:00', to: '17:00' }));
    await owner.query('update organisation set opening_hours = $2 where id = $1', [organisationId(closedPractice), JSON.stringify(hours)]);
    await this.offers(await this.opens(6, '11:30'), 'sequential');
  }

  private write<Contract extends Endpoint>(by: string, contract: Contract, sent: Sent<Contract>): Promise<AnswerOf<Contract>> {
    return this.caller.call(by, contract, { ...sent, key: `${seedKeys}offers/${++this.count}` });
  }

  /** A person of the practice stands on the list; can come at short notice. */
  private async waits(
    by: string,
    index: number,
    [familyName, givenName, birthDate]: readonly [string, string, string],
    urgency: 'urgent' | 'very_urgent' = 'urgent',
  ): Promise<void> {
    const practice = referrerAt(by);
    const phone = `07627 000 4${String(index + 10)}`;
    const { id: personId } = await this.write(practice, createPerson, { body: { familyName, givenName, birthDate, phone } });
    const givenOn = calendarDayOf(this.now);
    await this.write(practice, recordRelease, {
      params: { id: personId },
      body: {
        recipientOrganisationId: organisationId('hochrheinblick'),
        purpose: 'Vorgespräch und Behandlung',
        dataParts: ['identity', 'contact', 'diagnosis'],
        coversHealthData: true,
        form: 'written',
        givenOn,
        validUntil: addCalendarDays(givenOn, 365),
      },
    });
    const { serviceId: _, ...content } = emptyContent;
    const said = {
      reason: 'low_mood',
      question: 'Erschöpft seit Monaten, Schlaf gestört. Bitte um ein Vorgespräch.',
      urgency,
    };
    const body = { ...content, ...said, shortNotice: true, minimumNoticeHours: 1, personId, serviceId: serviceId(service) };
    const { id, version } = await this.write(practice, createReferral, { body });
    await this.write(practice, submitReferral, { params: { id }, version, body: {} });
    await this.write(clinic, acknowledgeReferral, { params: { id }, version: version + 1, body: {} });
    await this.write(clinic, acceptReferral, { params: { id }, version: version + 2, body: {} });
    await this.write(clinic, joinWaitingList, { params: { id }, version: version + 3, body: {} });
  }

  private opens(inDays: number, at: string): Promise<Slot> {
    const day = addCalendarDays(calendarDayOf(this.now), inDays);
    // Nobody comes on a weekend.
    const later = [1, 0, 0, 0, 0, 0, 2][new Date(`${day}T12:00:00Z`).getUTCDay()]!;
    return this.opensAt(instantAt(addCalendarDays(day, later), at));
  }

  /** The next of a few usual hours that leaves time to call. */
  private opensSoon(): Promise<Slot> {
    const today = calendarDayOf(this.now);
    const usual = [0, 1].flatMap((days) => ['09:00', '12:00', '17:00'].map((at) => instantAt(addCalendarDays(today, days), at)));
    return this.opensAt(usual.find((at) => at.getTime() > this.now.getTime() + 2 * hour)!);
  }

  /** The plan has slots of its own on these days: then a little later. */
  private async opensAt(startsAt: Date): Promise<Slot> {
    for (let later = 0; ; later += quarter) {
      const begins = new Date(startsAt.getTime() + later).toISOString();
      const body = { scheduleId: scheduleId(service, schedule), startsAt: begins, minutes: 50, mode: 'on_site' as const };
      try {
        return await this.write(clinic, openSlot, { body });
      } catch (error) {
        if (!String(error).includes('slot-overlaps') || later > 6 * hour) throw error;
      }
    }
  }

  /** To whoever is next, and with several at once to those after them. */
  private async offers(slot: Slot, mode: OfferMode, secondSlotId?: string): Promise<SlotOffer> {
    const { candidates } = await this.caller.call(clinic, readCandidates, { params: { id: slot.id } });
    const body = { entryId: candidates[0]!.id, mode, secondSlotId, cascade: false };
    return this.write(clinic, offerSlot, { params: { id: slot.id }, version: slot.version, body });
  }
}
