import type { BodyInput } from '@lotse/kernel';
import { needsOverride, type changePerson, type Person } from '@lotse/people/model';

const names = ['familyName', 'givenName', 'birthDate', 'sex', 'phone', 'street', 'postcode', 'kvnr', 'kvnrOverrideReason'] as const;
const required = ['familyName', 'givenName', 'birthDate'] as const;

/** What stands in the fields of a correction. */
export type Entries = Readonly<Record<(typeof names)[number], string>>;

export const entriesOf = (person: Person): Entries => Object.fromEntries(names.map((name) => [name, person[name] ?? ''])) as Entries;

/** The fields that may not be left empty and are. */
export const missingIn = (entries: Entries): (typeof required)[number][] => required.filter((name) => entries[name].trim() === '');

/** Only what is different now: the history of corrections names nothing else. A reason for a number goes with the number. */
export function changesOf(person: Person, entries: Entries): BodyInput<typeof changePerson> {
  const before = entriesOf(person);
  const now = { ...entries, kvnr: entries.kvnr.trim().toUpperCase() };
  const after = { ...now, kvnrOverrideReason: needsOverride(now.kvnr) ? now.kvnrOverrideReason : '' };
  const changed = names.filter((name) => after[name].trim() !== before[name]);
  return Object.fromEntries(changed.map((name) => [name, after[name].trim() || null]));
}
