import { monthText, percentText, takenIn } from './words';

describe('figures in words', () => {
  it('are said in the unit that one would use', () => {
    expect([0.2, 45, 120, 47 * 60, 60 * 24 * 8].map((minutes) => takenIn(minutes))).toEqual([
      { unit: 'minutes', count: 1 },
      { unit: 'minutes', count: 45 },
      { unit: 'hours', count: 2 },
      { unit: 'hours', count: 47 },
      { unit: 'days', count: 8 },
    ]);
  });

  it('are written as one writes them', () => {
    expect([percentText(1.304, 'de'), percentText(0.3, 'en')]).toEqual(['130\u00a0%', '30%']);
    expect([monthText('2026-11', 'de'), monthText('2026-03', 'en')]).toEqual(['November 2026', 'March 2026']);
  });
});
