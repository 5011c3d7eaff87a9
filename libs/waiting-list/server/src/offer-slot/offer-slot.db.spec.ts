import { readReferral } from '@lotse/referral/model';
import {
  acceptOffer,
  offerSlot,
  readCandidates,
  readOffers,
  readWaitingList,
  replayed,
  type RankEvidence,
} from '@lotse/waiting-list/model';
import { listStory, type ListStory } from '../testing/list-story';

const crowd = 50;

describe('offering a slot', () => {
  let story: ListStory;
  beforeEach(async () => void (story = await listStory()));
  afterEach(() => story.server.stop());

  const clinic = () => story.server.as(story.county.intake);
  const practice = () => story.server.as(story.county.gp);

  it('holds the slot, and both sides see the same offer with the same end', async () => {
    const person = await story.joins(10);
    const slot = await story.opensSlot(24 * 20);
    const offer = await story.offers(slot, person);
    expect(offer).toMatchObject({ state: 'sent', side: 'recipient', version: 1, slot: { id: slot.id } });
    expect(Date.parse(offer.expiresAt) - Date.parse(offer.offeredAt)).toBe(72 * 3_600_000);
    const [theirs] = (await practice().get(readOffers)).items;
    // The clinic was not given the phone number; whoever gave it may see their own.
    expect(offer.hidden).toEqual(['contact']);
    expect(theirs).toEqual({ ...offer, side: 'referrer', hidden: [] });
    const referral = await practice().get(readReferral, { params: { id: person.referralId } });
    expect(referral).toMatchObject({ state: 'offered', custody: { organisationId: story.county.practice, dueAt: offer.expiresAt } });
  });

  it('promise 4: fifty who offer one slot to fifty people at once make one offer, and the others are told why', async () => {
    const people = await Promise.all(Array.from({ length: crowd }, (_, index) => story.joins(index)));
    const slot = await story.opensSlot(200);
    const answers = await Promise.all(
      people.map(({ entryId }) =>
        clinic().call(offerSlot, { params: { id: slot.id }, version: slot.version, body: { entryId, outOfTurnReason: 'Probelauf' } }),
      ),
    );
    const made = answers.filter(({ status }) => status === 201);
    const refused = answers.filter(({ status }) => status !== 201);
    expect(made).toHaveLength(1);
    expect(new Set(refused.map(({ status, problem }) => `${status} ${problem.code}`))).toEqual(new Set(['409 slot-gone']));
    expect(await story.database.query(`select id from slot_offer`)).toHaveLength(1);
    expect(await story.database.query(`select id from waiting_list_entry where state = 'offered'`)).toHaveLength(1);
  });

  it('promise 4: one person who is offered many slots at once gets one of them', async () => {
    const { entryId } = await story.joins(10);
    const slots = [];
    for (let count = 0; count < 20; count++) slots.push(await story.opensSlot(200));
    const answers = await Promise.all(
      slots.map(({ id, version }) => clinic().call(offerSlot, { params: { id }, version, body: { entryId } })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(new Set(answers.filter(({ status }) => status !== 201).map(({ problem }) => problem.code))).toEqual(
      new Set(['entry-not-waiting']),
    );
    expect(await story.database.query(`select id from slot where state = 'open'`)).toHaveLength(19);
  });

  it('promise 4: fifty who accept one offer at once book it once, and the others are told that it has been answered', async () => {
    const person = await story.joins(10);
    const slot = await story.opensSlot(200);
    const { id } = await story.offers(slot, person);
    const answers = await Promise.all(
      Array.from({ length: crowd }, (_, index) =>
        (index % 2 ? practice() : clinic()).call(acceptOffer, { params: { id }, version: 1, body: {} }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const refused = answers.filter(({ status }) => status !== 200);
    expect(new Set(refused.map(({ status, problem }) => `${status} ${problem.code}`))).toEqual(new Set(['409 offer-already-answered']));
    expect(await story.database.query('select id from appointment')).toHaveLength(1);
    const referral = await practice().get(readReferral, { params: { id: person.referralId } });
    expect(referral).toMatchObject({ state: 'booked', appointment: { startsAt: slot.startsAt, endsAt: slot.endsAt } });
  });

  it('promise 4: the database alone refuses a second booking, a second running offer and an overlapping slot', async () => {
    const person = await story.joins(10);
    const other = await story.joins(5);
    const slot = await story.opensSlot(200);
    const { id } = await story.offers(slot, person);
    await expect(story.database.query(copyOf('slot_offer', { entry_id: other.entryId }))).rejects.toThrow('slot_offer_one_a_slot');
    await practice().get(acceptOffer, { params: { id }, version: 1 });
    await expect(story.database.query(copyOf('appointment', { referral_id: other.referralId }))).rejects.toThrow('appointment_one_a_slot');
    await expect(story.database.query(copyOf('slot', {}))).rejects.toThrow('slot_no_overlap');
  });

  it('wants a reason to go out of turn, keeps it, and keeps what the rank was decided on', async () => {
    const first = await story.joins(30);
    const second = await story.joins(10);
    const slot = await story.opensSlot(200);
    const given = { params: { id: slot.id }, version: slot.version };
    const refused = await clinic().call(offerSlot, { ...given, body: { entryId: second.entryId } });
    expect(refused).toMatchObject({ status: 422, problem: { code: 'not-next-in-line', context: { nextEntryId: first.entryId } } });
    await clinic().get(offerSlot, { ...given, body: { entryId: second.entryId, outOfTurnReason: 'Erste Person ist im Krankenhaus' } });
    const [kept] = await story.database.query<{ rank: number; rank_inputs: RankEvidence; out_of_turn_reason: string }>(
      'select rank, rank_inputs, out_of_turn_reason from slot_offer',
    );
    expect(kept).toMatchObject({ rank: 2, out_of_turn_reason: 'Erste Person ist im Krankenhaus' });
    expect(replayed(kept!.rank_inputs)).toEqual([first.entryId, second.entryId]);
  });

  it('shows who fits and who does not and why, in the order of the list', async () => {
    const slow = await story.joins(40, { shortNotice: false });
    const next = await story.joins(30);
    const last = await story.joins(2);
    const busy = await story.joins(50);
    await story.offers(await story.opensSlot(300), busy);
    const slot = await story.opensSlot(48);
    const seen = await clinic().get(readCandidates, { params: { id: slot.id } });
    expect(seen.candidates.map(({ id, rank }) => [id, rank])).toEqual([
      [next.entryId, 2],
      [last.entryId, 3],
    ]);
    expect(seen.excluded.map(({ entry, why }) => [entry.id, why])).toEqual([
      [busy.entryId, 'has_running_offer'],
      [slow.entryId, 'notice_too_short'],
    ]);
    expect(seen.running).toEqual([]);
  });

  it('shows a list in order and in pages, each entry once', async () => {
    const people = [await story.joins(1), await story.joins(90), await story.joins(20), await story.joins(5, { urgency: 'urgent' })];
    const order = [3, 1, 2, 0].map((index) => people[index]!.entryId);
    const params = { id: story.county.service };
    const first = await clinic().get(readWaitingList, { params, query: { limit: 3 } });
    const rest = await clinic().get(readWaitingList, { params, query: { limit: 3, cursor: first.nextCursor! } });
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(order);
    expect(first.items.map(({ rank, reason }) => [rank, reason.code])).toEqual([
      [1, 'band'],
      [2, 'breach'],
      [3, 'band'],
    ]);
    expect(rest.nextCursor).toBeNull();
    expect((await story.server.as(story.county.otherIntake).call(readWaitingList, { params })).status).toBe(404);
  });

  it('offers nobody else’s slot, no slot that was changed meanwhile, and nobody of another list', async () => {
    const person = await story.joins(10);
    const slot = await story.opensSlot(200);
    const body = { entryId: person.entryId };
    const foreign = await story.server.as(story.county.otherIntake).call(offerSlot, { params: { id: slot.id }, version: 1, body });
    expect(foreign.status).toBe(404);
    const stale = await clinic().call(offerSlot, { params: { id: slot.id }, version: 7, body });
    expect(stale).toMatchObject({ status: 409, problem: { code: 'version-stale', context: { version: 1 } } });
  });
});

/** Copies the only row of a table under a new id, past everything but the database's own constraints. */
function copyOf(table: string, changes: Record<string, string>): string {
  const given = JSON.stringify({ ...changes, id: crypto.randomUUID() });
  return `insert into ${table} select copy.* from ${table} t, jsonb_populate_record(null::${table}, to_jsonb(t) || '${given}') copy`;
}
