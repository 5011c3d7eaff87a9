import type { PartOfRecord } from './person-records';

/** What this room keeps about somebody. */
export const ownParts: readonly PartOfRecord[] = [
  { table: 'person', about: 'x.id = $1' },
  { table: 'correction', about: 'x.person_id = $1' },
  { table: 'release', about: 'x.person_id = $1' },
  { table: 'access_grant', about: 'x.person_id = $1' },
  { table: 'break_glass', about: 'x.person_id = $1' },
  { table: 'break_glass', about: 'x.person_id = $1' },
  { table: 'task', about: 'x.person_id = $1' },
  { table: 'legal_hold', about: 'x.person_id = $1' },
  { table: 'deletion_item', about: 'x.person_id = $1' },
  { table: 'chronicle_entry', about: 'x.person_id = $1' },
];
