import { isStale, queryOfFilters } from './directory-filters';

describe('directory filters', () => {
  it('leave what is empty out of the address', () => {
    expect(queryOfFilters({ text: 'angst', municipality: '', withinKm: '', category: '' })).toEqual({ text: 'angst' });
  });

  it('need a place to measure a distance from', () => {
    expect(queryOfFilters({ text: '', municipality: '', withinKm: '10', category: '' })).toEqual({});
    expect(queryOfFilters({ text: '', municipality: '08336050', withinKm: '10', category: '' })).toEqual({
      municipality: '08336050',
      withinKm: '10',
    });
  });

  it('call an entry out of date after 90 days', () => {
    const now = Date.parse('2026-11-22T09:00:00Z');
    expect(isStale('2026-08-30', now)).toBe(false);
    expect(isStale('2026-08-01', now)).toBe(true);
  });
});
