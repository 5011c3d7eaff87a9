import { openSlot, type Slot } from '@lotse/calendar/model';
import type { BodyInput } from '@lotse/kernel';
import { readReferral } from '@lotse/referral/model';
import { acceptOffer, bookSlot, readAppointments, readEntry, type SlotOffer } from '@lotse/waiting-list/model';
import { calendarDayOf } from '@lotse/kernel';
import { listStory, type ListStory, type WaitingPerson } from './testing/list-story';

const hour = 3_600_000;
const village = '08336079';

describe('where somebody goes', () => {
  let story: ListStory;
  let hours = 800;

  beforeAll(async () => {
    story = await listStory();
    await story.database.query(
      `insert into municipality (ags, region_id, name, postcode, latitude, longitude, population) values ($1, $2, 'Bergdorf', '79650', 47.7, 7.9, 400)`,
      [village, story.county.regionId],
    );
    await story.database.query(`update organisation set street = 'Uferweg 4' where id = $1`, [story.county.clinic]);
    await story.database.query(`update schedule set place = 'Zimmer 12' where id = $1`, [story.county.schedule]);
  });
  afterAll(() => story.server.stop());

  const clinic = () => story.server.as(story.county.intake);
  const practice = () => story.server.as(story.county.gp);

  const opens = (more: Partial<BodyInput<typeof openSlot>>): Promise<Slot> => {
    hours += 26;
    const startsAt = new Date(Date.now() + hours * hour).toISOString();
    return clinic().get(openSlot, { body: { scheduleId: story.county.schedule, startsAt, minutes: 50, mode: 'on_site', ...more } });
  };
  const referralOf = ({ referralId: id }: WaitingPerson) => practice().get(readReferral, { params: { id } });

  async function booked(more: Partial<BodyInput<typeof openSlot>>) {
    const person = await story.joins(3);
    const slot = await opens(more);
    const { version } = await referralOf(person);
    await clinic().get(bookSlot, { params: { id: person.referralId }, version, body: { slotId: slot.id } });
    const { items } = await clinic().get(readAppointments, { query: { day: calendarDayOf(new Date(slot.startsAt)) } });
    const day = items.find(({ referralId }) => referralId === person.referralId);
    return { appointment: (await referralOf(person)).appointment, outreachIn: day?.outreachIn };
  }

  it('to the clinic, its street and the room', async () => {
    const { appointment, outreachIn } = await booked({});
    expect(appointment).toMatchObject({ mode: 'on_site', place: 'Klinik Eins, Uferweg 4, Zimmer 12, Musterdorf' });
    expect(outreachIn).toBeNull();
  });

  it('to the village, and not to the clinic, on an outreach day', async () => {
    const { appointment, outreachIn } = await booked({ municipalityKey: village });
    expect(appointment).toMatchObject({ mode: 'on_site', place: 'Klinik Eins, Bergdorf' });
    expect(outreachIn).toBe('Bergdorf');
  });

  it.each(['phone', 'video', 'home_visit'] as const)('nowhere: %s', async (mode) => {
    expect((await booked({ mode, municipalityKey: village })).appointment).toMatchObject({ mode, place: '' });
  });

  it('to the house in the village where the whole calendar is', async () => {
    await story.database.query(`update schedule set municipality_key = $2, place = 'Rathaus' where id = $1`, [
      story.county.schedule,
      village,
    ]);
    expect((await booked({})).appointment).toMatchObject({ place: 'Klinik Eins, Rathaus, Bergdorf' });
    await story.database.query(`update schedule set municipality_key = null, place = 'Zimmer 12' where id = $1`, [story.county.schedule]);
  });

  it('is said with each date of an offer; what is taken is what the referral and the history then say', async () => {
    const person = await story.joins(200);
    const [first, second] = [await opens({ municipalityKey: village }), await opens({ mode: 'phone' })];
    const offer: SlotOffer = await story.offers(first, person, { secondSlotId: second.id, outOfTurnReason: 'Nur dann möglich' });
    expect([offer.slot, offer.secondSlot]).toMatchObject([{ place: 'Klinik Eins, Bergdorf' }, { mode: 'phone', place: '' }]);
    await practice().get(acceptOffer, { params: { id: offer.id }, version: 1, body: { slotId: second.id } });
    expect((await referralOf(person)).appointment).toMatchObject({ startsAt: second.startsAt, mode: 'phone', place: '' });
    const entry = await clinic().get(readEntry, { params: { id: person.entryId } });
    expect(entry.offers).toMatchObject([{ state: 'accepted', startsAt: second.startsAt, mode: 'phone' }]);
  });
});
