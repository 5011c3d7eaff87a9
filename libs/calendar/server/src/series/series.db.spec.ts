import {
  cancelSlot,
  changeSeries,
  createSeries,
  endSeries,
  exceptSeriesDay,
  openSlot,
  previewSeries,
  readSeries,
  readSlots,
  type Slot,
} from '@lotse/calendar/model';
import { IdentityModule } from '@lotse/identity/server';
import { addCalendarDays, calendarDayOf, instantAt, newId } from '@lotse/kernel';
import { holidaysOf } from '@lotse/region/model';
import { startTestServer, testCounty, testDatabase, type TestCounty, type TestDatabase, type TestServer } from '@lotse/server-kit/testing';
import { CalendarModule } from '../calendar.module';
import { Slots } from '../slots';
import { KeepSeriesAhead } from './keep-series-ahead';

/** The Monday after next: nothing of a series from then on has begun. */
const monday = addCalendarDays(calendarDayOf(new Date()), 14 - ((new Date(`${calendarDayOf(new Date())}T00:00:00Z`).getUTCDay() + 6) % 7));
const dayAfter = (days: number) => addCalendarDays(monday, days);
const years = [0, 1].map((more) => Number(monday.slice(0, 4)) + more);
const holidays = new Set(years.flatMap((year) => holidaysOf('DE-BW', year)));

