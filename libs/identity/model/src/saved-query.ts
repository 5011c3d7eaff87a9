/**
 * What of an address a saved view may keep: filters, order and columns. What somebody typed to find a person (`text`) and which row
 * was open are left out, so that no view leads to a person.
 */
const kept = new Set([
  'accepts',
  'assignee',
  'band',
  'box',
  'capacity',
  'category',
  'checks',
  'columns',
  'custodian',
  'due',
  'group',
  'list',
  'mine',
  'missing',
  'municipality',
  'paused',
  'reason',
  'schedule',
  'service',
  'shortNotice',
  'snoozed',
  'sort',
  'state',
  'unread',
  'urgency',
  'view',
  'waiting',
  'withinKm',
]);

const plain = /^[\w.,:+-]{1,200}$/;

/** The part of an address that a saved view keeps, in a fixed order, so that two equal views are equal. */
export function savedQueryOf(query: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(query)
      .filter((entry): entry is [string, string] => kept.has(entry[0]) && typeof entry[1] === 'string' && plain.test(entry[1]))
      .sort(([first], [second]) => first.localeCompare(second)),
  );
}
