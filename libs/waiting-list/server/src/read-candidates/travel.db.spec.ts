import { changeTravelTimes, readTravelTimes, restoreTravelTimes, type WrittenWay } from '@lotse/region/model';
import { addStaff, testCounty, type TestStaff } from '@lotse/server-kit/testing';
import { changeWishes, noWishes, readCandidates, readEntry, type Wishes } from '@lotse/waiting-list/model';
import { listStory, type ListStory, type WaitingPerson } from '../testing/list-story';

const village = '08336999';
const town = '08336081';

describe('ways to a slot', () => {
  let story: ListStory;
  let administrator: TestStaff;
  let person: WaitingPerson;

  beforeAll(async () => {
    story = await listStory();
    administrator = await addStaff(story.database, story.county.clinic, ['region_admin']);
    await story.database.query(
      `insert into municipality (ags, region_id, name, postcode, latitude, longitude, population) values ($1, $2, 'Hinterdorf', '79650', 47.75, 7.95, 300)`,
      [village, story.county.regionId],
    );
    person = await story.joins(10);
    await story.database.query('update person set ags = $2 where id = $1', [person.personId, village]);
    await story.database.query(`update access_grant set parts = parts || '{contact}' where person_id = $1`, [person.personId]);
  });
  afterAll(() => story.server.stop());

  const county = () => story.server.as(administrator);
  const clinic = () => story.server.as(story.county.intake);
  const bus: WrittenWay = { fromAgs: village, toAgs: town, means: 'bus', minutes: 70, firstArrival: null, lastDeparture: null };
  const say = async (rows: WrittenWay[]) => {
    const { version } = await county().get(readTravelTimes);
    return county().call(changeTravelTimes, { version, body: { rows, why: 'Fahrplan' } });
  };
  const wants = async (travel: Wishes['travel']) => {
    const { version } = await clinic().get(readEntry, { params: { id: person.entryId } });
    const body = { wishes: { ...noWishes, travel }, shortNotice: true, minimumNoticeHours: 1, furtherServiceIds: [] };
    await clinic().get(changeWishes, { params: { id: person.entryId }, version, body });
  };
  const seenFor = async (slotId: string) => {
    const { candidates, excluded } = await clinic().get(readCandidates, { params: { id: slotId } });
    return candidates.some(({ id }) => id === person.entryId) ? 'fits' : excluded.find(({ entry }) => entry.id === person.entryId);
  };

  it('are estimated until the county says better; each change is a version, and can be taken back', async () => {
    const slot = await story.opensSlot(200);
    await wants({ means: 'bus', maxMinutes: 65, maxKm: null });
    expect(await seenFor(slot.id)).toBe('fits');
    expect((await say([bus])).status).toBe(200);
    expect(await seenFor(slot.id)).toMatchObject({ why: 'too_far', facts: { minutes: 70, limit: 65 } });
    await say([{ ...bus, minutes: 40 }]);
    expect(await seenFor(slot.id)).toBe('fits');
    const before = await county().get(readTravelTimes);
    expect(before.versions.map(({ version }) => version)).toEqual([2, 1]);
    await county().get(restoreTravelTimes, { version: 2, body: { restores: 1, why: 'Irrtum' } });
    const after = await county().get(readTravelTimes);
    expect(after).toMatchObject({ version: 3, items: [{ minutes: 70 }] });
    expect(after.versions[0]).toMatchObject({ restores: 1, why: 'Irrtum', ways: 1 });
    await county().get(restoreTravelTimes, { version: 3, body: { restores: 0, why: 'Von vorn' } });
    expect((await county().get(readTravelTimes)).items).toEqual([]);
    expect((await clinic().get(readEntry, { params: { id: person.entryId } })).way).toMatchObject({ from: 'Hinterdorf', isComputed: true });
  });

  it('do not exist at every hour: nobody is offered a slot they cannot get to', async () => {
    const slot = await story.opensSlot(200);
    await wants({ means: 'bus', maxMinutes: null, maxKm: null });
    await say([{ ...bus, firstArrival: '23:59' }]);
    expect(await seenFor(slot.id)).toMatchObject({ why: 'comes_too_late', facts: { clock: '23:59' } });
    await say([{ ...bus, minutes: null }]);
    expect(await seenFor(slot.id)).toBe('fits');
  });

  it('are changed by whoever administers the county, in the version that was looked at, within the county', async () => {
    const { version } = await county().get(readTravelTimes);
    expect((await clinic().call(changeTravelTimes, { version, body: { rows: [bus], why: 'x' } })).status).toBe(403);
    expect((await county().call(changeTravelTimes, { version: version + 4, body: { rows: [bus], why: 'x' } })).problem.code).toBe(
      'version-stale',
    );
    const strange = { ...bus, toAgs: '09999999' };
    expect((await say([strange])).problem.code).toBe('unknown-place');
    expect((await say([{ ...bus, minutes: null }])).problem.code).toBe('nothing-to-change');
    await say([{ ...bus, minutes: 33 }]);
    const other = await testCounty(story.database, '08337');
    const stranger = await addStaff(story.database, other.clinic, ['region_admin']);
    expect(await story.server.as(stranger).get(readTravelTimes)).toEqual({ version: 0, items: [], versions: [] });
    await expect(story.database.query('set role lotse_app; update travel_time set minutes = 1')).rejects.toThrow();
  });

  it('are one for two appointments of a day: it is said, and puts nobody before anybody else', async () => {
    const slot = await story.opensSlot(200);
    const first = await story.joins(90);
    const before = await clinic().get(readCandidates, { params: { id: slot.id } });
    expect(before.sameTrip).toEqual([]);
    await story.database.query(
      `with other as (insert into slot (id, region_id, organisation_id, schedule_id, service_id, during, mode, state, holder_id)
         select gen_random_uuid(), s.region_id, s.organisation_id, $2, $3, tstzrange(lower(s.during) + interval '70 minutes', lower(s.during) + interval '90 minutes'),
           'on_site', 'taken', $4::uuid from slot s where s.id = $1 returning id, region_id, organisation_id)
       insert into appointment (id, region_id, organisation_id, slot_id, referral_id, person_id, booked_by)
         select gen_random_uuid(), region_id, organisation_id, id, $4, $5, $6 from other`,
      [slot.id, story.county.schedule, story.county.closedService, person.referralId, person.personId, story.county.intake.id],
    );
    const seen = await clinic().get(readCandidates, { params: { id: slot.id } });
    expect(seen.sameTrip).toMatchObject([{ entryId: person.entryId, whose: 'own', place: 'Musterdorf' }]);
    expect(seen.candidates[0]!.id).toBe(first.entryId);
  });
});
