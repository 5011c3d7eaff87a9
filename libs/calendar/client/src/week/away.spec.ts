import type { Absence, Schedule, Slot } from '@lotse/calendar/model';
import { absencesOf, awayFrom, linesOf } from './away';
import type { ShownSlot } from './groups';
import { listRows } from './list-rows';

const away = (staffId: string, fromDay: string, untilDay: string, deputyId: string | null = null) =>
  ({ staffId, staffName: staffId, fromDay, untilDay, deputyId }) as Absence;
const schedules = [
  { id: 'room', staffId: null },
  { id: 'winters', staffId: 'winter' },
  { id: 'sommers', staffId: 'sommer' },
] as Pick<Schedule, 'id' | 'staffId'>[];
const slot = (scheduleId: string, startsAt: string, resources: { id: string; name: string }[] = []) =>
  ({ scheduleId, startsAt, resources }) as Pick<Slot, 'scheduleId' | 'startsAt' | 'resources'>;

describe('who is away', () => {
  const winter = away('winter', '2026-11-23', '2026-11-25', 'sommer');

  it('concerns their own calendar and that of whoever stands in', () => {
    expect(absencesOf([winter], schedules, undefined)).toEqual([winter]);
    expect(absencesOf([winter], schedules, 'winters')).toEqual([winter]);
    expect(absencesOf([winter], schedules, 'sommers')).toEqual([winter]);
    expect(absencesOf([winter], schedules, 'room')).toEqual([]);
  });

  it('is told by the day on the wall, of their own slots and of those that need them besides', () => {
    const isAway = (...given: Parameters<typeof slot>) => awayFrom(slot(...given), [winter], schedules) !== undefined;
    expect(isAway('winters', '2026-11-25T10:00:00Z')).toBe(true);
    expect(isAway('winters', '2026-11-25T23:30:00Z')).toBe(false);
    expect(isAway('winters', '2026-11-22T23:30:00Z')).toBe(true);
    expect(isAway('sommers', '2026-11-25T10:00:00Z')).toBe(false);
    expect(isAway('sommers', '2026-11-25T10:00:00Z', [{ id: 'winters', name: 'Winter' }])).toBe(true);
  });

  it('is a row before what lies on the first day that is shown', () => {
    const on = (id: string, startsAt: string) => ({ id, startsAt }) as ShownSlot;
    const given = [
      { ...winter, id: 'before' },
      { ...away('b', '2026-11-26', '2026-11-26'), id: 'later' },
    ];
    const rows = listRows([on('1', '2026-11-24T08:00:00Z'), on('2', '2026-11-26T08:00:00Z')], given, '2026-11-24');
    expect(rows.map(({ id }) => id)).toEqual(['before', '1', 'later', '2']);
  });

  it('stands in the same line on all days, and below whoever is away at the same time', () => {
    const lines = linesOf([away('c', '2026-11-26', '2026-11-26'), away('b', '2026-11-24', '2026-11-27'), winter]);
    expect(lines.map(({ absence, line }) => [absence.staffId, line])).toEqual([
      ['winter', 1],
      ['b', 2],
      ['c', 1],
    ]);
  });
});
