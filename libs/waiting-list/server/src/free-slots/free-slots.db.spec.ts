import { blockSlot, moveSlot, readSlot, type Slot } from '@lotse/calendar/model';
import { createPerson, recordRelease } from '@lotse/people/model';
import { acceptReferral, acknowledgeReferral, createReferral, redirectReferral, submitReferral } from '@lotse/referral/model';
import { addStaff, testCounty, type Caller, type TestStaff } from '@lotse/server-kit/testing';
import { readTasks } from '@lotse/task/model';
import {
  acceptOffer,
  declineOffer,
  joinWaitingList,
  publishSlot,
  readFreeSlots,
  readOffers,
  readWhoWouldFit,
  unpublishSlot,
} from '@lotse/waiting-list/model';
import { listStory, type ListStory, type WaitingPerson } from '../testing/list-story';
import { WaitingListWorkerModule } from '../waiting-list-worker.module';
import { WhenOfferEnded } from '../when-offer-ended';
import { SlotsToPool } from './slots-to-pool';
import { WhenSomebodyMayFit } from './when-somebody-may-fit';

const days = 24;
const terms = {
  purpose: 'Abklärung und Behandlung',
  dataParts: ['identity', 'diagnosis'],
  coversHealthData: true,
  form: 'written',
  givenOn: '2026-01-02',
  validUntil: '2099-12-31',
} as const;

