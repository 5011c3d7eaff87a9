import { openSlot, readSlot } from '@lotse/calendar/model';
import { createReferral, acceptReferral, acknowledgeReferral, submitReferral, readReferral } from '@lotse/referral/model';
import { recordRelease, revokeRelease } from '@lotse/people/model';
import {
  acceptOffer,
  declineOffer,
  joinWaitingList,
  offerSlot,
  readCandidates,
  readOffers,
  recordNotReached,
} from '@lotse/waiting-list/model';
import { usualOffering } from '@lotse/region/model';
import { Regions } from '@lotse/region/server';
import { testRegionSettings } from '@lotse/server-kit/testing';
import { ExpireOffers } from '../expire-offers/expire-offers';
import { listStory, type ListStory, type WaitingPerson } from '../testing/list-story';
import { WaitingListWorkerModule } from '../waiting-list-worker.module';
import { WhenOfferAccepted } from '../when-offer-accepted';
import { WhenOfferEnded } from '../when-offer-ended';

describe('offers in rounds', () => {
  let story: ListStory;
  beforeEach(async () => void (story = await listStory([WaitingListWorkerModule])));
  afterEach(() => story.server.stop());

  const clinic = () => story.server.as(story.county.intake);
  const practice = () => story.server.as(story.county.gp);
  const states = () =>
    story.database.query<{ state: string; count: number }>('select state, count(*)::int as count from slot_offer group by 1 order by 1');
  const tasks = () => story.database.query<{ kind: string }>(`select kind from task where ended_at is null order by kind`);
  const due = () => story.server.app.get(ExpireOffers).run();
  const cascade = async (name = 'OfferEnded') => story.server.app.get(WhenOfferEnded).react(await story.latest(name));
  const several = (mode: 'parallel' | 'broadcast', person: WaitingPerson, inHours: number) =>
    story.opensSlot(inHours).then((slot) => story.offers(slot, person, { mode }));

  it('asks three at once, says so to each, and the first who accepts has the slot: the others are told and lose nothing', async () => {
    const people = [await story.joins(40), await story.joins(30), await story.joins(20), await story.joins(10)];
    const slot = await story.opensSlot(30);
    await story.offers(slot, people[0]!, { mode: 'parallel' });
    const running = (await practice().get(readOffers)).items;
    expect(running.map(({ mode, asked }) => [mode, asked])).toEqual(Array(3).fill(['parallel', 3]));
    expect(new Set(running.map(({ referralId }) => referralId))).toEqual(new Set(people.slice(0, 3).map(({ referralId }) => referralId)));
    const answers = await Promise.all(running.map(({ id }) => practice().call(acceptOffer, { params: { id }, version: 1 })));
    const told = answers.map(({ status, problem }) => (status === 200 ? 'accepted' : `${status} ${problem.code}`)).sort();
    expect(told).toEqual(['409 offer-superseded', '409 offer-superseded', 'accepted']);
    expect(await states()).toEqual([
      { state: 'accepted', count: 1 },
      { state: 'superseded', count: 2 },
    ]);
    expect(await story.database.query('select id from appointment')).toHaveLength(1);
    const overtaken = (await practice().get(readOffers, { query: { state: 'ended' } })).items.map(({ overtakenBy }) => overtakenBy);
    expect(overtaken.sort()).toEqual(['somebody_faster', 'somebody_faster', null].sort());
    const waiting = await story.database.query(`select id from waiting_list_entry where state = 'waiting'`);
    expect(waiting).toHaveLength(3);
    expect(
      await story.database.query(`select id from outbox_event where name = 'OfferEnded' and payload ->> 'how' = 'superseded'`),
    ).toHaveLength(2);
  });

  it('is true for whoever reads, even when no worker runs and nobody else of the round has answered', async () => {
    const people = [await story.joins(40), await story.joins(30), await story.joins(20)];
    const { id } = await several('parallel', people[0]!, 30);
    await practice().get(acceptOffer, { params: { id }, version: 1 });
    expect((await practice().get(readOffers)).items).toEqual([]);
    expect((await states()).map(({ state }) => state)).toEqual(['accepted', 'superseded']);
  });

  it('whoever of a round does not take it leaves the place to the next in line while the others may still answer', async () => {
    const people: WaitingPerson[] = [];
    for (const days of [60, 50, 40, 30]) people.push(await story.joins(days));
    const slot = await story.opensSlot(30);
    const first = await story.offers(slot, people[0]!, { mode: 'parallel' });
    await practice().get(declineOffer, { params: { id: first.id }, version: 1, body: { reason: 'time' } });
    await Promise.all([cascade(), cascade()]);
    const running = (await practice().get(readOffers)).items;
    expect(running.map(({ asked }) => asked)).toEqual([3, 3, 3]);
    expect(new Set(running.map(({ referralId }) => referralId))).toEqual(new Set(people.slice(1).map(({ referralId }) => referralId)));
    const lanes = await story.database.query(`select distinct lane from slot_offer where state = 'sent' order by lane`);
    expect(lanes).toEqual([{ lane: 1 }, { lane: 2 }, { lane: 3 }]);
    // Whoever came later may have the slot as well; then nobody else is asked any more.
    const late = running.find(({ referralId }) => referralId === people[3]!.referralId)!;
    await practice().get(acceptOffer, { params: { id: late.id }, version: 1 });
    await due();
    await cascade();
    expect((await practice().get(readOffers)).items).toEqual([]);
    expect(await story.database.query('select id from appointment')).toHaveLength(1);
  });

  it('the slot stays held until the last of them has answered; then it goes on, in the way it was offered', async () => {
    const people = [];
    for (const days of [60, 50, 40, 30, 20]) people.push(await story.joins(days));
    const slot = await story.opensSlot(30);
    await story.offers(slot, people[0]!, { mode: 'parallel' });
    const running = (await practice().get(readOffers)).items;
    for (const { id } of running) {
      expect(await clinic().get(readSlot, { params: { id: slot.id } })).toMatchObject({ state: 'held' });
      await practice().get(declineOffer, { params: { id }, version: 1, body: { reason: 'time' } });
    }
    expect(await clinic().get(readSlot, { params: { id: slot.id } })).toMatchObject({ state: 'open' });
    await cascade();
    const next = (await practice().get(readOffers)).items;
    expect(next.map(({ referralId, mode }) => [referralId, mode]).sort()).toEqual(
      people.slice(3).map(({ referralId }) => [referralId, 'parallel']).sort(), // prettier-ignore
    );
  });

  it('asks several only when time is short, and broadcasts to five who can come at short notice', async () => {
    const soon = { minimumNoticeHours: 1 };
    const first = await story.joins(60, soon);
    for (const days of [50, 45, 40, 35, 30]) await story.joins(days, soon);
    await story.joins(55, { shortNotice: false });
    const early = await story.opensSlot(60);
    const refused = await clinic().call(offerSlot, {
      params: { id: early.id },
      version: early.version,
      body: { entryId: first.entryId, mode: 'parallel' },
    });
    expect(refused).toMatchObject({ status: 422, problem: { code: 'offer-mode-too-early', context: { belowHours: 48 } } });
    await several('broadcast', first, 10);
    const running = (await practice().get(readOffers)).items;
    expect(running.map(({ mode, asked, byPhone }) => [mode, asked, byPhone])).toEqual(Array(5).fill(['broadcast', 5, true]));
    await expect(story.database.query(`update slot_offer set lane = 6 where lane = 5`)).rejects.toThrow('slot_offer_lanes');
  });

  describe('with two dates', () => {
    const two = async () => {
      const person = await story.joins(40);
      const [first, second] = [await story.opensSlot(15 * 24), await story.opensSlot(20 * 24)];
      const offer = await story.offers(first, person, { secondSlotId: second.id });
      return { person, first, second, offer };
    };

    it('holds both, and whoever accepts says which; the other goes on its way', async () => {
      const { first, second, offer } = await two();
      const next = await story.joins(10);
      expect(offer.secondSlot).toMatchObject({ id: second.id });
      for (const { id } of [first, second]) expect(await clinic().get(readSlot, { params: { id } })).toMatchObject({ state: 'held' });
      const which = await practice().call(acceptOffer, { params: { id: offer.id }, version: 1 });
      expect(which).toMatchObject({ status: 422, problem: { code: 'which-date' } });
      const accepted = await practice().get(acceptOffer, { params: { id: offer.id }, version: 1, body: { slotId: second.id } });
      expect(accepted).toMatchObject({ state: 'accepted', takenSlotId: second.id });
      expect(await clinic().get(readSlot, { params: { id: second.id } })).toMatchObject({ state: 'taken' });
      await cascade('OfferAccepted');
      const [running] = (await practice().get(readOffers)).items;
      expect(running).toMatchObject({ referralId: next.referralId, slot: { id: first.id } });
    });

    it('is booked once, whichever of the dates is accepted at the same moment', async () => {
      const { first, second, offer } = await two();
      const answers = await Promise.all(
        [first, second, first, second].map(({ id: slotId }) =>
          practice().call(acceptOffer, { params: { id: offer.id }, version: 1, body: { slotId } }),
        ),
      );
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
      expect(await story.database.query('select id from appointment')).toHaveLength(1);
      expect(await story.database.query(`select id from slot where state = 'open'`)).toHaveLength(1);
    });

    it('counts when it is declined by somebody who was spoken to; two of them are looked at, and nobody loses anything', async () => {
      const { person, offer } = await two();
      const decline = (id: string, personReached: boolean) =>
        practice().get(declineOffer, { params: { id }, version: 1, body: { reason: 'time', personReached } });
      expect(await decline(offer.id, true)).toMatchObject({ isReasonable: true, consequence: 'keep' });
      expect(await tasks()).toEqual([]);
      const [third, fourth] = [await story.opensSlot(25 * 24), await story.opensSlot(30 * 24)];
      const again = await story.offers(third, person, { secondSlotId: fourth.id });
      await decline(again.id, true);
      expect(await tasks()).toEqual([{ kind: 'reasonable_offers_declined' }]);
      const [entry] = await story.database.query('select state, cooling_off_until from waiting_list_entry');
      expect(entry).toEqual({ state: 'waiting', cooling_off_until: null });
    });
  });

  describe('what follows', () => {
    it('a reason may ask for time, for a look, or whether help is still needed; at short notice it costs nothing', async () => {
      const person = await story.joins(40);
      const given: [number, string][] = [[20 * 24, 'not_now'], [21 * 24, 'clinician'], [22 * 24, 'found_help'], [60, 'not_now']]; // prettier-ignore
      const consequences = [];
      for (const [hours, reason] of given) {
        await story.database.query('update waiting_list_entry set cooling_off_until = null');
        const offer = await story.offers(await story.opensSlot(hours), person);
        consequences.push((await practice().get(declineOffer, { params: { id: offer.id }, version: 1, body: { reason } })).consequence);
        if (reason === 'not_now' && hours > 100) {
          const slot = await story.opensSlot(40 * 24);
          const seen = await clinic().get(readCandidates, { params: { id: slot.id } });
          expect(seen.excluded.map(({ why }) => why)).toEqual(['cooling_off']);
        }
      }
      expect(consequences).toEqual(['cool_off', 'review', 'withdraw', 'keep']);
      expect(await tasks()).toEqual([{ kind: 'decline_to_review' }, { kind: 'request_still_wanted' }]);
    });

    it('two that were missed in a row are somebody’s work; place and clock stay', async () => {
      const person = await story.joins(40);
      for (const count of [1, 2]) {
        const { id } = await story.offers(await story.opensSlot(300 + count), person);
        await story.letHoldEnd(id);
        await due();
        expect(await tasks()).toHaveLength(count - 1);
      }
      expect(await tasks()).toEqual([{ kind: 'offers_missed' }]);
    });

    it('whoever is not reached is tried again, or given up: then the slot is free and somebody finds a number', async () => {
      const person = await story.joins(40);
      const slot = await story.opensSlot(300);
      const { id } = await story.offers(slot, person);
      const notReached = (version: number, giveUp: boolean) =>
        practice().get(recordNotReached, { params: { id }, version, body: { giveUp } });
      expect(await notReached(1, false)).toMatchObject({ state: 'sent', attempts: 1, version: 2 });
      expect(await notReached(2, true)).toMatchObject({ state: 'undeliverable', attempts: 2 });
      expect(await clinic().get(readSlot, { params: { id: slot.id } })).toMatchObject({ state: 'open' });
      expect(await tasks()).toEqual([{ kind: 'person_unreachable' }]);
      await cascade();
      expect(await tasks()).toEqual([{ kind: 'person_unreachable' }, { kind: 'slot_fits_nobody' }]);
    });

    it('whoever accepts is offered nothing else, here or elsewhere, and where they wait as well somebody looks', async () => {
      const person = await story.joins(40);
      const elsewhere = await alsoWaits(story, person);
      const here = await story.offers(await story.opensSlot(200), person);
      await practice().get(acceptOffer, { params: { id: here.id }, version: 1 });
      const event = await story.latest('OfferAccepted');
      const react = () => story.server.app.get(WhenOfferAccepted).react(event);
      await Promise.all([react(), react()]);
      await react();
      const [other] = await story.database.query('select state, overtaken_by from slot_offer where id = $1', [elsewhere.offerId]);
      expect(other).toEqual({ state: 'superseded', overtaken_by: 'other_appointment' });
      const look = await story.database.query(`select organisation_id, subject_id from task where kind = 'parallel_entry'`);
      expect(look).toEqual([{ organisation_id: story.county.otherClinic, subject_id: elsewhere.referralId }]);
      const referral = await practice().get(readReferral, { params: { id: elsewhere.referralId } });
      expect(referral).toMatchObject({ state: 'waitlisted' });
    });

    it('is asked again at offering: a release that was taken back between looking and offering stops it', async () => {
      const person = await story.joins(40);
      const slot = await story.opensSlot(200);
      await practice().get(revokeRelease, { params: { id: person.releaseId }, version: 1, body: { how: 'phone' } });
      const refused = await clinic().call(offerSlot, { params: { id: slot.id }, version: slot.version, body: { entryId: person.entryId } });
      expect(refused.status).toBe(404);
      expect(await clinic().get(readSlot, { params: { id: slot.id } })).toMatchObject({ state: 'open' });
    });
  });

  describe('while nobody is there to answer', () => {
    /** Open only long after now, whatever the hour: tomorrow and the days after, never today. */
    const opensTomorrow = async () => {
      const today = new Date().getUTCDay() || 7;
      const hours = [1, 2, 3, 4, 5, 6, 7]
        .filter((weekday) => weekday !== today && weekday !== (today % 7) + 1)
        .map((weekday) => ({ weekday, from: '08:00', to: '18:00' }));
      await story.database.query('update organisation set opening_hours = $2 where id = $1', [
        story.county.practice,
        JSON.stringify(hours),
      ]);
      await story.database.query(`update region set settings = $1`, [
        { ...testRegionSettings, land: 'DE-XX', offering: { ...usualOffering, quietHours: null } },
      ]);
      story.server.app.get(Regions, { strict: false }).forget(story.county.regionId);
    };

    it('it waits, is held all the same, goes out exactly once, and only then the practice is told', async () => {
      const person = await story.joins(40);
      await opensTomorrow();
      const slot = await story.opensSlot(20 * 24);
      const offer = await story.offers(slot, person);
      expect(offer).toMatchObject({ state: 'deferred' });
      expect(Date.parse(offer.goesOutAt)).toBeGreaterThan(Date.now());
      expect(Date.parse(offer.expiresAt)).toBeGreaterThan(Date.parse(offer.goesOutAt));
      expect(await story.latest('SlotOffered')).toBeUndefined();
      await due();
      expect((await states()).map(({ state }) => state)).toEqual(['deferred']);
      await story.database.query(`update slot_offer set goes_out_at = now() - interval '1 second'`);
      await Promise.all([due(), due(), practice().get(readOffers)]);
      await due();
      expect(await states()).toEqual([{ state: 'sent', count: 1 }]);
      expect(await story.database.query(`select id from outbox_event where name = 'SlotOffered'`)).toHaveLength(1);
    });

    it('and nobody there answers before the slot begins, nobody can be asked; the list says why', async () => {
      const person = await story.joins(40, { minimumNoticeHours: 1 });
      await opensTomorrow();
      const slot = await story.opensSlot(2);
      const refused = await clinic().call(offerSlot, { params: { id: slot.id }, version: slot.version, body: { entryId: person.entryId } });
      expect(refused).toMatchObject({ status: 422, problem: { code: 'nobody-answers-in-time' } });
      const seen = await clinic().get(readCandidates, { params: { id: slot.id } });
      expect(seen.excluded.map(({ why }) => why)).toEqual(['nobody_answers_in_time']);
    });
  });
});

