import type { Slot } from '@lotse/calendar/model';
import { readSlots } from '@lotse/calendar/model';
import {
  acceptOffer,
  declineOffer,
  offerSlot,
  readCandidates,
  readOffers,
  recordNotReached,
  withdrawOffer,
} from '@lotse/waiting-list/model';
import { ExpireOffers } from '../expire-offers/expire-offers';
import { listStory, type ListStory } from '../testing/list-story';
import { WaitingListWorkerModule } from '../waiting-list-worker.module';
import { WhenOfferEnded } from '../when-offer-ended';

/** Numbers that are the same in every run. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** What must never be found, whatever was done before. */
const wrong = `
  select id, 'a slot with two appointments' as why from slot s
    where (select count(*) from appointment a where a.slot_id = s.id and a.cancelled_at is null) > 1
  union all select id, 'held for nobody' from slot s where state = 'held' and not exists (select from slot_offer o
    where o.round_id = s.holder_id and s.id in (o.slot_id, o.second_slot_id) and o.state in ('deferred', 'sent'))
  union all select id, 'free, but offered' from slot s where state = 'open' and exists (select from slot_offer o
    where s.id in (o.slot_id, o.second_slot_id) and o.state in ('deferred', 'sent'))
  union all select id, 'taken without an appointment' from slot s where state = 'taken' and not exists (select from appointment a
    where a.slot_id = s.id and a.cancelled_at is null)
  union all select id, 'offered without an offer, or the other way' from waiting_list_entry e
    where (state = 'offered') <> exists (select from slot_offer o where o.entry_id = e.id and o.state in ('deferred', 'sent'))
  union all select round_id, 'two who took one round' from slot_offer where state = 'accepted' group by round_id having count(*) > 1`;

describe('rounds at random', () => {
  let story: ListStory;
  beforeAll(async () => void (story = await listStory([WaitingListWorkerModule])));
  afterAll(() => story.server.stop());

  it('leave every slot with one appointment at most, every person with one offer, and nothing held for nobody', async () => {
    const clinic = story.server.as(story.county.intake);
    const practice = story.server.as(story.county.gp);
    const random = numbersFrom(39);
    const one = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)];
    for (let person = 0; person < 8; person++) await story.joins(60 - person, { minimumNoticeHours: 1 });
    for (const hours of [10, 12, 30, 32, 300, 320, 340, 360]) await story.opensSlot(hours);
    const open = async () => (await clinic.get(readSlots, { query: { state: 'open' } })).items;
    const running = async () => (await practice.get(readOffers)).items;
    const reasons = ['time', 'not_now', 'clinician', 'found_help'] as const;
    const statuses = new Set<number>();
    const said = ({ status }: { status: number }) => void statuses.add(status);

    const offer = async (slot: Slot) => {
      const { candidates, modes, secondDates } = await clinic.get(readCandidates, { params: { id: slot.id } });
      if (candidates.length === 0) return;
      const mode = one(modes)!.mode;
      const secondSlotId = mode === 'sequential' && random() < 0.4 ? one(secondDates)?.id : undefined;
      const body = { entryId: candidates[0]!.id, mode, secondSlotId };
      said(await clinic.call(offerSlot, { params: { id: slot.id }, version: slot.version, body }));
    };
    const answer = async () => {
      const found = one(await running());
      if (!found) return;
      const given = { params: { id: found.id }, version: found.version };
      const slotId = one([found.slot.id, ...(found.secondSlot ? [found.secondSlot.id] : [])]);
      const act = random();
      if (act < 0.1) said(await practice.call(acceptOffer, { ...given, body: { slotId } }));
      else if (act < 0.6)
        said(await practice.call(declineOffer, { ...given, body: { reason: one(reasons)!, personReached: random() < 0.5 } }));
      else if (act < 0.75) said(await practice.call(recordNotReached, { ...given, body: { giveUp: random() < 0.5 } }));
      else if (act < 0.85) said(await clinic.call(withdrawOffer, { ...given, body: { reason: 'Für diese Probe' } }));
      else {
        await story.letHoldEnd(found.id);
        await story.server.app.get(ExpireOffers).run();
      }
    };
    const goesOn = async () => {
      const event = await story.latest('OfferEnded');
      if (event) await story.server.app.get(WhenOfferEnded).react(event);
    };

    for (let step = 0; step < 120; step++) {
      const slot = one(await open());
      if (random() < 0.4 && slot) await offer(slot);
      else await answer();
      if (random() < 0.5) await goesOn();
      if (step % 10 === 0) await story.database.query('update waiting_list_entry set cooling_off_until = null');
      await story.server.app.get(ExpireOffers).run();
      expect(await story.database.query(wrong)).toEqual([]);
    }
    expect([...statuses].filter((status) => status >= 500)).toEqual([]);
    const ends = await story.database.query<{ state: string }>('select distinct state from slot_offer order by state');
    expect(ends.map(({ state }) => state)).toEqual(expect.arrayContaining(['accepted', 'declined']));
  }, 120_000);
});
