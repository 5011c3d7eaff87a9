import { calendarDaysBetween } from '@lotse/kernel';
import * as z from 'zod';
import { nameCodes, wholeName } from './phonetics';

/** Who somebody is, as far as two records can be compared. */
export interface Identity {
  familyName: string;
  givenName: string;
  birthDate: string;
  kvnr?: string | null;
  phone?: string | null;
  street?: string | null;
  postcode?: string | null;
}

/** Why two records may be about one person; each is said in words. */
export const likenessReasonSchema = z.enum([
  'same_kvnr',
  'same_name',
  'swapped_name',
  'part_of_name',
  'similar_name',
  'same_given_name',
  'same_birth_date',
  'birth_date_one_day',
  'birth_date_turned',
  'birth_date_one_digit',
  'same_phone',
  'same_address',
  'other_kvnr',
]);
export type LikenessReason = z.output<typeof likenessReasonSchema>;

/** `certain` and `likely` are to be answered before somebody is referred; `possible` is only shown. */
export const likenessStrengthSchema = z.enum(['certain', 'likely', 'possible']);
export type LikenessStrength = z.output<typeof likenessStrengthSchema>;

export interface Likeness {
  readonly strength: LikenessStrength;
  readonly reasons: readonly LikenessReason[];
}

const overlap = (some: ReadonlySet<string>, others: ReadonlySet<string>): boolean => [...some].some((one) => others.has(one));

function namesAlike(one: Identity, other: Identity): LikenessReason | undefined {
  const [family, given] = [wholeName(one.familyName), wholeName(one.givenName)];
  const [otherFamily, otherGiven] = [wholeName(other.familyName), wholeName(other.givenName)];
  if (family === '' || otherFamily === '') return undefined;
  if (family === otherFamily && given === otherGiven) return 'same_name';
  if (family === otherGiven && given === otherFamily) return 'swapped_name';
  return soundsAlike(one, other);
}

/** One has a word that the other has not, such as one of two given names. */
const isPart = (some: ReadonlySet<string>, others: ReadonlySet<string>): boolean => some.size !== others.size;

function soundsAlike(one: Identity, other: Identity): LikenessReason | undefined {
  const [family, given] = [nameCodes(one.familyName), nameCodes(one.givenName)];
  const [otherFamily, otherGiven] = [nameCodes(other.familyName), nameCodes(other.givenName)];
  if (overlap(family, otherFamily) && overlap(given, otherGiven))
    return isPart(family, otherFamily) || isPart(given, otherGiven) ? 'part_of_name' : 'similar_name';
  return overlap(family, otherGiven) && overlap(given, otherFamily) ? 'swapped_name' : undefined;
}

const inOrder = (digits: string): string => [...digits].sort().join('');

/** How two birth dates are the same but for a slip: one day, two digits or day and month turned, one digit. */
export function birthDatesAlike(one: string, other: string): LikenessReason | undefined {
  if (one === other) return 'same_birth_date';
  if (Math.abs(calendarDaysBetween(one, other)) === 1) return 'birth_date_one_day';
  const [year, day] = [one.slice(0, 4), one.slice(5)];
  const [otherYear, otherDay] = [other.slice(0, 4), other.slice(5)];
  const isTurned = inOrder(year) === inOrder(otherYear) && inOrder(day) === inOrder(otherDay);
  if (isTurned && (year === otherYear || day === otherDay)) return 'birth_date_turned';
  const different = [...one].filter((digit, index) => digit !== other[index]).length;
  return different === 1 ? 'birth_date_one_digit' : undefined;
}

const digitsOnly = (phone: string | null | undefined): string => (phone ?? '').replace(/[^0-9]/g, '').replace(/^(0049|49)(?=[1-9])/, '0');

function contactAlike(one: Identity, other: Identity): LikenessReason[] {
  const phone = digitsOnly(one.phone);
  const street = (text: string | null | undefined) =>
    (text ?? '')
      .toLowerCase()
      .replace(/straße|strasse|str\./g, 'str')
      .replace(/[^a-zäöü0-9]/g, '');
  const isSameHome = street(one.street) !== '' && street(one.street) === street(other.street) && one.postcode === other.postcode;
  return [
    ...(phone.length >= 6 && phone === digitsOnly(other.phone) ? (['same_phone'] as const) : []),
    ...(isSameHome ? (['same_address'] as const) : []),
  ];
}

/** Two insurance numbers speak against it; with a slip besides, they are two people with a common name. */
function namedAndBornAlike(
  name: LikenessReason,
  birth: LikenessReason,
  contact: LikenessReason[],
  isOtherInsured: boolean,
): Likeness | undefined {
  const slips = Number(!['same_name', 'swapped_name'].includes(name)) + Number(birth !== 'same_birth_date');
  if (isOtherInsured && slips > 0) return undefined;
  const reasons = [name, birth, ...contact, ...(isOtherInsured ? (['other_kvnr'] as const) : [])];
  return { strength: slips < 2 && !isOtherInsured ? 'likely' : 'possible', reasons };
}

/** Who married has another name, and the same phone or home. */
const isRenamed = (one: Identity, other: Identity, contact: readonly LikenessReason[]): boolean =>
  one.birthDate === other.birthDate && contact.length > 0 && wholeName(one.givenName) === wholeName(other.givenName);

/** Whether and why two records may be about one person. Undefined when there is no more than chance. */
export function likenessOf(one: Identity, other: Identity): Likeness | undefined {
  const [name, birth, contact] = [namesAlike(one, other), birthDatesAlike(one.birthDate, other.birthDate), contactAlike(one, other)];
  const said = [name, birth].filter((reason) => reason !== undefined);
  if (one.kvnr && one.kvnr === other.kvnr) return { strength: 'certain', reasons: ['same_kvnr', ...said, ...contact] };
  const isOtherInsured = Boolean(one.kvnr && other.kvnr);
  if (name && birth) return namedAndBornAlike(name, birth, contact, isOtherInsured);
  if (isOtherInsured || !isRenamed(one, other, contact)) return undefined;
  return { strength: 'possible', reasons: ['same_given_name', 'same_birth_date', ...contact] };
}

const order: readonly LikenessStrength[] = likenessStrengthSchema.options;

/** The likeliest first. */
export const byStrength = (one: Likeness, other: Likeness): number =>
  order.indexOf(one.strength) - order.indexOf(other.strength) || other.reasons.length - one.reasons.length;

/** Whether somebody has to say what it is before the person is referred. */
export const mustBeAnswered = ({ strength }: Likeness): boolean => strength !== 'possible';
