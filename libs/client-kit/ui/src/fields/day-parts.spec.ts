import { dayOfParts, partsOfDay, partsOfPasted } from './day-parts';

describe('a date in three parts', () => {
  it('is a calendar day, with years of two digits in the past', () => {
    expect(dayOfParts({ day: '4', month: '3', year: '1971' }, 2026)).toBe('1971-03-04');
    expect(dayOfParts({ day: '04', month: '03', year: '52' }, 2026)).toBe('1952-03-04');
    expect(dayOfParts({ day: '04', month: '03', year: '14' }, 2026)).toBe('2014-03-04');
  });

  it('is nothing while it is not complete, or if there is no such day', () => {
    expect(dayOfParts({ day: '31', month: '02', year: '1971' }, 2026)).toBe('');
    expect(dayOfParts({ day: '', month: '02', year: '1971' }, 2026)).toBe('');
    expect(dayOfParts({ day: '1', month: '2', year: '197' }, 2026)).toBe('');
  });

  it('can be pasted whole', () => {
    expect(partsOfPasted('24.11.1952')).toEqual({ day: '24', month: '11', year: '1952' });
    expect(partsOfPasted('1952-11-24')).toEqual(partsOfDay('1952-11-24'));
    expect(partsOfPasted('hello')).toBeUndefined();
  });
});
