import { changeSchedule, createSchedule, enterAbsence, readSlot } from '@lotse/calendar/model';
import { declineOffer, readOffers, withdrawOffer, type SlotOffer } from '@lotse/waiting-list/model';
import { addCalendarDays, calendarDayOf } from '@lotse/kernel';
import { addStaff } from '@lotse/server-kit/testing';
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

  it('of somebody who is away goes to the deputy and on to the next, or to nobody', async () => {
    const { county, database } = story;
    const clinic = story.server.as(county.intake);
    const [away, deputy] = [await addStaff(database, county.clinic, ['clinician']), await addStaff(database, county.clinic, ['clinician'])];
    const calendar = { kind: 'clinician', serviceId: county.service, languages: ['de'] } as const;
    const own = { ...calendar, name: 'Sprechzimmer 1', staffId: away.id };
    await clinic.get(changeSchedule, { params: { id: county.schedule }, version: 1, body: own });
    const deputys = await clinic.get(createSchedule, { body: { ...calendar, name: 'Vertretung', staffId: deputy.id } });
    const [first] = [await story.joins(40), await story.joins(30), await story.joins(20)];
    const days = [20, 30];
    const offered = [];
    for (const day of days) {
      const slot = await story.opensSlot(day * 24);
      const offer = await story.offers(slot, first!);
      const on = calendarDayOf(new Date(slot.startsAt));
      const absence = { staffId: away.id, fromDay: on, untilDay: addCalendarDays(on, 1), reason: 'leave' } as const;
      await clinic.get(enterAbsence, { body: { ...absence, deputyId: day === days[0] ? deputy.id : null } });
      await decline(offer);
      await react();
      offered.push(await clinic.get(readSlot, { params: { id: slot.id } }));
    }
    expect(offered.map(({ state, scheduleId }) => [state, scheduleId])).toEqual([
      ['held', deputys.id],
      ['cancelled', county.schedule],
    ]);
    expect(await database.query(`select from task where kind = 'slot_of_absent' and ended_at is null`)).toEqual([]);
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
