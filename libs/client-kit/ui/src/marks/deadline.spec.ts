import { deadlineOf } from './deadline';

const start = '2026-11-01';
const due = '2026-11-21';
const at = (day: string) => `${day}T09:00:00Z`;

describe('deadlineOf', () => {
  it('counts the days that are left', () => {
    expect(deadlineOf({ start, due }, at('2026-11-11'))).toMatchObject({ tone: 'done', key: 'left', count: 10, target: 100 });
  });

  it('is due soon two days before, and today on the day itself until midnight', () => {
    expect(deadlineOf({ start, due }, at('2026-11-19'))).toMatchObject({ tone: 'due', key: 'left', count: 2 });
    expect(deadlineOf({ start, due }, '2026-11-21T20:00:00Z')).toMatchObject({ tone: 'due', key: 'today' });
  });

  it('puts the target on the bar once it has passed', () => {
    const late = deadlineOf({ start, due }, at('2026-11-24'));
    expect(late).toMatchObject({ tone: 'overdue', key: 'over', count: 3, filled: 100 });
    expect(late.target).toBeGreaterThan(80);
    expect(late.target).toBeLessThan(100);
  });

  it('is measured on a scale where several are compared', () => {
    const bar = (dates: object) => deadlineOf({ start, due, scale: 40, ...dates }, at('2026-11-11'));
    const [early, late] = [bar({}), bar({ due: '2026-11-06' })];
    expect([early.filled, late.filled]).toEqual([late.filled, late.filled]);
    expect(early.target).toBeCloseTo(50, 0);
    expect([early.end, late.end]).toEqual([early.target, late.filled]);
  });

  it('is overdue by the minute when a time was set', () => {
    expect(deadlineOf({ start, due: '2026-11-21T10:00:00Z' }, '2026-11-21T10:30:00Z')).toMatchObject({ tone: 'overdue', key: 'overToday' });
  });

  it('stands still while paused, and is over when it was met', () => {
    const paused = deadlineOf({ start, due, pausedSince: '2026-11-11' }, at('2027-02-01'));
    expect(paused).toMatchObject({ tone: 'paused', key: 'paused' });
    expect(paused.filled).toBeLessThan(60);
    expect(deadlineOf({ start, due, metOn: '2026-11-18' }, at('2027-02-01'))).toMatchObject({ tone: 'done', key: 'met' });
  });
});
