import { isValidKvnr } from '@lotse/kernel';
import { personInputSchema } from '@lotse/people/model';
import { loerrachPackage, waldshutPackage } from '../regions/packages';
import { parseRegionPackage } from '../load-region';
import { inventPeople } from './invent-people';

const loerrach = parseRegionPackage(loerrachPackage);
const waldshut = parseRegionPackage(waldshutPackage);
const today = new Date('2026-11-22T09:00:00Z');
const invent = () => [
  ...inventPeople('08336', 250, loerrach.municipalities, today),
  ...inventPeople('08337', 50, waldshut.municipalities, today),
];

describe('invented people', () => {
  const people = invent();

  it('are 300, and the same ones every time', () => {
    expect(people).toHaveLength(300);
    expect(invent()).toEqual(people);
  });

  it('have KVNRs with the right check digit, each given once, and some have none', () => {
    const numbers = people.flatMap(({ input }) => (input.kvnr ? [input.kvnr] : []));
    expect(numbers.filter((kvnr) => !isValidKvnr(kvnr))).toEqual([]);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.length).toBeLessThan(300);
    expect(numbers.length).toBeGreaterThan(270);
  });

  it('could be entered as they are', () => {
    expect(people.filter(({ input }) => !personInputSchema.safeParse(input).success)).toEqual([]);
  });

  it('have phone numbers that are kept free for invented stories', () => {
    const fictional = /^(0171 39200\d\d|0176 040690\d\d|07\d{3} 000 \d{3})$/;
    expect(people.filter(({ input }) => input.phone && !fictional.test(input.phone))).toEqual([]);
  });

  it('are of every age from 16, and live where most people live', () => {
    const ages = people.map(({ age }) => age);
    expect(Math.min(...ages)).toBeGreaterThanOrEqual(16);
    expect(Math.max(...ages)).toBeLessThanOrEqual(85);
    const inLoerrach = people.filter(({ input }) => input.ags === '08336050').length;
    expect(inLoerrach).toBeGreaterThan(people.filter(({ input }) => input.ags === '08336087').length);
  });
});
