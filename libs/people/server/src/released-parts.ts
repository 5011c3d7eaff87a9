import { dataPartSchema, type DataPart, type ReleasedParts } from '@lotse/people/model';

const inForce = `g.valid_from <= now() and (g.valid_until is null or g.valid_until > now())`;
const asText = (which: string) => `
  coalesce((select string_agg(coalesce(array_to_string(g.parts, ' '), '*'), ' ') from access_grant g
    where g.organisation_id = current_organisation() and ${inForce} and ${which}), '')`;

/** The parts of a person's record that the reader was given, as text; null for everything. `person` is its alias in the statement. */
export const partsOfPerson = (person: string): string => `
  case when ${person}.organisation_id = current_organisation() then null else ${asText(`g.person_id = ${person}.id`)} end`;

/** Why the reader may see a person's record, for the chronicle. An emergency counts only where there is nothing else. */
export const basisOfPerson = (person: string): string => `
  case when ${person}.organisation_id = current_organisation() then 'own' else
    (select g.basis || ':' || g.basis_id from access_grant g where g.organisation_id = current_organisation() and ${inForce}
       and g.person_id = ${person}.id order by g.basis = 'break_glass', g.created_at desc limit 1) end`;

/**
 * The parts of a referral that the reader was given, as text; null for everything. `referral` is its alias in the statement. What was
 * released counts when the referrer's side released it; an appointment is known to whoever has the referral, who made it.
 */
export const partsOfReferral = (referral: string): string => `
  case when ${referral}.referrer_organisation_id = current_organisation() then null else
    ${asText(`g.person_id = ${referral}.person_id and (g.referral_id = ${referral}.id or (g.referral_id is null
      and (g.granted_by_organisation_id = ${referral}.referrer_organisation_id or g.basis = 'break_glass')))`)}
    || case when ${referral}.recipient_organisation_id = current_organisation() then ' appointments' else '' end end`;

/** Grants say the same few things again and again; what they say is read once. */
const readBefore = new Map<string, ReleasedParts>();
const keptAtMost = 1_000;

/** What the statements above answer, as parts. */
export function partsFrom(text: string | null): ReleasedParts {
  if (text === null) return null;
  const known = readBefore.get(text);
  if (known !== undefined) return known;
  const named = new Set(text.split(' '));
  const parts = named.has('*') ? null : dataPartSchema.options.filter((part: DataPart) => named.has(part));
  if (readBefore.size < keptAtMost) readBefore.set(text, parts);
  return parts;
}
