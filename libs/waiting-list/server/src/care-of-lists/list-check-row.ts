import { notFound, refuse, Refusal, versionStale } from '@lotse/kernel';
import { shownTo } from '@lotse/people/model';
import { partsFrom, partsOfReferral } from '@lotse/people/server';
import type { Transaction } from '@lotse/server-kit/database';
import { checkNotOpen, listCheckSchema, type ListCheck, type ListCheckState } from '@lotse/waiting-list/model';
import { lockEntry, type EntryRecord } from '../entries';

type Instants = 'receivedAt' | 'lastValidatedAt' | 'openedAt' | 'lastAttemptAt' | 'referrerAskedAt' | 'answeredAt' | 'decidedAt';

/** A check as the database gives it. */
export type ListCheckRow = Omit<ListCheck, Instants | 'hidden'> &
  Record<Instants, Date | null> & { receivedAt: Date; lastValidatedAt: Date; openedAt: Date; parts: string | null };

/** A check as contracts show it; `c` is the check. */
export const checkColumns = `
  c.id, c.round_id as "roundId", c.entry_id as "entryId", e.service_id as "serviceId", v.name as "serviceName", c.referral_id as "referralId",
  r.reference, c.person_id as "personId", p.family_name || ', ' || p.given_name as "personName", p.birth_date::text as "birthDate", p.phone,
  f.name as "referrerName", o.name as "organisationName", c.kind, c.state, e.urgency, e.received_at as "receivedAt",
  e.last_validated_at as "lastValidatedAt", c.opened_at as "openedAt", c.attempts, c.last_attempt_at as "lastAttemptAt",
  c.referrer_asked_at as "referrerAskedAt", c.answer, c.answered_at as "answeredAt",
  (select s.display_name from staff s where s.id = c.answered_by) as "answeredByName",
  coalesce(c.answered_by_organisation_id <> c.organisation_id, false) as "isAnswerOfReferrer", c.note, c.postponed_until::text as "postponedUntil",
  c.asks_for_priority as "asksForPriority", c.decision, c.decided_at as "decidedAt",
  (select s.display_name from staff s where s.id = c.decided_by) as "decidedByName", c.told_by as told, c.decision_note as "decisionNote",
  case when c.organisation_id = current_organisation() then 'recipient' else 'referrer' end as side, c.version, ${partsOfReferral('r')} as parts`;

export const checkTables = `
  join waiting_list_entry e on e.id = c.entry_id join service v on v.id = e.service_id join referral r on r.id = c.referral_id
  join person p on p.id = c.person_id join organisation f on f.id = c.referrer_organisation_id join organisation o on o.id = c.organisation_id`;

const one = `select ${checkColumns} from list_check c ${checkTables} where c.id = $1`;

/** Cut to what the reader was given. */
export function toListCheck({ parts, ...row }: ListCheckRow): ListCheck {
  const at = (instant: Date | null) => instant?.toISOString() ?? null;
  const check = {
    ...row,
    receivedAt: row.receivedAt.toISOString(),
    lastValidatedAt: row.lastValidatedAt.toISOString(),
    openedAt: row.openedAt.toISOString(),
    lastAttemptAt: at(row.lastAttemptAt),
    referrerAskedAt: at(row.referrerAskedAt),
    answeredAt: at(row.answeredAt),
    decidedAt: at(row.decidedAt),
  };
  return shownTo(listCheckSchema, check, partsFrom(parts));
}

export async function showListCheck(transaction: Transaction, id: string): Promise<ListCheck> {
  const row = await transaction.row<ListCheckRow>('list-check.shown', one, [id]);
  if (!row) throw new Refusal(notFound());
  return toListCheck(row);
}

/** What acts need to know of a check. */
export interface CheckRecord {
  id: string;
  kind: ListCheck['kind'];
  state: ListCheckState;
  answer: ListCheck['answer'];
  entryId: string;
  referralId: string;
  personId: string;
  organisationId: string;
  referrerOrganisationId: string;
  referrerAskedAt: Date | null;
  version: number;
}

const peek = 'select entry_id as "entryId" from list_check where id = $1';
const lock = `
  select id, kind, state, answer, entry_id as "entryId", referral_id as "referralId", person_id as "personId", organisation_id as "organisationId",
    referrer_organisation_id as "referrerOrganisationId", referrer_asked_at as "referrerAskedAt", version
  from list_check where id = $1 for update`;

/** The place before the check: whoever moves the place holds it already when the checks follow. */
export async function lockCheck(
  transaction: Transaction,
  id: string,
  version: number,
): Promise<{ check: CheckRecord; entry: EntryRecord }> {
  const found = await transaction.row<{ entryId: string }>('list-check.peek', peek, [id]);
  if (!found) throw new Refusal(notFound());
  const entry = await lockEntry(transaction, found.entryId);
  // Whoever has been answered is not for anybody to change any more; the database shows it, and does not give it.
  const check = await transaction.row<CheckRecord>('list-check.lock', lock, [id]);
  if (!check) throw new Refusal(checkNotOpen());
  refuse(check.version === version ? undefined : versionStale({ context: { version: check.version, state: check.state } }));
  return { check, entry };
}

/** Leaves the trace of an act on a check; open screens learn of it at once. */
export function tellCheck(transaction: Transaction, check: CheckRecord, act: string): void {
  const { id, personId, organisationId, referrerOrganisationId, version } = check;
  transaction.record({ kind: 'act', verb: `listCheck.${act}`, subject: 'list-check', subjectId: id, personId });
  const audience = [...new Set([organisationId, referrerOrganisationId])];
  transaction.announce({ name: `list-check.${act}`, subject: 'list-check', subjectId: id, version: version + 1, audience });
}
