import type { Endpoint } from '@lotse/kernel';
import type { LineToRecord, Shown } from '@lotse/server-kit/database';

interface Thing {
  id?: string;
  personId?: string;
}

/**
 * The line of the chronicle about a look: what was asked for, whom the answer shows, and what the read has told besides. A list and a
 * search leave one line with everybody they have shown, and leave one when they found nothing, too.
 */
export function lineOfLook(contract: Endpoint, subjectId: string | null, answer: unknown, shown: Shown = {}): LineToRecord {
  const { items } = (answer ?? {}) as { items?: readonly Thing[] };
  const people = shown.people ?? peopleShown(contract, answer);
  const line = { kind: 'look' as const, verb: contract.path, subject: contract.touches!, subjectId, ...shown };
  const result = items?.length === 0 ? ('nothing' as const) : ('found' as const);
  const amount = items?.length;
  if (people.length === 1) return { ...line, personId: people[0], people: undefined, result, amount };
  return { ...line, people: people.length > 0 ? people : undefined, result, amount };
}

/** Everybody an answer shows, once each. */
export function peopleShown({ touches }: Endpoint, answer: unknown): string[] {
  const things = ((answer ?? {}) as { items?: readonly Thing[] }).items ?? [answer as Thing];
  const people = new Set<string>();
  for (const thing of things) {
    const person = thing?.personId ?? (touches === 'person' ? thing?.id : undefined);
    if (person) people.add(person);
  }
  return [...people];
}
