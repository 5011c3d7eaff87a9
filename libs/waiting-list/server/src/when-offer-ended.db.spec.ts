import { readSlot } from '@lotse/calendar/model';
import { declineOffer, readOffers, withdrawOffer, type SlotOffer } from '@lotse/waiting-list/model';
import { listStory, type ListStory } from './testing/list-story';
import { WaitingListWorkerModule } from './waiting-list-worker.module';
import { WhenOfferEnded } from './when-offer-ended';

describe('a slot whose offer ended', () => {
  let story: ListStory;
  beforeEach(async () => void (story = await listStory([WaitingListWorkerModule])));
  afterEach(() => story.server.stop());

  const practice = () => story.server.as(story.county.gp);
  const decline = ({ id }: SlotOffer) => practice().get(declineOffer, { params: { id }, version: 1, body: { reason: 'time' } });
  const react = async () => story.server.app.get(WhenOfferEnded).react(await story.latest('OfferEnded'));
  const running = async () => (await practice().get(readOffers)).items;

  it('goes to the next person who fits, in the clinic’s name', async () => {
    const first = await story.joins(30);
    await story.joins(20, { shortNotice: false });
    const third = await story.joins(10);
    const slot = await story.opensSlot(48);
    await decline(await story.offers(slot, first));
    await react();
    const offers = await running();
    expect(offers).toMatchObject([{ referralId: third.referralId, slot: { id: slot.id }, state: 'sent' }]);
    const [made] = await story.database.query<{ roles: string[] }>(
      'select s.roles from slot_offer o join staff s on s.id = o.offered_by where o.id = $1',
      [offers[0]!.id],
    );
    expect(made!.roles).toEqual(['system']);
  });

  it('goes to one person, however often the event is delivered', async () => {
    const people = [await story.joins(30), await story.joins(20), await story.joins(10)];
    await decline(await story.offers(await story.opensSlot(200), people[0]!));
    await Promise.all([react(), react(), react()]);
    await react();
    expect(await running()).toHaveLength(1);
  });

  it('goes on until nobody fits, and then the clinic is told', async () => {
    const people = [await story.joins(30), await story.joins(20)];
    const slot = await story.opensSlot(200);
    await decline(await story.offers(slot, people[0]!));
    await react();
    await decline((await running())[0]!);
    await react();
    expect(await running()).toEqual([]);
    expect(await story.latest('NobodyFits')).toMatchObject({ payload: { slotId: slot.id, recipientOrganisationId: story.county.clinic } });
  });

  it('stays free when the clinic took the offer back, or had said that it should', async () => {
    const people = [await story.joins(30), await story.joins(20)];
    const slot = await story.opensSlot(200);
    const { id } = await story.offers(slot, people[0]!);
    await story.server.as(story.county.intake).get(withdrawOffer, { params: { id }, version: 1, body: { reason: 'Notfall im Haus' } });
    await react();
    const again = await story.server.as(story.county.intake).get(readSlot, { params: { id: slot.id } });
    await decline(await story.offers(again, people[0]!, { cascade: false }));
    await react();
    expect(await running()).toEqual([]);
    expect(await story.latest('NobodyFits')).toBeUndefined();
  });

  it('gives two freed slots to two people', async () => {
    const [first] = [await story.joins(40), await story.joins(30), await story.joins(20), await story.joins(10)];
    const slots = [await story.opensSlot(200), await story.opensSlot(200)];
    const ended = [];
    for (const slot of slots) {
      await decline(await story.offers(slot, first!));
      ended.push(await story.latest('OfferEnded'));
    }
    await Promise.all(ended.map((event) => story.server.app.get(WhenOfferEnded).react(event)));
    const offers = await running();
    expect(new Set(offers.map(({ slot }) => slot.id)).size).toBe(2);
    expect(new Set(offers.map(({ referralId }) => referralId)).size).toBe(2);
  });
});