describe('a free slot that fits nobody on its own list', () => {
  let story: ListStory;
  let coordinator: Caller;
  let coordinating: TestStaff;
  beforeEach(async () => {
    story = await listStory([WaitingListWorkerModule]);
    coordinating = await addStaff(story.database, story.county.administrator.organisationId, ['coordinator']);
    coordinator = story.server.as(coordinating);
  });
  afterEach(() => story.server.stop());

  const clinic = () => story.server.as(story.county.intake);
  const other = () => story.server.as(story.county.otherIntake);
  const practice = () => story.server.as(story.county.gp);
  const ofCoordinator = async () => (await coordinator.get(readFreeSlots)).items.map(({ id, publishedAt }) => [id, publishedAt !== null]);
  const seenBy = async (caller: Caller) => (await caller.get(readFreeSlots)).items.map(({ id }) => id);
  const tasks = async () => (await coordinator.get(readTasks, { query: {} })).items.map(({ kind, subjectId }) => [kind, subjectId]);
  const now = (id: string) => clinic().get(readSlot, { params: { id } });
  const publish = async (by: Caller, id: string) => by.call(publishSlot, { params: { id }, version: (await now(id)).version });
  const sweep = () => story.server.app.get(SlotsToPool).run();
  const offerEnded = async () => story.server.app.get(WhenOfferEnded).react(await story.latest('OfferEnded'));
  const somebodyMayFit = async (event: string) => story.server.app.get(WhenSomebodyMayFit).react((await story.latest(event)) as never);

  /** Offered to the only one who waits, who declines. */
  async function declined(inHours = 20 * days): Promise<{ slot: Slot; person: WaitingPerson }> {
    const person = await story.joins(30);
    const slot = await story.opensSlot(inHours);
    const { id } = await story.offers(slot, person);
    await practice().get(declineOffer, { params: { id }, version: 1, body: { reason: 'time' } });
    await offerEnded();
    return { slot, person };
  }

  /** Somebody is referred to the clinic and comes onto its list. */
  const comes = async (): Promise<string> => (await story.joins(0)).referralId;

  async function joins(id: string, version: number): Promise<void> {
    await clinic().get(acknowledgeReferral, { params: { id }, version });
    await clinic().get(acceptReferral, { params: { id }, version: version + 1 });
    await clinic().get(joinWaitingList, { params: { id }, version: version + 2 });
  }

  it('stays with the clinic for as long as the county says; then those who coordinate have one task, which names the slot and nobody', async () => {
    const { slot } = await declined();
    await sweep();
    expect([await ofCoordinator(), await tasks()]).toEqual([[], []]);
    expect(Date.parse((await now(slot.id)).inPoolFrom!) - Date.now()).toBeGreaterThan(3.9 * 3_600_000);
    await story.database.query(`update slot set pool_at = now() - interval '1 second' where id = $1`, [slot.id]);
    await Promise.all([sweep(), sweep()]);
    await sweep();
    expect(await ofCoordinator()).toEqual([[slot.id, false]]);
    expect(await tasks()).toEqual([['slot_in_pool', slot.id]]);
    const [task] = (await coordinator.get(readTasks, { query: {} })).items;
    expect(task!.facts).toEqual({ service: 'Ambulanz', startsAt: slot.startsAt });
    expect([await seenBy(other()), await seenBy(practice())]).toEqual([[], []]);
  });

  it('goes on at once when it is at short notice', async () => {
    await declined(30);
    await sweep();
    expect(await tasks()).toHaveLength(1);
  });

  it('is published by those who coordinate, and seen by services and practices of the county; the clinic takes it back', async () => {
    const { slot } = await declined(30);
    expect((await publish(coordinator, slot.id)).status).toBe(404);
    await sweep();
    expect((await publish(coordinator, slot.id)).status).toBe(200);
    expect([await seenBy(other()), await seenBy(practice()), await tasks()]).toEqual([[slot.id], [slot.id], []]);
    const [seen] = (await other().get(readFreeSlots)).items;
    expect(seen).toMatchObject({
      serviceName: 'Ambulanz',
      organisationName: 'Klinik Eins',
      isOwn: false,
      isOfOwnKind: true,
      pooledAt: null,
    });
    expect((await publish(other(), slot.id)).status).toBe(404);
    expect((await publish(practice(), slot.id)).status).toBe(403);
    await clinic().get(unpublishSlot, { params: { id: slot.id }, version: (await now(slot.id)).version });
    expect([await seenBy(other()), await ofCoordinator()]).toEqual([[], [[slot.id, false]]]);
  });

  it('is published by the clinic when nobody on its list fits, and not before', async () => {
    const person = await story.joins(30);
    const slot = await story.opensSlot(20 * days);
    expect(await publish(clinic(), slot.id)).toMatchObject({ status: 409, problem: { code: 'slot-fits-somebody' } });
    await story.offers(slot, person);
    expect(await publish(clinic(), slot.id)).toMatchObject({ status: 409, problem: { code: 'slot-gone' } });
    const later = await story.opensSlot(21 * days);
    expect((await publish(clinic(), later.id)).status).toBe(200);
    expect(await seenBy(practice())).toEqual([later.id]);
  });

  it('goes to whoever comes onto the list and fits, exactly once, through an offer like any other', async () => {
    const { slot } = await declined(30 * days);
    await publish(clinic(), slot.id);
    const first = await comes();
    await Promise.all([somebodyMayFit('ReferralMoved'), somebodyMayFit('ReferralMoved')]);
    const second = await comes();
    await somebodyMayFit('ReferralMoved');
    const { items } = await practice().get(readOffers);
    expect(items).toMatchObject([{ referralId: first, slot: { id: slot.id }, state: 'sent' }]);
    expect(await seenBy(other())).toEqual([]);
    await practice().get(declineOffer, { params: { id: items[0]!.id }, version: 1, body: { reason: 'time' } });
    await offerEnded();
    const [next] = (await practice().get(readOffers)).items;
    expect(next).toMatchObject({ referralId: second, slot: { id: slot.id } });
    await practice().get(acceptOffer, { params: { id: next!.id }, version: 1 });
    expect(await now(slot.id)).toMatchObject({ state: 'taken', publishedAt: null, inPoolFrom: null, fitsNobody: false });
    const booked = await story.database.query('select referral_id as id from appointment where slot_id = $1', [slot.id]);
    expect(booked).toEqual([{ id: second }]);
  });

  it('goes to one of several who come onto the list at the same moment; the others go on waiting', async () => {
    const { slot } = await declined(30 * days);
    await publish(clinic(), slot.id);
    const people = [await comes(), await comes(), await comes()];
    const told = await story.database.query<{ id: string; payload: object }>(
      `select id, payload from outbox_event where name = 'ReferralMoved' and payload ->> 'to' = 'waitlisted' and subject_id = any ($1)`,
      [people],
    );
    expect(told).toHaveLength(3);
    const reaction = story.server.app.get(WhenSomebodyMayFit);
    await Promise.all([...told, ...told].map((event) => reaction.react({ ...event, regionId: story.county.regionId } as never)));
    const { items } = await practice().get(readOffers);
    expect(items.map((offer) => offer.slot.id)).toEqual([slot.id]);
    const waiting = await story.database.query(`select from waiting_list_entry where state = 'waiting' and referral_id = any ($1)`, [
      people,
    ]);
    expect(waiting).toHaveLength(2);
  });

  it('is seen again when an offer of it ends without an appointment, and nobody decides a second time', async () => {
    const { slot } = await declined(30 * days);
    await publish(clinic(), slot.id);
    await comes();
    await somebodyMayFit('ReferralMoved');
    const [offer] = (await practice().get(readOffers)).items;
    expect(await seenBy(other())).toEqual([]);
    await practice().get(declineOffer, { params: { id: offer!.id }, version: 1, body: { reason: 'time' } });
    await offerEnded();
    expect(await seenBy(other())).toEqual([slot.id]);
    const open = await story.database.query(`select kind from task where subject_id = $1 and ended_at is null`, [slot.id]);
    expect(open).toEqual([]);
  });

  it('is offered on the own list first when those who coordinate publish it and somebody fits meanwhile', async () => {
    const { slot } = await declined(30);
    await sweep();
    const late = await story.joins(1);
    expect((await publish(coordinator, slot.id)).status).toBe(200);
    await somebodyMayFit('SlotPublished');
    expect((await practice().get(readOffers)).items).toMatchObject([{ referralId: late.referralId, slot: { id: slot.id } }]);
  });

  it.each([
    ['blocked', (id: string, version: number) => clinic().get(blockSlot, { params: { id }, version })],
    [
      'moved',
      (id: string, version: number) =>
        clinic().get(moveSlot, {
          params: { id },
          version,
          body: { startsAt: new Date(Date.now() + 40 * days * 3_600_000).toISOString(), minutes: 50 },
        }),
    ],
  ])('is seen by nobody any more once it is %s, and what was to be decided is dropped', async (_, change) => {
    const { slot } = await declined(30);
    await sweep();
    await publish(clinic(), slot.id);
    await change(slot.id, (await now(slot.id)).version);
    expect([await seenBy(other()), await ofCoordinator(), await tasks()]).toEqual([[], [], []]);
    expect(await now(slot.id)).toMatchObject({ publishedAt: null, inPoolFrom: null, fitsNobody: false });
  });

  it('is not seen once it has begun', async () => {
    const { slot } = await declined(30 * days);
    await publish(clinic(), slot.id);
    await story.database.query(
      `update slot set during = tstzrange(now() - interval '1 minute', now() + interval '40 minutes') where id = $1`,
      [slot.id],
    );
    await story.database.query(`update slot set published_at = now(), published_by = $2 where id = $1`, [slot.id, story.county.intake.id]);
    expect(await seenBy(other())).toEqual([]);
  });

  it('two counties never see each other’s, and publish none of each other’s', async () => {
    const { slot } = await declined(30);
    await sweep();
    await publish(clinic(), slot.id);
    const far = await testCounty(story.database, '08337');
    const theirs = story.server.as(await addStaff(story.database, far.administrator.organisationId, ['coordinator']));
    for (const caller of [theirs, story.server.as(far.otherIntake), story.server.as(far.gp)]) expect(await seenBy(caller)).toEqual([]);
    expect((await publish(theirs, slot.id)).status).toBe(404);
    expect((await theirs.get(readTasks, { query: {} })).items).toEqual([]);
    expect((await story.server.as(far.intake).call(readWhoWouldFit, { params: { id: slot.id } })).status).toBe(404);
  });

  it('another clinic sees whom of its own list it would fit, and hands on whom a release covers, on the same clock', async () => {
    const { slot } = await declined(30 * days);
    const { personId, referralId } = await waitsElsewhere();
    await publish(clinic(), slot.id);
    const fits = () => other().get(readWhoWouldFit, { params: { id: slot.id } });
    expect((await fits()).people).toMatchObject([{ entry: { personId, referralId }, serviceName: 'Tagesklinik', isReleased: false }]);
    const handOn = async () => {
      const [{ version } = { version: 0 }] = await story.database.query<{ version: number }>('select version from referral where id = $1', [
        referralId,
      ]);
      return other().call(redirectReferral, {
        params: { id: referralId },
        version,
        body: { serviceId: story.county.service, reason: 'priority', note: 'Dort ist ein Platz frei' },
      });
    };
    expect((await handOn()).status).toBe(422);
    await practice().get(recordRelease, {
      params: { id: personId },
      body: { ...terms, dataParts: [...terms.dataParts], recipientOrganisationId: story.county.clinic },
    });
    expect((await fits()).people).toMatchObject([{ isReleased: true }]);
    const clock = () => story.database.query('select clock_started_at as at from referral where id = $1', [referralId]);
    const before = await clock();
    const handed = await handOn();
    expect(handed.status).toBe(200);
    await joins(referralId, handed.answer.version);
    await somebodyMayFit('ReferralMoved');
    expect((await practice().get(readOffers)).items).toMatchObject([{ referralId, slot: { id: slot.id } }]);
    expect(await clock()).toEqual(before);
  });

  /** Somebody waits for the service of the other clinic. */
  async function waitsElsewhere(): Promise<{ personId: string; referralId: string }> {
    const { county } = story;
    const { id: personId } = await practice().get(createPerson, {
      body: { familyName: 'Anderswo', givenName: 'Ida', birthDate: '1980-01-01' },
    });
    await practice().get(recordRelease, {
      params: { id: personId },
      body: { ...terms, dataParts: [...terms.dataParts], recipientOrganisationId: county.otherClinic },
    });
    const said = { personId, serviceId: county.otherService, reason: 'low_mood', question: 'Bitte', urgency: 'routine' as const };
    const { id } = await practice().get(createReferral, { body: said });
    await practice().get(submitReferral, { params: { id }, version: 1 });
    await other().get(acknowledgeReferral, { params: { id }, version: 2 });
    await other().get(acceptReferral, { params: { id }, version: 3 });
    await other().get(joinWaitingList, { params: { id }, version: 4 });
    return { personId, referralId: id };
  }
});
