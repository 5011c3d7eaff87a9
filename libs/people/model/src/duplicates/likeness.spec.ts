import { addCalendarDays } from '@lotse/kernel';
import fc from 'fast-check';
import { birthDatesAlike, likenessOf, mustBeAnswered, type Identity } from './likeness';

const ida: Identity = { familyName: 'Müller', givenName: 'Ida Maria', birthDate: '1968-04-12' };
const like = (other: Partial<Identity>, one: Identity = ida) => likenessOf(one, { ...ida, ...other });

describe('whether two records are about one person', () => {
  it.each<[string, Partial<Identity>, string, string[]]>([
    ['the same', {}, 'likely', ['same_name', 'same_birth_date']],
    ['without umlauts, by ear', { familyName: 'Mueller' }, 'likely', ['similar_name', 'same_birth_date']],
    ['family name and given name swapped', { familyName: 'Ida Maria', givenName: 'Müller' }, 'likely', ['swapped_name', 'same_birth_date']],
    ['a double name', { familyName: 'Müller-Schwarz' }, 'likely', ['part_of_name', 'same_birth_date']],
    ['one given name of two', { givenName: 'Ida' }, 'likely', ['part_of_name', 'same_birth_date']],
    ['a day later', { birthDate: '1968-04-13' }, 'likely', ['same_name', 'birth_date_one_day']],
    ['day and month turned', { birthDate: '1968-12-04' }, 'likely', ['same_name', 'birth_date_turned']],
    ['turned digits of the year', { birthDate: '1986-04-12' }, 'likely', ['same_name', 'birth_date_turned']],
    ['one digit', { birthDate: '1968-04-22' }, 'likely', ['same_name', 'birth_date_one_digit']],
    ['by ear and a slip', { familyName: 'Mueller', birthDate: '1968-04-22' }, 'possible', ['similar_name', 'birth_date_one_digit']],
  ])('%s', (_, other, strength, reasons) => expect(like(other)).toEqual({ strength, reasons }));

  it.each<[string, Partial<Identity>]>([
    ['somebody else of the family, a twin', { givenName: 'Ruth' }],
    ['somebody of the same name, of another age', { birthDate: '1991-09-30' }],
    ['somebody born on the same day', { familyName: 'Schwarz', givenName: 'Kurt' }],
  ])('%s is nobody’s double', (_, other) => expect(like(other)).toBeUndefined());

  it('one insurance number is one person; two speak against it', () => {
    const insured = { ...ida, kvnr: 'A123456780' };
    expect(like({ familyName: 'Schwarz', birthDate: '1990-01-01', kvnr: 'A123456780' }, insured)).toEqual({
      strength: 'certain',
      reasons: ['same_kvnr'],
    });
    expect(like({ kvnr: 'B123456787' }, insured)?.strength).toBe('possible');
    expect(like({ kvnr: 'B123456787', birthDate: '1968-04-13' }, insured)).toBeUndefined();
  });

  it('who has married is found by given name, day and phone or home, and only shown', () => {
    const one = { ...ida, phone: '07622 4711', street: 'Hauptstraße 3', postcode: '79650' };
    const found = like({ familyName: 'Schwarz', phone: '+49 7622 4711' }, one)!;
    expect([found.reasons, mustBeAnswered(found)]).toEqual([['same_given_name', 'same_birth_date', 'same_phone'], false]);
    expect(like({ familyName: 'Schwarz', street: 'Hauptstr. 3', postcode: '79650' }, one)?.reasons).toContain('same_address');
    expect(like({ familyName: 'Schwarz' }, one)).toBeUndefined();
  });

  it('is the same from both sides, and everybody is like themselves', () => {
    const identity = fc.record({
      familyName: fc.constantFrom('Müller', 'Mueller', 'Meyer-Müller', 'Maier', 'Ida', 'Öztürk'),
      givenName: fc.constantFrom('Ida', 'Ida Maria', 'Ina', 'Müller', 'Hans-Peter', 'Hanspeter'),
      birthDate: fc.constantFrom('1968-04-12', '1968-12-04', '1986-04-12', '1968-04-13', '2001-01-31'),
      kvnr: fc.constantFrom(null, 'A123456780', 'B123456787'),
      phone: fc.constantFrom(null, '07622 4711'),
    });
    fc.assert(
      fc.property(identity, identity, (one, other) => {
        expect(likenessOf(one, other)).toEqual(likenessOf(other, one));
        expect(likenessOf(one, one)).toBeDefined();
      }),
    );
  });

  it('a slip in a birth date is seen whichever day it is, and a whole year is none', () => {
    const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addCalendarDays('1910-01-01', days));
    fc.assert(
      fc.property(day, (born) => {
        expect(birthDatesAlike(born, addCalendarDays(born, 1))).toBe('birth_date_one_day');
        expect(birthDatesAlike(born, born)).toBe('same_birth_date');
        expect(birthDatesAlike(born, addCalendarDays(born, 45))).not.toBe('birth_date_one_day');
      }),
    );
  });
});
