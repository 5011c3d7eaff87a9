import { addCalendarDays, calendarDayOf, kvnrCheckDigit, type CalendarDay } from '@lotse/kernel';
import type { PersonInput } from '@lotse/people/model';
import type { Municipality } from '@lotse/region/model';
import { chance, type Chance } from '../random';
import { names, streets, type Home } from './names';

/** Somebody invented, with the age that texts need. */
export interface InventedPerson {
  key: string;
  age: number;
  input: PersonInput & { sex: 'female' | 'male' | 'diverse' };
}

/** How many people there are of an age: more in the middle of life, some very old. */
const ages = [
  { from: 16, to: 17, weight: 3 },
  { from: 18, to: 25, weight: 14 },
  { from: 26, to: 39, weight: 26 },
  { from: 40, to: 54, weight: 27 },
  { from: 55, to: 67, weight: 19 },
  { from: 68, to: 85, weight: 11 },
] as const;

const withoutKvnr = 5;
const homes = Object.keys(names) as Home[];

/**
 * Invents people of a county. Municipalities get as many as their share of the inhabitants. KVNRs have the right check digit and are given to
 * nobody twice; phone numbers are from ranges that are kept free for invented stories.
 */
export function inventPeople(county: string, count: number, municipalities: readonly Municipality[], today: Date): InventedPerson[] {
  const luck = chance(`people/${county}`);
  const taken = new Set<string>();
  return Array.from({ length: count }, (_, index) => {
    const home = luck.weighted(homes, (name) => names[name].share);
    const { from, to } = luck.weighted(ages, ({ weight }) => weight);
    const age = luck.whole(from, to);
    const sex = luck.percent(1.5) ? 'diverse' : luck.percent(54) ? 'female' : 'male';
    const { ags, postcode } = luck.weighted(municipalities, ({ population }) => population);
    return {
      key: `${county}-${index}`,
      age,
      input: {
        ...nameFor(luck, home, sex, age, taken),
        birthDate: birthDate(luck, age, calendarDayOf(today)),
        sex,
        phone: luck.percent(93) ? phone(luck) : null,
        street: `${luck.one(streets)} ${luck.whole(1, 48)}`,
        postcode,
        ags,
        language: luck.percent(names[home].prefers) ? names[home].language : 'de',
        kvnr: luck.percent(withoutKvnr) ? null : kvnr(luck, county, index),
      },
    };
  });
}

function nameFor(luck: Chance, home: Home, sex: string, age: number, taken: Set<string>): { familyName: string; givenName: string } {
  const { family } = names[home];
  const given = sex === 'female' || (sex === 'diverse' && luck.percent(50)) ? names[home].female : names[home].male;
  for (;;) {
    const familyName = luck.one(family);
    const givenName = luck.one(ofGeneration(given, age));
    if (taken.has(`${familyName} ${givenName}`)) continue;
    taken.add(`${familyName} ${givenName}`);
    return { familyName, givenName };
  }
}

/** The lists begin with the names of the old and end with those of the young. */
function ofGeneration(given: readonly string[], age: number): readonly string[] {
  const middle = Math.round(given.length * (1 - (age - 16) / 75));
  const reach = Math.max(2, Math.round(given.length / 4));
  const from = Math.max(0, Math.min(middle - reach, given.length - 2 * reach));
  return given.slice(from, from + 2 * reach);
}

/** A day on which somebody was born who is so old today, whatever today is. */
function birthDate(luck: Chance, age: number, today: CalendarDay): CalendarDay {
  const birthday = `${Number(today.slice(0, 4)) - age}${today.slice(4)}`.replace('-02-29', '-02-28');
  return addCalendarDays(birthday, -luck.whole(1, 360));
}

/** A letter, eight digits of which the first four count people so that no number is given twice, and the check digit. */
function kvnr(luck: Chance, county: string, index: number): string {
  const letter = String.fromCharCode(65 + luck.whole(0, 25));
  const running = String(Number(county.at(-1)) * 1000 + index).padStart(4, '0');
  const stem = `${letter}${running}${String(luck.whole(0, 9999)).padStart(4, '0')}`;
  return `${stem}${kvnrCheckDigit(stem)}`;
}

const twoDigits = (luck: Chance) => String(luck.whole(0, 99)).padStart(2, '0');

/** Numbers the Bundesnetzagentur keeps free for films and books, and local ones that begin with 0, which nobody is given. */
function phone(luck: Chance): string {
  const local = () => `${luck.one(['07621', '07622', '07623', '07751', '07761'])} 000 ${luck.whole(500, 999)}`;
  return luck.one([() => `0171 39200${twoDigits(luck)}`, () => `0176 040690${twoDigits(luck)}`, local])();
}
