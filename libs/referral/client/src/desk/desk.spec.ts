import type { ReferralRow } from '@lotse/referral/model';
import { reasonsOf, takenFrom } from './desk-rules';
import { snoozeDays } from './snooze-days';

const days = (today: string) => snoozeDays(today).map(({ key, day }) => `${key} ${day}`);
const of = (id: string | null) => ({ assignee: id === null ? null : { id, displayName: `Frau ${id}` } }) as ReferralRow;

describe('the triage desk', () => {
  it('puts aside until tomorrow, Monday or in a week', () => {
    expect(days('2026-11-24')).toEqual(['tomorrow 2026-11-25', 'monday 2026-11-30', 'week 2026-12-01']);
  });

  it('offers no weekend, and no day twice', () => {
    expect(days('2026-11-27')).toEqual(['monday 2026-11-30', 'week 2026-12-04']);
    expect(days('2026-11-22')).toEqual(['tomorrow 2026-11-23', 'week 2026-11-29']);
    expect(days('2026-11-23')).toEqual(['tomorrow 2026-11-24', 'monday 2026-11-30']);
  });

  it('knows from whom work would be taken', () => {
    expect(takenFrom([of('Keller'), of(null), of('Ich'), of('Keller')], 'Ich')).toEqual(['Frau Keller']);
  });

  it('tells each reason once', () => {
    expect(reasonsOf([{ code: 'not-found' }, { code: 'snooze-past-due' }, { code: 'not-found' }])).toEqual([
      { code: 'not-found', count: 2 },
      { code: 'snooze-past-due', count: 1 },
    ]);
  });
});
