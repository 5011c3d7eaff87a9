import { invalidState, notFound, Refusal, versionStale } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { waitingListEntryLifecycle } from '@lotse/waiting-list/model';
import { lockEntry, type EntryRecord } from './entries';

/** Loads and locks an entry of a list of the own organisation, in the version that was looked at, while there is still something to say about it. */
export async function ownEntry(transaction: Transaction, id: string, version: number): Promise<EntryRecord> {
  const entry = await lockEntry(transaction, id);
  if (entry.organisationId !== transaction.actor.organisationId) throw new Refusal(notFound());
  if (entry.version !== version) throw new Refusal(versionStale({ context: { version: entry.version } }));
  if (waitingListEntryLifecycle.isFinal(entry.state)) throw new Refusal(invalidState({ context: { state: entry.state } }));
  return entry;
}

/** Leaves the trace of a change that nobody outside the organisation is told, and tells its open screens. */
export function tellEntryChanged(transaction: Transaction, { id, personId, version }: EntryRecord, verb: string) {
  const { organisationId } = transaction.actor;
  transaction.record({ kind: 'act', verb, subject: 'waiting-list-entry', subjectId: id, personId });
  transaction.announce({
    name: 'waiting-list.entry-changed',
    subject: 'waiting-list-entry',
    subjectId: id,
    version: version + 1,
    audience: [organisationId],
  });
  return { id, version: version + 1 };
}
