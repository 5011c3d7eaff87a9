import type { AnswerOf, QueryOf } from '@lotse/kernel';
import { asPage, readCursor, type Transaction } from '@lotse/server-kit/database';
import type { readListChecks, readListRounds } from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { checkColumns, checkTables, toListCheck, type ListCheckRow } from './list-check-row';

type Round = AnswerOf<typeof readListRounds>['items'][number];
type RoundRow = Omit<Round, 'dueAt' | 'closedAt'> & { dueAt: Date; closedAt: Date | null; key: string };

const rounds = (which: string, key: string, after: string, order: string) => `
  select r.id, r.kind, r.source, r.service_id as "serviceId", s.name as "serviceName", r.begins_on::text as "beginsOn", r.due_at as "dueAt",
    r.closed_at as "closedAt", ${key}::text as key, c.*
  from list_round r join service s on s.id = r.service_id cross join lateral (
    select count(*)::int as people, count(*) filter (where state in ('answered', 'to_decide', 'decided'))::int as answered,
      count(*) filter (where state = 'to_decide')::int as "toDecide", count(*) filter (where state = 'open' and attempts > 0)::int as "notReached"
    from list_check where round_id = r.id and state <> 'dropped') c
  where r.organisation_id = current_organisation() and ${which} and ($1::timestamptz is null or (${key}, r.id) ${after} ($1, $2::uuid))
  order by ${key} ${order}, r.id ${order} limit $3`;

const running = rounds('r.closed_at is null', 'r.due_at', '>', 'asc');
const done = rounds('r.closed_at is not null', 'r.closed_at', '<', 'desc');

/** What still has to be asked comes first, then what waits for a decision; in each whoever has waited longest. */
const rankOf = `case c.state when 'open' then 0 when 'to_decide' then 1 else 2 end`;
const checks = `
  select ${checkColumns}, ${rankOf} as rank, e.received_at::text as key from list_check c ${checkTables}
  where case $5 when 'recipient' then c.organisation_id = current_organisation()
      else c.referrer_organisation_id = current_organisation() and c.referrer_asked_at is not null end
    and ($6::uuid is null or c.round_id = $6) and ($7::uuid is null or c.entry_id = $7) and ($8 = 'all' or c.state = $8) and c.state <> 'dropped'
    and ($1::int is null or (${rankOf}, e.received_at, c.id) > ($1, $2::timestamptz, $3::uuid))
  order by rank, e.received_at, c.id limit $4`;

/** Rounds, and who is asked in them. */
@Injectable()
export class ReadListChecks {
  async rounds(
    transaction: Transaction,
    { state, cursor, limit }: QueryOf<typeof readListRounds>,
  ): Promise<AnswerOf<typeof readListRounds>> {
    const [name, text] = state === 'running' ? ['list-rounds.running', running] : ['list-rounds.done', done];
    const rows = await transaction.rows<RoundRow>(name, text, [...readCursor(cursor, 2), limit + 1]);
    return asPage(
      rows,
      limit,
      ({ key, id }) => [key, id],
      ({ key: _, dueAt, closedAt, ...row }) => ({ ...row, dueAt: dueAt.toISOString(), closedAt: closedAt?.toISOString() ?? null }),
    );
  }

  async checks(transaction: Transaction, query: QueryOf<typeof readListChecks>): Promise<AnswerOf<typeof readListChecks>> {
    const { cursor, limit, side, roundId, entryId, state } = query;
    const values = [...readCursor(cursor, 3), limit + 1, side, roundId ?? null, entryId ?? null, state];
    transaction.planOnce();
    const rows = await transaction.rows<ListCheckRow & { rank: number; key: string }>('list-checks.read', checks, values);
    transaction.shows({ people: [...new Set(rows.slice(0, limit).map(({ personId }) => personId))] });
    return asPage(
      rows,
      limit,
      ({ rank, key, id }) => [String(rank), key, id],
      ({ rank: _, key: __, ...row }) => toListCheck(row),
    );
  }
}
