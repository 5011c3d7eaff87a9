import { Refusal, invalidState, notFound, type ActOf } from '@lotse/kernel';
import { shownTo } from '@lotse/people/model';
import { partsFrom, partsOfReferral } from '@lotse/people/server';
import type { Transaction } from '@lotse/server-kit/database';
import {
  waitingListEntryLifecycle,
  waitingListEntrySchema,
  wishesOf,
  type Place,
  type Listed,
  type WaitingListEntry,
  type WaitingListEntryState,
} from '@lotse/waiting-list/model';

/** What acts need to know of an entry. */
export interface EntryRecord {
  id: string;
  organisationId: string;
  serviceId: string;
  referralId: string;
  personId: string;
  /** Other services of the organisation that would do as well. */
  furtherServiceIds: string[];
  state: WaitingListEntryState;
  version: number;
}

const recordColumns = `
  e.id, e.organisation_id as "organisationId", e.service_id as "serviceId", e.referral_id as "referralId", e.person_id as "personId", e.state, e.version,
  array(select f.service_id from entry_service f where f.entry_id = e.id) as "furtherServiceIds"`;

/** Loads an entry and locks it until the transaction ends. Slot and offer are locked before it. */
export async function lockEntry(transaction: Transaction, id: string): Promise<EntryRecord> {
  const entry = await transaction.row<EntryRecord>(
    'entry.lock',
    `select ${recordColumns} from waiting_list_entry e where id = $1 for update`,
    [id],
  );
  if (!entry) throw new Refusal(notFound());
  return entry;
}

/** The place that a referral has, if it has one, locked until the transaction ends. */
export function entryOf(transaction: Transaction, referralId: string): Promise<EntryRecord | undefined> {
  return transaction.row<EntryRecord>(
    'entry.of-referral',
    `select ${recordColumns} from waiting_list_entry e where referral_id = $1 and state <> 'removed' for update`,
    [referralId],
  );
}

/** Moves an entry along its life. The date it was received stays what it is. */
export function moveEntry(transaction: Transaction, entry: EntryRecord, act: ActOf<typeof waitingListEntryLifecycle>): void {
  const state = waitingListEntryLifecycle.next(entry.state, act);
  if (!state) throw new Refusal(invalidState({ context: { state: entry.state, act } }));
  transaction.send('entry.move', 'update waiting_list_entry set state = $2, version = version + 1 where id = $1', [entry.id, state]);
}

type Row = Omit<WaitingListEntry, 'receivedAt' | 'lastValidatedAt' | 'rank' | 'reason' | 'wishes' | 'hidden'> & {
  receivedAt: Date;
  lastValidatedAt: Date;
  wishes: object;
  parts: string | null;
};

const shown = `
  select e.id, e.service_id as "serviceId", e.referral_id as "referralId", r.reference, e.person_id as "personId",
    p.family_name || ', ' || p.given_name as "personName", p.birth_date::text as "birthDate", p.phone, f.name as "referrerName", e.urgency,
    e.received_at as "receivedAt", e.short_notice as "shortNotice", e.minimum_notice_hours as "minimumNoticeHours", e.state,
    (select count(*)::int from slot_offer o where o.entry_id = e.id and o.replaces_id is null) as "offersSoFar", e.wishes, e.version,
    e.last_validated_at as "lastValidatedAt",
    (select c.kind from list_check c where c.entry_id = e.id and c.state in ('open', 'to_decide') order by c.kind desc limit 1) as "openCheck",
    exists (select from list_check c where c.entry_id = e.id and c.state = 'to_decide' and c.answer = 'remove') as "wantsToLeave",
    (select jsonb_build_object('startsOn', x.starts_on, 'endsOn', x.ends_on) from entry_pause x
      where x.entry_id = e.id and (x.ends_on is null or x.ends_on >= greatest(x.starts_on, (now() at time zone 'Europe/Berlin')::date))
      order by x.starts_on limit 1) as pause,
    case when e.cooling_off_until > (now() at time zone 'Europe/Berlin')::date then e.cooling_off_until::text end as "coolingOffUntil",
    array(select f.service_id from entry_service f where f.entry_id = e.id) as "furtherServiceIds",
    ${partsOfReferral('r')} as parts
  from waiting_list_entry e join referral r on r.id = e.referral_id join person p on p.id = e.person_id
    join organisation f on f.id = r.referrer_organisation_id
  where e.id = any ($1)`;

/** The entries of some places as contracts show them, cut to what the reader was given. Names are read only for those that are shown. */
export async function showPlaces(transaction: Transaction, places: readonly Place<Listed>[]): Promise<WaitingListEntry[]> {
  transaction.planOnce();
  const rows = await transaction.rows<Row>('entries.shown', shown, [places.map(({ entry }) => entry.id)]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return places.flatMap(({ entry, rank, reason }) => {
    const row = byId.get(entry.id);
    if (!row) return [];
    const { parts, ...shown } = {
      ...row,
      receivedAt: row.receivedAt.toISOString(),
      lastValidatedAt: row.lastValidatedAt.toISOString(),
      wishes: wishesOf(row.wishes),
      rank,
      reason,
    };
    return [shownTo(waitingListEntrySchema, shown, partsFrom(parts))];
  });
}