/** The same person waits at the other clinic as well, and is offered a slot there. */
async function alsoWaits(story: ListStory, person: WaitingPerson): Promise<{ referralId: string; offerId: string }> {
  const { county, server, database } = story;
  const practice = server.as(county.gp);
  const clinic = server.as(county.otherIntake);
  await practice.get(recordRelease, {
    params: { id: person.personId },
    body: {
      recipientOrganisationId: county.otherClinic,
      purpose: 'Abklärung',
      dataParts: ['identity', 'diagnosis'],
      coversHealthData: true,
      form: 'written',
      givenOn: '2026-01-02',
      validUntil: '2099-12-31',
    },
  });
  const content = { reason: 'low_mood', question: 'Bitte um Abklärung', urgency: 'routine' as const, shortNotice: true };
  const { id } = await practice.get(createReferral, { body: { personId: person.personId, serviceId: county.otherService, ...content } });
  await practice.get(submitReferral, { params: { id }, version: 1 });
  await clinic.get(acknowledgeReferral, { params: { id }, version: 2 });
  await clinic.get(acceptReferral, { params: { id }, version: 3 });
  await clinic.get(joinWaitingList, { params: { id }, version: 4 });
  const [entry] = await database.query<{ id: string }>('select id from waiting_list_entry where referral_id = $1', [id]);
  const startsAt = new Date(Date.now() + 300 * 3_600_000).toISOString();
  const slot = await clinic.get(openSlot, { body: { scheduleId: county.otherSchedule, startsAt, minutes: 50, mode: 'on_site' } });
  const offer = await clinic.get(offerSlot, { params: { id: slot.id }, version: slot.version, body: { entryId: entry!.id } });
  return { referralId: id, offerId: offer.id };
}
