import { calendarDayOf } from '@lotse/kernel';
import fc from 'fast-check';
import { comesBackAt, refusedOnDesk, refusedSnooze, refusedSnoozeDay } from './desk.rules';
import { missingPieces } from './missing-pieces';
import { referralLifecycle } from './referral.lifecycle';

const inBerlin = new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', timeStyle: 'short' });

describe('putting aside', () => {
  it.each(['2026-11-23', '2026-03-29', '2026-10-25', '2028-02-29'])(
    'until %s means eight in the morning there, also when clocks change',
    (day) => {
      expect([calendarDayOf(comesBackAt(day)), inBerlin.format(comesBackAt(day))]).toEqual([day, '08:00']);
    },
  );

  it.each([
    ['yesterday', '2026-11-22', 'snooze-not-ahead'],
    ['this morning', '2026-11-23', 'snooze-not-ahead'],
    ['tomorrow', '2026-11-24', undefined],
  ])('%s', (_, day, code) => {
    expect(refusedSnoozeDay(day, new Date('2026-11-23T08:00:00+01:00'))?.code).toBe(code);
  });

  it('promise 2: never past the due date, whenever that is', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1000, max: 1000 }), (hours) => {
        const until = new Date('2026-11-23T07:00:00Z');
        const dueAt = new Date(until.getTime() + hours * 3_600_000);
        expect(refusedSnooze(until, { state: 'received', dueAt })?.code).toBe(hours < 0 ? 'snooze-past-due' : undefined);
      }),
    );
  });

  it('and assigning is for everything that is still open', () => {
    const refused = referralLifecycle.states.filter((state) => refusedOnDesk(state) !== undefined);
    expect(refused).toEqual(['closed', 'withdrawn', 'entered_in_error']);
    expect(refusedSnooze(new Date(), { state: 'closed', dueAt: null })?.code).toBe('invalid-state');
  });
});

describe('what is missing', () => {
  const nothing = { hasPhone: false, hasDiagnosis: false, hasMedication: false, hasKvnr: false, releaseEndsSoon: true };

  it('is asked for in one order, and not once it has ended', () => {
    expect(missingPieces({ state: 'received', ...nothing })).toEqual(['phone', 'diagnosis', 'medication', 'kvnr', 'release_ends']);
    expect(missingPieces({ state: 'withdrawn', ...nothing })).toEqual([]);
  });
});