describe('a series', () => {
  let database: TestDatabase;
  let county: TestCounty;
  let server: TestServer;
  let hour = 6;
  beforeAll(async () => {
    database = await testDatabase();
    county = await testCounty(database);
    server = await startTestServer(database, [IdentityModule, CalendarModule]);
  });
  afterAll(() => server.stop());
  /** Every test has an hour of its own. */
  beforeEach(() => void (hour += 1));

  const clinic = () => server.as(county.intake);
  const time = () => `${String(hour).padStart(2, '0')}:00`;
  const written = (more: object = {}) => ({
    scheduleId: county.schedule,
    rule: 'FREQ=DAILY',
    startsOn: monday,
    endsOn: null,
    startsAt: time(),
    minutes: 30,
    mode: 'on_site' as const,
    ...more,
  });
  const slotsOf = async (seriesId: string): Promise<{ day: string; state: string; at: Date }[]> =>
    database.query(
      `select to_char(series_day, 'YYYY-MM-DD') as day, state, lower(during) as at from slot where series_id = $1 order by series_day, place`,
      [seriesId],
    );
  const keepAhead = () => server.app.get(KeepSeriesAhead).run();
  const take = async (seriesId: string, day: string) => {
    const [row] = await database.query<{ id: string }>('select id from slot where series_id = $1 and series_day = $2', [seriesId, day]);
    await server.database.asOrganisation({ organisationId: county.clinic, regionId: county.regionId }, async (transaction) => {
      const slots = server.app.get(Slots);
      slots.take(transaction, await slots.load(transaction, row!.id), newId());
    });
    return row!.id;
  };

  it('is shown before it is saved, and made as it was shown: twelve weeks, without holidays, with the clash named', async () => {
    const inTheWay: Slot = await clinic().get(openSlot, {
      body: { scheduleId: county.schedule, startsAt: instantAt(dayAfter(1), time()).toISOString(), minutes: 20, mode: 'phone' },
    });
    const series = written();
    const { days, until } = await clinic().get(previewSeries, { body: { series } });
    expect(await database.query('select id from slot_series')).toEqual([]);
    expect(until).toBe(dayAfter(83));
    expect(days).toHaveLength(84);
    const clash = days.find(({ day }) => day === dayAfter(1));
    expect(clash).toMatchObject({ fate: 'clash', with: { name: 'Sprechzimmer 1', startsAt: inTheWay.startsAt, endsAt: inTheWay.endsAt } });
    for (const { day, fate } of days.filter((one) => one !== clash))
      expect([day, fate]).toEqual([day, holidays.has(day) ? 'holiday' : 'made']);

    const made = await clinic().get(createSeries, { body: series });
    expect(made.days.map(({ day, fate }) => [day, fate])).toEqual(days.map(({ day, fate }) => [day, fate]));
    const slots = await slotsOf(made.series.id);
    expect(slots.map(({ day }) => day)).toEqual(days.filter(({ fate }) => fate === 'made').map(({ day }) => day));
    for (const { day, at } of slots) expect(at).toEqual(instantAt(day, time()));
    expect(made.made).toBe(slots.length);
  });

  it('is kept ahead by the worker as often as it likes, also by several at once, and nothing comes twice or comes back', async () => {
    const { series } = await clinic().get(createSeries, { body: written({ rule: 'FREQ=WEEKLY;BYDAY=TU,TH', places: 2 }) });
    const before = await slotsOf(series.id);
    const { items } = await clinic().get(readSlots, {
      query: { from: instantAt(dayAfter(1)).toISOString(), to: instantAt(dayAfter(2)).toISOString() },
    });
    const one = items.find(({ startsAt }) => startsAt === instantAt(dayAfter(1), time()).toISOString())!;
    await clinic().get(cancelSlot, { params: { id: one.id }, version: 1, body: { reason: 'other' } });
    await Promise.all([keepAhead(), keepAhead(), keepAhead()]);
    expect((await slotsOf(series.id)).map(({ day }) => day)).toEqual(before.map(({ day }) => day));

    // As if it had been made when the horizon was nearer.
    await database.query('delete from slot where series_id = $1 and series_day > $2', [series.id, dayAfter(40)]);
    await Promise.all([keepAhead(), keepAhead()]);
    expect((await slotsOf(series.id)).map(({ day }) => day)).toEqual(before.map(({ day }) => day));
  });

  it('one day is left out or moved; the others stay', async () => {
    const { series } = await clinic().get(createSeries, { body: written({ rule: 'FREQ=WEEKLY;BYDAY=MO,WE', endsOn: dayAfter(16) }) });
    const params = { id: series.id };
    const seen = (await slotsOf(series.id)).map(({ day }) => day);
    const [first, second] = seen as [string, string];
    await clinic().get(exceptSeriesDay, { params, version: 1, body: { day: first, movedTo: null } });
    const to = { day: addCalendarDays(second, 1), startsAt: '20:15' };
    const after = await clinic().get(exceptSeriesDay, { params, version: 2, body: { day: second, movedTo: to } });
    expect(after.exceptions).toEqual([
      { day: first, movedTo: null },
      { day: second, movedTo: instantAt(to.day, to.startsAt).toISOString() },
    ]);
    await keepAhead();
    const slots = await slotsOf(series.id);
    expect(slots[0]).toMatchObject({ day: first, state: 'cancelled' });
    expect(slots[1]).toMatchObject({ day: second, state: 'open', at: instantAt(to.day, to.startsAt) });
    expect(slots.slice(2).every(({ day, state, at }) => state === 'open' && at.getTime() === instantAt(day, time()).getTime())).toBe(true);
    const wrong = await clinic().call(exceptSeriesDay, { params, version: 3, body: { day: addCalendarDays(monday, 1), movedTo: null } });
    expect(wrong).toMatchObject({ status: 422, problem: { code: 'series-day-unknown', fields: [{ field: 'day' }] } });
  });

  it('from here on it is another one; what somebody has stays and is named', async () => {
    const { series } = await clinic().get(createSeries, {
      body: written({ rule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', endsOn: dayAfter(11) }),
    });
    const late = (await slotsOf(series.id)).map(({ day }) => day).filter((day) => day >= dayAfter(7));
    const had = await take(series.id, late[0]!);
    const change = {
      params: { id: series.id },
      version: 1,
      body: written({ rule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', startsOn: dayAfter(7), endsOn: dayAfter(11), minutes: 25 }),
    };
    const shown = await clinic().get(previewSeries, { body: { series: change.body, instead: series.id } });
    expect(shown.days.find(({ day }) => day === late[0])!.fate).toBe('clash');
    const changed = await clinic().get(changeSeries, change);
    expect(changed).toMatchObject({ made: late.length - 1, cancelled: late.length - 1, kept: [{ id: had }] });
    expect((await slotsOf(series.id)).filter(({ day, state }) => day >= dayAfter(7) && state === 'open')).toEqual([]);
    expect((await clinic().call(changeSeries, change)).problem.code).toBe('version-stale');
    const { items } = await clinic().get(readSeries);
    expect(items.find(({ id }) => id === series.id)).toMatchObject({ endsOn: dayAfter(6) });

    const left = await slotsOf(changed.series.id);
    const end = await clinic().get(endSeries, { params: { id: changed.series.id }, version: 1, body: { from: monday } });
    expect(end).toMatchObject({ cancelled: left.length, kept: [] });
    expect(await keepAhead()).toBe(0);
  });

  it.each([
    ['a rule that is none', { rule: 'FREQ=HOURLY' }, 'invalid-input', 'rule'],
    ['a time that no clock shows', { startsAt: '25:00' }, 'invalid-input', 'startsAt'],
    ['a calendar of somebody else', (found: TestCounty) => ({ scheduleId: found.otherSchedule }), 'unknown-schedule', 'scheduleId'],
    ['an end before the beginning', { endsOn: addCalendarDays(monday, -1) }, 'series-empty', 'rule'],
  ])('refuses %s and names the field', async (_, more, code, field) => {
    const body = written(typeof more === 'function' ? more(county) : more);
    expect((await clinic().call(createSeries, { body })).problem).toMatchObject({ code, fields: [{ field }] });
  });
});
