import { readSlot, type Slot } from '@lotse/calendar/model';
import { readReferral } from '@lotse/referral/model';
import {
  acceptOffer,
  bookSlot,
  cancelAppointmentHere,
  declineOffer,
  readOffers,
  rescheduleSlot,
  withdrawOffer,
  type SlotOffer,
} from '@lotse/waiting-list/model';
import { ExpireOffers } from '../expire-offers/expire-offers';
import { listStory, type ListStory, type WaitingPerson } from '../testing/list-story';
import { orphans } from '../whole-life/orphans';

const day = 24;

describe('another date, offered to somebody who has one', () => {
  let story: ListStory;
  beforeAll(async () => void (story = await listStory()));
  afterAll(() => story.server.stop());
  afterEach(async () => expect(await story.database.query(orphans)).toEqual([]));

  const clinic = () => story.server.as(story.county.intake);
  const practice = () => story.server.as(story.county.gp);
  const referralOf = ({ referralId: id }: WaitingPerson) => clinic().get(readReferral, { params: { id } });
  const stateOf = async ({ id }: Slot) => (await clinic().get(readSlot, { params: { id } })).state;

  async function booked() {
    const person = await story.joins(10);
    const had = await story.opensSlot(20 * day);
    const { version } = await referralOf(person);
    await clinic().get(bookSlot, { params: { id: person.referralId }, version, body: { slotId: had.id } });
    return { person, had };
  }

  const ask = async (person: WaitingPerson, { id: slotId }: Slot) =>
    clinic().call(rescheduleSlot, {
      params: { id: person.referralId },
      version: (await referralOf(person)).version,
      body: { slotId, agreed: 'ask' },
    });

  async function asked() {
    const { person, had } = await booked();
    const wanted = await story.opensSlot(30 * day);
    expect(await ask(person, wanted)).toMatchObject({ status: 200, answer: { state: 'booked' } });
    const { items } = await practice().get(readOffers, { query: { referralId: person.referralId } });
    expect(items.map(({ referralId }) => referralId)).toEqual([person.referralId]);
    return { person, had, wanted, offer: items[0]! };
  }

  const appointmentsOf = ({ referralId }: WaitingPerson) =>
    story.database.query<{ slot_id: string; state: string; replaced: string | null }>(
      `select a.slot_id, a.state, b.slot_id as replaced from appointment a left join appointment b on b.id = a.replaces_id
       where a.referral_id = $1 order by a.booked_at`,
      [referralId],
    );
  const placeOf = async ({ entryId }: WaitingPerson) =>
    (await story.database.query('select state, cooling_off_until from waiting_list_entry where id = $1', [entryId]))[0];

  it('leaves them theirs until they accept, and says so', async () => {
    const { person, had, wanted, offer } = await asked();
    expect(offer).toMatchObject({ state: 'sent', slot: { id: wanted.id }, staysUntilAccepted: had.startsAt, side: 'referrer' });
    expect(await appointmentsOf(person)).toEqual([{ slot_id: had.id, state: 'booked', replaced: null }]);
    expect([await stateOf(had), await stateOf(wanted)]).toEqual(['taken', 'held']);
  });

  it('takes the place of theirs once they accept: both or neither', async () => {
    const { person, had, wanted, offer } = await asked();
    await practice().get(acceptOffer, { params: { id: offer.id }, version: 1 });
    expect(await appointmentsOf(person)).toEqual([
      { slot_id: had.id, state: 'cancelled', replaced: null },
      { slot_id: wanted.id, state: 'booked', replaced: had.id },
    ]);
    expect([await stateOf(had), await stateOf(wanted)]).toEqual(['open', 'taken']);
    expect(await referralOf(person)).toMatchObject({ state: 'booked', appointment: { startsAt: wanted.startsAt } });
    expect(await placeOf(person)).toEqual({ state: 'placed', cooling_off_until: null });
    // The answer to the offer is told; that the referral has moved by it is not told a second time.
    const moved = await story.latest('ReferralMoved');
    expect(moved.payload).toMatchObject({ act: 'reschedule', wasOffered: true });
  });

  it.each<[string, (offer: SlotOffer) => Promise<unknown>]>([
    ['declined', ({ id }) => practice().get(declineOffer, { params: { id }, version: 1, body: { reason: 'time', personReached: true } })],
    ['withdrawn', ({ id }) => clinic().get(withdrawOffer, { params: { id }, version: 1, body: { reason: 'Doch nicht frei' } })],
    [
      'expired',
      async ({ id }) => {
        await story.letHoldEnd(id);
        await story.server.app.get(ExpireOffers).run();
      },
    ],
  ])('%s, it leaves everything as it was', async (state, end) => {
    const { person, had, wanted, offer } = await asked();
    const before = await referralOf(person);
    await end(offer);
    expect(await appointmentsOf(person)).toEqual([{ slot_id: had.id, state: 'booked', replaced: null }]);
    expect([await stateOf(had), await stateOf(wanted)]).toEqual(['taken', 'open']);
    expect(await referralOf(person)).toMatchObject({ state: 'booked', version: before.version });
    expect(await placeOf(person)).toEqual({ state: 'placed', cooling_off_until: null });
    const [kept] = await story.database.query('select state, consequence from slot_offer where id = $1', [offer.id]);
    expect(kept).toEqual({ state, consequence: state === 'declined' ? 'keep' : null });
    const tasks = await story.database.query(`select kind from task where subject_id = $1 and kind like '%decline%'`, [person.referralId]);
    expect(tasks).toEqual([]);
  });

  it('is offered no longer once their appointment is cancelled, or moved at once', async () => {
    const cancelled = await asked();
    const [{ id, version }] = (await story.database.query<{ id: string; version: number }>(
      'select id, version from appointment where referral_id = $1',
      [cancelled.person.referralId],
    )) as [{ id: string; version: number }];
    await clinic().get(cancelAppointmentHere, { params: { id }, version, body: { by: 'person', reason: 'ill' } });
    expect(await stateOf(cancelled.wanted)).toBe('open');
    const moved = await asked();
    const other = await story.opensSlot(25 * day);
    const { version: seen } = await referralOf(moved.person);
    await clinic().get(rescheduleSlot, { params: { id: moved.person.referralId }, version: seen, body: { slotId: other.id } });
    expect([await stateOf(moved.had), await stateOf(moved.wanted), await stateOf(other)]).toEqual(['open', 'open', 'taken']);
  });

  it('is asked once at a time, of a slot that is free', async () => {
    const { person, wanted } = await asked();
    expect((await ask(person, await story.opensSlot(31 * day))).problem?.code).toBe('entry-not-waiting');
    const { person: other } = await booked();
    expect((await ask(other, wanted)).problem?.code).toBe('slot-gone');
  });

  it('gives whoever never waited the place that their appointment is the end of', async () => {
    const { person, had } = await booked();
    await story.database.query('delete from waiting_list_entry where id = $1', [person.entryId]);
    expect((await ask(person, await story.opensSlot(32 * day))).status).toBe(200);
    const places = await story.database.query('select state from waiting_list_entry where referral_id = $1', [person.referralId]);
    expect(places).toEqual([{ state: 'placed' }]);
    expect(await stateOf(had)).toBe('taken');
  });

  it('accepted and cancelled at the same moment, one of both is true and nothing is left over', async () => {
    const { person, had, wanted, offer } = await asked();
    const [appointment] = await story.database.query<{ id: string; version: number }>(
      'select id, version from appointment where referral_id = $1',
      [person.referralId],
    );
    const { id, version } = appointment!;
    const [accepted, cancelled] = await Promise.all([
      practice().call(acceptOffer, { params: { id: offer.id }, version: 1 }),
      clinic().call(cancelAppointmentHere, { params: { id }, version, body: { by: 'person', reason: 'ill' } }),
    ]);
    expect([accepted.status, cancelled.status].filter((status) => status === 200)).toHaveLength(1);
    const isMoved = accepted.status === 200;
    expect([await stateOf(had), await stateOf(wanted)]).toEqual(['open', isMoved ? 'taken' : 'open']);
    expect(await referralOf(person)).toMatchObject({ state: isMoved ? 'booked' : 'rebook_required' });
  });
});
