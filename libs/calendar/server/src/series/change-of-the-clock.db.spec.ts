import { createSeries, openSlot, previewSeries, readSlots } from '@lotse/calendar/model';
import { IdentityModule } from '@lotse/identity/server';
import { addCalendarDays, calendarDayOf, instantAt, weekdayOf } from '@lotse/kernel';
import { startTestServer, testCounty, testDatabase, type TestCounty, type TestDatabase, type TestServer } from '@lotse/server-kit/testing';
import { CalendarModule } from '../calendar.module';
import { KeepSeriesAhead } from './keep-series-ahead';

const year = Number(calendarDayOf(new Date()).slice(0, 4)) + 1;
/** The night to the last Sunday of a month. */
const lastSunday = (month: '03' | '10') => addCalendarDays(`${year}-${month}-31`, -(weekdayOf(`${year}-${month}-31`) % 7));
const [spring, autumn] = [lastSunday('03'), lastSunday('10')];

interface Made {
  day: string;
  wall: string;
  minutes: number;
}

describe('in the nights in which the clock changes, by the database’s own reckoning', () => {
  let database: TestDatabase;
  let county: TestCounty;
  let server: TestServer;
  beforeAll(async () => {
    database = await testDatabase();
    county = await testCounty(database);
    server = await startTestServer(database, [IdentityModule, CalendarModule]);
  });
  afterAll(() => server.stop());

  const clinic = () => server.as(county.intake);
  const other = () => server.as(county.otherIntake);
  const made = (seriesId: string) =>
    database.query<Made>(
      `select to_char(series_day, 'YYYY-MM-DD') as day, to_char(lower(during) at time zone 'Europe/Berlin', 'YYYY-MM-DD HH24:MI') as wall,
         (extract(epoch from upper(during) - lower(during)) / 60)::int as minutes
       from slot where series_id = $1 order by series_day`,
      [seriesId],
    );

  it.each([
    ['the hour is left out', spring, '09:00', '09:00'],
    ['the hour is left out, at a time that does not exist', spring, '02:30', '03:30'],
    ['the hour comes twice', autumn, '09:10', '09:10'],
    ['the hour comes twice, at a time that does', autumn, '02:30', '02:30'],
  ])('when %s a series has one slot a day, as long as every other', async (_, sunday, startsAt, onSunday) => {
    const days = [-1, 0, 1].map((more) => addCalendarDays(sunday, more));
    const body = {
      scheduleId: county.schedule,
      rule: 'FREQ=DAILY',
      startsOn: days[0]!,
      endsOn: days[2]!,
      startsAt,
      minutes: 50,
      mode: 'on_site' as const,
      onHolidays: true,
    };
    const shown = await clinic().get(previewSeries, { body: { series: body } });
    expect(shown.days.map(({ day, fate }) => [day, fate])).toEqual(days.map((day) => [day, 'made']));
    const { series } = await clinic().get(createSeries, { body });
    await server.app.get(KeepSeriesAhead).run();
    const expected = days.map((day) => ({ day, wall: `${day} ${day === sunday ? onSunday : startsAt}`, minutes: 50 }));
    expect(await made(series.id)).toEqual(expected);
  });

  it('both hours that show the same clock can be given out, and the day of 25 hours has them', async () => {
    const starts = [`${autumn}T00:05:00.000Z`, `${autumn}T01:05:00.000Z`];
    const open = (startsAt: string, minutes: number) =>
      other().call(openSlot, { body: { scheduleId: county.otherSchedule, startsAt, minutes, mode: 'phone' } });
    expect((await open(starts[0]!, 60)).status).toBe(201);
    expect((await open(starts[1]!, 60)).status).toBe(201);
    expect((await open(starts[0]!, 60)).problem?.code).toBe('slot-overlaps');
    const [from, to] = [instantAt(autumn), instantAt(addCalendarDays(autumn, 1))];
    expect((to.getTime() - from.getTime()) / 3_600_000).toBe(25);
    const { items } = await other().get(readSlots, { query: { from: from.toISOString(), to: to.toISOString() } });
    expect(items.map(({ startsAt }) => startsAt)).toEqual(expect.arrayContaining(starts));
  });
});
