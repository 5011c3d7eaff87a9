import type { PartOfRecord } from './person-records';

/** What this room keeps about somebody. */
export const ownParts: readonly PartOfRecord[] = [
  { table: 'person', about: 'x.id = $1 or x.merged_into = $1' },
  { table: 'correction', about: 'x.person_id = $1' },
  { table: 'person_merge', about: 'x.kept_id = $1 or x.merged_id = $1' },
  { table: 'duplicate_answer', about: 'x.person_id = $1 or x.other_person_id = $1' },
  { table: 'household', about: 'x.id in (select household_id from household_member where person_id = $1)' },
  { table: 'household_member', about: 'x.person_id = $1' },
  { table: 'representative', about: 'x.person_id = $1' },
  { table: 'release', about: 'x.person_id = $1' },
  { table: 'access_grant', about: 'x.person_id = $1' },
  { table: 'break_glass', about: 'x.person_id = $1' },
  { table: 'task', about: 'x.person_id = $1' },
  { table: 'legal_hold', about: 'x.person_id = $1' },
  { table: 'deletion_item', about: 'x.person_id = $1' },
  { table: 'chronicle_entry', about: 'x.person_id = $1' },
];
