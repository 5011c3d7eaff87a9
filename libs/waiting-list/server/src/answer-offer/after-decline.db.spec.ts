import { addCalendarDays, calendarDayOf } from '@lotse/kernel';
import { declineOffer, endCoolOff, readWaitingList, readEntry, readOffers, type SlotOffer } from '@lotse/waiting-list/model';
import { listStory, type ListStory, type WaitingPerson } from '../testing/list-story';

describe('after a decline', () => {
  let story: ListStory;
  beforeEach(async () => void (story = await listStory()));
  afterEach(() => story.server.stop());

  const clinic = () => story.server.as(story.county.intake);
  const practice = () => story.server.as(story.county.gp);
  const decline = ({ id }: SlotOffer, reason = 'time') =>
    practice().get(declineOffer, { params: { id }, version: 1, body: { reason, comment: 'Im Winter lieber nicht' } });

  describe('what becomes of the slot', () => {
    it('is said as it is: to the next person, or to nobody by itself', async () => {
      const person = await story.joins(40);
      const goesOn = await story.offers(await story.opensSlot(300), person);
      expect(goesOn.ifNotTaken).toBe('next_person');
      expect((await decline(goesOn)).ifNotTaken).toBe('next_person');
      const stays = await story.offers(await story.opensSlot(300), person, { cascade: false });
      expect((await decline(stays)).ifNotTaken).toBe('clinic_decides');
    });

    it('is for the others of the round to take, while there are any', async () => {
      const people = [await story.joins(40), await story.joins(30)];
      await story.offers(await story.opensSlot(30), people[0]!, { mode: 'parallel', cascade: false });
      const [first, second] = (await practice().get(readOffers)).items;
      expect((await decline(first!)).ifNotTaken).toBe('others_asked');
      expect((await decline(second!)).ifNotTaken).toBe('clinic_decides');
    });
  });

  describe('days without offers', () => {
    let person: WaitingPerson;
    const today = calendarDayOf(new Date());
    const read = () => clinic().get(readEntry, { params: { id: person.entryId } });
    const inList = async () => (await clinic().get(readWaitingList, { params: { id: story.county.service } })).items[0]!.coolingOffUntil;
    const end = (version: number) => clinic().call(endCoolOff, { params: { id: person.entryId }, version });

    beforeEach(async () => {
      person = await story.joins(40);
      await decline(await story.offers(await story.opensSlot(500), person), 'not_now');
    });

    it('are told to both sides, stand with the place and with the offer, and are over by themselves', async () => {
      const again = addCalendarDays(today, 28);
      const [ended] = (await practice().get(readOffers, { query: { state: 'ended' } })).items;
      expect(ended).toMatchObject({ consequence: 'cool_off', coolsOffUntil: again });
      expect(await read()).toMatchObject({ coolingOffUntil: again, offers: [{ consequence: 'cool_off', coolsOffUntil: again }] });
      expect(await inList()).toBe(again);
      await story.database.query('update waiting_list_entry set cooling_off_until = $1', [today]);
      await story.database.query('update slot_offer set cools_off_until = $1', [today]);
      expect(await read()).toMatchObject({ coolingOffUntil: null, offers: [{ coolsOffUntil: today }] });
      expect(await inList()).toBeNull();
    });

    it('end today when somebody can come sooner, once', async () => {
      const { version } = await read();
      expect((await end(version)).status).toBe(200);
      expect(await read()).toMatchObject({ coolingOffUntil: null, offers: [{ coolsOffUntil: today }] });
      expect((await end(version + 1)).problem.code).toBe('cool-off-is-over');
    });
  });
});
