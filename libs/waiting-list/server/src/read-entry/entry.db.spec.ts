import { addCalendarDays, calendarDayOf } from '@lotse/kernel';
import {
  beginPause,
  changeWishes,
  endPause,
  noWishes,
  offerSlot,
  readCandidates,
  readEntry,
  readWaitingList,
  type SaidWishes,
} from '@lotse/waiting-list/model';
import { testCounty } from '@lotse/server-kit/testing';
import { listStory, type ListStory, type WaitingPerson } from '../testing/list-story';

const today = calendarDayOf(new Date());
const inDays = (days: number): string => addCalendarDays(today, days);

describe('a place on a list', () => {
  let story: ListStory;
  let person: WaitingPerson;
  beforeAll(async () => void (story = await listStory()));
  afterAll(() => story.server.stop());
  beforeEach(async () => void (person = await story.joins(10)));

  const clinic = () => story.server.as(story.county.intake);
  const read = (id = person.entryId) => clinic().get(readEntry, { params: { id } });
  const said = (change: Partial<SaidWishes> = {}): SaidWishes => ({
    wishes: noWishes,
    shortNotice: true,
    minimumNoticeHours: 24,
    furtherServiceIds: [],
    ...change,
  });
  const say = async (change: Partial<SaidWishes>, more: object = {}) => {
    const { version } = await read();
    return clinic().call(changeWishes, { params: { id: person.entryId }, version, body: { ...said(change), ...more } });
  };
  const pause = async (startsOn: string, endsOn: string | null) => {
    const { version } = await read();
    const body = { startsOn, endsOn, reason: 'away' as const, note: null };
    return clinic().call(beginPause, { params: { id: person.entryId }, version, body });
  };
  const seenFor = async (slotId: string) => {
    const seen = await clinic().get(readCandidates, { params: { id: slotId } });
    const excluded = seen.excluded.find(({ entry }) => entry.id === person.entryId);
    return seen.candidates.some(({ id }) => id === person.entryId) ? 'fits' : excluded;
  };

  it('takes over what the referrer wrote, as far as it was released', async () => {
    const travel = { means: 'public_transport', radiusKm: 12, companion: false };
    person = await story.joins(10, { interpreter: 'tr', travel, shortNotice: false });
    const entry = await read();
    // The clinic was given identity, and not where somebody lives.
    expect(entry.wishes).toEqual({ ...noWishes, language: { code: 'tr', orInterpreter: true } });
    expect(entry).toMatchObject({ shortNotice: false, versions: [], way: null, hidden: ['contact'], state: 'waiting' });
    expect(entry.rank).toBeGreaterThan(0);
    expect(entry.waited).toEqual({ total: 10, withoutPauses: 10 });
  });

  it('keeps every version of the wishes; an earlier one can be brought back', async () => {
    const windows = [{ weekday: 1, from: '08:00', to: '12:00' }];
    expect((await say({ wishes: { ...noWishes, windows } })).status).toBe(200);
    const changed = await read();
    expect(changed.versions.map(({ version, fromReferral, said }) => [version, fromReferral, said.wishes.windows])).toEqual([
      [2, false, windows],
      [1, true, []],
    ]);
    await say(changed.versions[1]!.said, { restores: 1 });
    const back = await read();
    expect(back.wishes).toEqual(noWishes);
    expect(back.versions[0]).toMatchObject({ version: 3, restores: 1, byName: expect.any(String) });
    expect((await say({}, { restores: 9 })).problem.code).toBe('nothing-to-take-back');
  });

  it('is changed in the version that was looked at, by the clinic alone, and in the chronicle', async () => {
    const { version } = await read();
    const call = (staff: typeof story.county.intake, at = version) =>
      story.server.as(staff).call(changeWishes, { params: { id: person.entryId }, version: at, body: said() });
    expect((await call(story.county.intake, version + 5)).problem.code).toBe('version-stale');
    expect((await call(story.county.gp)).status).toBe(403);
    expect((await call(story.county.otherIntake)).status).toBe(404);
    expect((await call(story.county.intake)).status).toBe(200);
    const lines = await story.database.query(
      `select verb from chronicle_entry where subject_id = $1 and verb = 'waitingList.changeWishes'`,
      [person.entryId],
    );
    expect(lines).toHaveLength(1);
  });

  it('refuses services and schedules of others, and windows that end before they begin', async () => {
    const { otherService, service } = story.county;
    expect((await say({ furtherServiceIds: [otherService] })).problem.code).toBe('not-own-service');
    expect((await say({ wishes: { ...noWishes, excludedSchedules: [service] } })).problem.code).toBe('not-own-schedule');
    const windows = [{ weekday: 1, from: '12:00', to: '08:00' }];
    expect((await say({ wishes: { ...noWishes, windows } })).problem.code).toBe('window-ends-before-it-begins');
  });

  it('that would do with another service stands in its list as well, once', async () => {
    const group = story.county.closedService;
    await say({ furtherServiceIds: [group, story.county.service] });
    const list = await clinic().get(readWaitingList, { params: { id: group } });
    expect(list.items.filter(({ id }) => id === person.entryId)).toHaveLength(1);
    expect(list.items[0]).toMatchObject({ serviceId: story.county.service, furtherServiceIds: [group] });
    await say({});
    expect((await clinic().get(readWaitingList, { params: { id: group } })).items).toEqual([]);
  });

  it('is kept from a slot by what was said, with the sentence’s facts', async () => {
    const slot = await story.opensSlot(200);
    expect(await seenFor(slot.id)).toBe('fits');
    await say({ wishes: { ...noWishes, modes: ['video'] } });
    expect(await seenFor(slot.id)).toMatchObject({ why: 'mode' });
    await say({ wishes: { ...noWishes, excludedSchedules: [story.county.schedule] } });
    expect(await seenFor(slot.id)).toMatchObject({ why: 'clinician_excluded' });
    await say({ wishes: { ...noWishes, notBefore: inDays(90) } });
    expect(await seenFor(slot.id)).toMatchObject({ why: 'not_yet', facts: { day: inDays(90) } });
    await say({ wishes: noWishes });
    await story.database.query('update service set age_from = 90 where id = $1', [story.county.service]);
    expect(await seenFor(slot.id)).toMatchObject({ why: 'age' });
    await story.database.query('update service set age_from = 18 where id = $1', [story.county.service]);
    await story.database.query('update waiting_list_entry set cooling_off_until = $2 where id = $1', [person.entryId, inDays(3)]);
    expect(await seenFor(slot.id)).toMatchObject({ why: 'cooling_off', facts: { day: inDays(3) } });
  });

  it('is kept from a slot behind the end of the release, and by no insurance that is taken', async () => {
    const slot = await story.opensSlot(200);
    await story.database.query('update referral set insurance = $2 where id = $1', [person.referralId, 'private']);
    await story.database.query(`update service set insurances = '{statutory}' where id = $1`, [story.county.service]);
    expect(await seenFor(slot.id)).toMatchObject({ why: 'insurance' });
    const body = { entryId: person.entryId, outOfTurnReason: 'Möchte den Termin trotzdem' };
    const refused = await clinic().call(offerSlot, { params: { id: slot.id }, version: slot.version, body });
    expect(refused.problem).toMatchObject({ code: 'slot-does-not-fit', context: { why: 'insurance' } });
    await story.database.query(`update service set insurances = null where id = $1`, [story.county.service]);
    await story.database.query(`update access_grant set valid_until = now() + interval '2 days' where person_id = $1`, [person.personId]);
    expect(await seenFor(slot.id)).toMatchObject({ why: 'release_ends' });
    await story.database.query(`update access_grant set valid_until = now() - interval '2 days' where person_id = $1`, [person.personId]);
    expect(await seenFor(slot.id)).toBeUndefined();
  });

  describe('a pause', () => {
    it('keeps from slots of its days and costs no time; both clocks are shown', async () => {
      const slot = await story.opensSlot(200);
      const dayOfSlot = calendarDayOf(new Date(slot.startsAt));
      expect((await pause(today, dayOfSlot)).status).toBe(200);
      expect(await seenFor(slot.id)).toMatchObject({ why: 'paused', facts: { day: dayOfSlot } });
      await story.database.query(`alter table entry_pause disable trigger user`);
      await story.database.query(
        `update entry_pause set created_at = created_at - interval '4 days', starts_on = starts_on - 4 where entry_id = $1`,
        [person.entryId],
      );
      await story.database.query(`alter table entry_pause enable trigger user`);
      const entry = await read();
      expect(entry.waited).toEqual({ total: 10, withoutPauses: 6 });
      expect(entry.pauses).toMatchObject([{ startsOn: inDays(-4), endsOn: dayOfSlot, reason: 'away' }]);
      const ended = await clinic().call(endPause, {
        params: { id: person.entryId, pause: entry.pauses[0]!.id },
        version: entry.version,
        body: { endsOn: 'now' },
      });
      expect(ended.status).toBe(200);
      expect((await read()).pauses[0]).toMatchObject({ endsOn: inDays(-1) });
      expect(await seenFor(slot.id)).toBe('fits');
      const after = await read();
      const again = await clinic().call(endPause, {
        params: { id: person.entryId, pause: entry.pauses[0]!.id },
        version: after.version,
        body: { endsOn: inDays(5) },
      });
      expect(again.problem.code).toBe('pause-is-over');
    });

    it('is never in hindsight, never twice at a time: by the rule', async () => {
      expect((await pause(inDays(-1), null)).problem.code).toBe('pause-in-hindsight');
      expect((await pause(inDays(2), inDays(1))).problem.code).toBe('pause-ends-before-it-begins');
      expect((await pause(inDays(2), inDays(9))).status).toBe(200);
      expect((await pause(inDays(9), null)).problem.code).toBe('pause-overlaps');
    });

    it('is never in hindsight, never twice at a time: by the database', async () => {
      const values = [person.entryId, story.county.regionId, story.county.clinic, person.personId, story.county.intake.id];
      const write = (from: number, until: number | null) =>
        story.database.query(
          `insert into entry_pause (id, entry_id, region_id, organisation_id, person_id, created_by, starts_on, ends_on, reason)
           values (gen_random_uuid(), $1, $2, $3, $4, $5, (now() at time zone 'Europe/Berlin')::date + $6::int,
             (now() at time zone 'Europe/Berlin')::date + $7::int, 'away')`,
          [...values, from, until],
        );
      await expect(write(-1, null)).rejects.toThrow('entry_pause_not_in_hindsight');
      await expect(write(3, 1)).rejects.toThrow('entry_pause_in_order');
      await write(1, 5);
      await expect(write(5, null)).rejects.toThrow('entry_pause_no_overlap');
      const change = (text: string) => story.database.query(`update entry_pause set ${text} where entry_id = $1`, [person.entryId]);
      await expect(change(`starts_on = starts_on + 1`)).rejects.toThrow('beginning of a pause');
      await expect(change(`ends_on = (now() at time zone 'Europe/Berlin')::date - 3`)).rejects.toThrow(/hindsight|entry_pause_in_order/);
      await expect(change(`created_at = created_at - interval '1 day'`)).rejects.toThrow('beginning of a pause');
    });

    it('no application writes when it was entered', async () => {
      const grants = await story.database.query<{ column_name: string }>(
        `select column_name from information_schema.column_privileges
         where table_name = 'entry_pause' and grantee = 'lotse_app' and privilege_type in ('INSERT', 'UPDATE') and column_name = 'created_at'`,
      );
      expect(grants).toEqual([]);
    });
  });

  it('of another county is not there: neither its list, nor its entries, nor its slots', async () => {
    const other = await testCounty(story.database, '08337');
    const stranger = story.server.as(other.intake);
    const slot = await story.opensSlot(300);
    expect((await stranger.call(readWaitingList, { params: { id: story.county.service } })).status).toBe(404);
    expect((await stranger.call(readEntry, { params: { id: person.entryId } })).status).toBe(404);
    expect((await stranger.call(readCandidates, { params: { id: slot.id } })).status).toBe(404);
    expect((await stranger.call(changeWishes, { params: { id: person.entryId }, version: 1, body: said() })).status).toBe(404);
    expect((await clinic().call(readWaitingList, { params: { id: other.service } })).status).toBe(404);
  });
});
