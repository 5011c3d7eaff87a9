import type { NamedOffer } from '@lotse/waiting-list/model';

/** Asks a database, inside the application or beside it. */
export type AskForOffers = <Row extends object>(text: string, values: readonly unknown[]) => Promise<Row[]>;

const atOnce = 500;

const text = `
  select id, offered_at as "offeredAt", entry_id as "entryId", asked_with as "askedWith", rank, out_of_turn as "outOfTurn", service_name as "serviceName",
    rule_version as "ruleVersion", evidence, kept_order as "keptOrder", kept_from::text as "keptFrom", offered_at::text as "cursor"
  from offers_to_replay($1, $2, $3::timestamptz, $4::uuid, $5)`;

/** All offers that were made from one moment until before another, in the order in which they were made; a piece at a time. */
export async function* decidedOffers(ask: AskForOffers, from: Date, until: Date): AsyncGenerator<NamedOffer, void> {
  let after: (NamedOffer & { cursor: string }) | undefined;
  for (;;) {
    const piece = await ask<NamedOffer & { cursor: string }>(text, [from, until, after?.cursor ?? null, after?.id ?? null, atOnce]);
    yield* piece;
    if (piece.length < atOnce) return;
    after = piece.at(-1);
  }
}
