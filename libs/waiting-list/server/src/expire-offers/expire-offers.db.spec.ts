import { readSlot } from '@lotse/calendar/model';
import { revokeRelease } from '@lotse/people/model';
import { readReferral } from '@lotse/referral/model';
import { acceptOffer, declineOffer, readCandidates, readOffers, readWaitingList, withdrawOffer } from '@lotse/waiting-list/model';
import { listStory, type ListStory, type WaitingPerson } from '../testing/list-story';
import { ExpireOffers } from './expire-offers';

describe('an offer that ends without an appointment', () => {
  let story: ListStory;
  let person: WaitingPerson;
  beforeAll(async () => void (story = await listStory()));
  afterAll(() => story.server.stop());
  beforeEach(async () => void (person = await story.joins(10)));

  const clinic = () => story.server.as(story.county.intake);
  const practice = () => story.server.as(story.county.gp);

  async function offered() {
    const slot = await story.opensSlot(200);
    return { slot, offer: await story.offers(slot, person, { outOfTurnReason: 'für diese Probe' }) };
  }

  const placeOf = async () => {
    const [entry] = await story.database.query<{ state: string; received_at: Date }>(
      'select state, received_at from waiting_list_entry where id = $1',
      [person.entryId],
    );
    return entry!;
  };

  it.each([
    [
      'declined',
      (id: string) => practice().get(declineOffer, { params: { id }, version: 1, body: { reason: 'time', comment: 'Nur vormittags' } }),
    ],
    ['withdrawn', (id: string) => clinic().get(withdrawOffer, { params: { id }, version: 1, body: { reason: 'Behandlerin ist krank' } })],
    [
      'expired',
      async (id: string) => {
        await story.letHoldEnd(id);
        await story.server.app.get(ExpireOffers).run();
      },
    ],
  ])('promise 3: %s, it frees the slot, and the person keeps place and clock', async (state, end) => {
    const { slot, offer } = await offered();
    const before = await placeOf();
    await end(offer.id);
    expect(await placeOf()).toEqual({ state: 'waiting', received_at: before.received_at });
    expect(await clinic().get(readSlot, { params: { id: slot.id } })).toMatchObject({ state: 'open', heldUntil: null, version: 3 });
    expect(await practice().get(readReferral, { params: { id: person.referralId } })).toMatchObject({ state: 'waitlisted' });
    const [ended] = (await practice().get(readOffers, { query: { state: 'ended', limit: 1 } })).items;
    expect(ended).toMatchObject({ id: offer.id, state, version: 2 });
  });

  it('is expired for whoever reads next, even when no worker runs', async () => {
    const { slot, offer } = await offered();
    await story.letHoldEnd(offer.id);
    const running = await practice().get(readOffers);
    expect(running.items.map(({ id }) => id)).not.toContain(offer.id);
    expect(await clinic().get(readSlot, { params: { id: slot.id } })).toMatchObject({ state: 'open' });
    expect((await placeOf()).state).toBe('waiting');
  });

  it('is expired in the candidates and on the list, too', async () => {
    const { slot, offer } = await offered();
    await story.letHoldEnd(offer.id);
    const seen = await clinic().get(readCandidates, { params: { id: slot.id } });
    expect(seen).toMatchObject({ running: [], slot: { state: 'open' } });
    expect(seen.excluded).toContainEqual(
      expect.objectContaining({ why: 'declined_this_slot', entry: expect.objectContaining({ id: person.entryId }) }),
    );
    const list = await clinic().get(readWaitingList, { params: { id: story.county.service } });
    expect(list.items.find(({ id }) => id === person.entryId)).toMatchObject({ state: 'waiting', offersSoFar: 1 });
  });

  it('cannot be accepted after the hold has ended; the refusal leaves it expired', async () => {
    const { slot, offer } = await offered();
    await story.letHoldEnd(offer.id);
    const late = await practice().call(acceptOffer, { params: { id: offer.id }, version: 1 });
    expect(late).toMatchObject({ status: 409, problem: { code: 'offer-expired' } });
    const [kept] = await story.database.query('select state from slot_offer where id = $1', [offer.id]);
    expect(kept).toEqual({ state: 'expired' });
    expect(await clinic().get(readSlot, { params: { id: slot.id } })).toMatchObject({ state: 'open' });
    const again = await practice().call(acceptOffer, { params: { id: offer.id }, version: 2 });
    expect(again.problem.code).toBe('offer-expired');
  });

  it('is expired once, however many do it at the same time', async () => {
    const { offer } = await offered();
    await story.letHoldEnd(offer.id);
    const expire = story.server.app.get(ExpireOffers);
    await Promise.all([expire.run(), expire.run(), expire.run(), practice().call(acceptOffer, { params: { id: offer.id }, version: 1 })]);
    const told = await story.database.query(`select id from outbox_event where name = 'OfferEnded' and subject_id = $1`, [offer.id]);
    expect(told).toHaveLength(1);
    const steps = await story.database.query(`select staff_id from referral_step where referral_id = $1 and act = 'end_offer'`, [
      person.referralId,
    ]);
    expect(steps).toHaveLength(1);
  });

  it('ends even when the clinic may no longer see the person', async () => {
    const { slot, offer } = await offered();
    await practice().get(revokeRelease, { params: { id: person.releaseId }, version: 1, body: { how: 'phone' } });
    await story.letHoldEnd(offer.id);
    await story.server.app.get(ExpireOffers).run();
    expect(await clinic().get(readSlot, { params: { id: slot.id } })).toMatchObject({ state: 'open' });
  });

  it('is taken back only by the clinic that made it', async () => {
    const { offer } = await offered();
    const refused = await practice().call(withdrawOffer, { params: { id: offer.id }, version: 1, body: { reason: 'Irrtum' } });
    expect(refused.status).toBe(403);
    const other = await story.server.as(story.county.otherGp).call(acceptOffer, { params: { id: offer.id }, version: 1 });
    expect(other.status).toBe(404);
  });
});
