import { addCalendarDays, calendarDayOf, instantAt } from '@lotse/kernel';
import { holidaysOf, workingDaysOf } from '@lotse/region/model';
import type { WrittenSeries } from '@lotse/calendar/model';
import fc from 'fast-check';
import { planDays, timeWanted, withClashes, type SeriesFacts } from './fates';
import { daysOf, spanOn } from './occurrences';

const wall = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Berlin', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const clockAt = (instant: Date) => wall.format(instant);

const series: WrittenSeries = {
  scheduleId: '018f0000-0000-7000-8000-000000000001',
  rule: 'FREQ=WEEKLY;BYDAY=MO,WE',
  startsOn: '2026-10-05',
  endsOn: null,
  startsAt: '09:00',
  minutes: 50,
  mode: 'on_site',
  places: 1,
  municipalityKey: null,
  bufferBefore: 0,
  bufferAfter: 10,
  resourceIds: [],
  onHolidays: false,
};
const settings = { land: 'DE-BW', saturdayCounts: true };
const facts: SeriesFacts = {
  now: new Date('2026-10-01T00:00:00Z'),
  made: new Set(),
  exceptions: new Map(),
  away: [],
  isHoliday: workingDaysOf(settings).isHoliday,
};

describe('the days of a series', () => {
  it('go on from its first day, whenever one looks', () => {
    const rule = 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU';
    expect(daysOf(rule, '2026-10-06', '2026-10-06', '2026-11-10')).toEqual(['2026-10-06', '2026-10-20', '2026-11-03']);
    expect(daysOf(rule, '2026-10-06', '2026-10-15', '2026-11-10')).toEqual(['2026-10-20', '2026-11-03']);
    expect(daysOf('FREQ=MONTHLY;BYDAY=-1TH', '2026-10-01', '2026-10-01', '2027-01-01')).toEqual(['2026-10-29', '2026-11-26', '2026-12-31']);
    expect(daysOf('FREQ=DAILY;INTERVAL=3', '2026-02-26', '2026-02-26', '2026-03-05')).toEqual(['2026-02-26', '2026-03-01', '2026-03-04']);
  });

  it('09:00 stays 09:00 over both changes of the clock', () => {
    const around = [
      ...daysOf(series.rule, '2026-10-19', '2026-10-19', '2026-10-31'),
      ...daysOf(series.rule, '2027-03-22', '2027-03-22', '2027-04-02'),
    ];
    const instants = around.map((day) => spanOn(day, '09:00', 50).begins.toISOString().slice(5, 16));
    expect(instants).toEqual([
      '10-19T07:00',
      '10-21T07:00',
      '10-26T08:00',
      '10-28T08:00',
      '03-22T08:00',
      '03-24T08:00',
      '03-29T07:00',
      '03-31T07:00',
    ]);
  });

  it('every occurrence of any series has the wanted time by the clock on the wall, and lies on a day of its rule', () => {
    const rules = fc.constantFrom('FREQ=DAILY', 'FREQ=WEEKLY;BYDAY=SA,SU', 'FREQ=WEEKLY;INTERVAL=3;BYDAY=MO', 'FREQ=MONTHLY;BYDAY=-1SU');
    const time = fc.record({ hour: fc.nat(23), minute: fc.nat(59) });
    fc.assert(
      fc.property(rules, fc.integer({ min: 0, max: 3_650 }), time, (rule, offset, { hour, minute }) => {
        const startsOn = addCalendarDays('2024-01-01', offset);
        const startsAt = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
        for (const day of daysOf(rule, startsOn, startsOn, addCalendarDays(startsOn, 400))) {
          const { begins, ends } = spanOn(day, startsAt, 50);
          // In the night in spring there is no such time between two and three; then it is the hour after it.
          const isSkipped = hour === 2 && clockAt(instantAt(day, '02:30')) !== '02:30';
          expect(clockAt(begins)).toBe(isSkipped ? startsAt.replace('02', '03') : startsAt);
          expect(calendarDayOf(begins)).toBe(day);
          expect(ends.getTime() - begins.getTime()).toBe(3_000_000);
        }
      }),
      { seed: 46, numRuns: 60 },
    );
  });
});

describe('what becomes of each day', () => {
  const fates = (days: readonly string[], given: Partial<SeriesFacts> = {}, changed: Partial<WrittenSeries> = {}) =>
    planDays(days, { ...series, ...changed }, { ...facts, ...given }).map(({ fate }) => fate);

  it('public holidays of the Land are left out, every one of them, unless stated otherwise', () => {
    const holidays = [...holidaysOf('DE-BW', 2026), ...holidaysOf('DE-BW', 2027)].filter((day) => day > '2026-10-01');
    expect(new Set(fates(holidays))).toEqual(new Set(['holiday']));
    expect(new Set(fates(holidays, {}, { onHolidays: true }))).toEqual(new Set(['made']));
    expect(fates(['2026-12-23', '2026-12-25', '2026-12-28'])).toEqual(['made', 'holiday', 'made']);
  });

  it('one day is left out, another is at another time', () => {
    const moved = new Date('2026-10-13T12:00:00Z');
    const planned = planDays(['2026-10-05', '2026-10-07', '2026-10-12'], series, {
      ...facts,
      exceptions: new Map([
        ['2026-10-07', null],
        ['2026-10-12', moved],
      ]),
    });
    expect(planned.map(({ fate }) => fate)).toEqual(['made', 'left_out', 'made']);
    expect(planned[2]).toMatchObject({ startsAt: moved.toISOString(), endsAt: '2026-10-13T12:50:00.000Z' });
  });

  it('who is away is left out, or somebody stands in', () => {
    const away = { fromDay: '2026-10-06', untilDay: '2026-10-12', deputyName: null, deputyScheduleId: null };
    const deputy = { ...away, deputyName: 'Sprechstunde B', deputyScheduleId: '018f0000-0000-7000-8000-000000000002' };
    const days = ['2026-10-05', '2026-10-07', '2026-10-12', '2026-10-14'];
    expect(fates(days, { away: [away] })).toEqual(['made', 'absent', 'absent', 'made']);
    expect(fates(days, { away: [deputy] })).toEqual(['made', 'deputy', 'deputy', 'made']);
    expect(timeWanted(planDays(['2026-10-07'], series, { ...facts, away: [deputy] }), series)).toEqual([
      {
        key: '2026-10-07',
        schedules: [deputy.deputyScheduleId],
        begins: new Date('2026-10-07T07:00:00Z'),
        ends: new Date('2026-10-07T08:00:00Z'),
      },
    ]);
  });

  it('what has passed, what was made and what clashes is not made again', () => {
    const days = ['2026-10-05', '2026-10-07', '2026-10-12'];
    const planned = planDays(days, series, { ...facts, now: new Date('2026-10-05T07:00:00Z'), made: new Set(['2026-10-07']) });
    const clash = {
      key: '2026-10-12',
      slotId: 'x',
      scheduleName: 'Raum 2',
      startsAt: new Date('2026-10-12T07:30:00Z'),
      endsAt: new Date('2026-10-12T08:30:00Z'),
      takenFrom: new Date('2026-10-12T07:30:00Z'),
      takenUntil: new Date('2026-10-12T08:30:00Z'),
    };
    expect(withClashes(planned, [clash]).map(({ fate }) => fate)).toEqual(['past', 'made_already', 'clash']);
  });
});
