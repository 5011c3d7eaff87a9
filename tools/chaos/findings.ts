import { setTimeout as pause } from 'node:timers/promises';
import { referralLifecycle, type ReferralAct, type ReferralState } from '@lotse/referral/model';
import { orphans } from '@lotse/waiting-list/server';
import type { Pool } from 'pg';
import type { Installation } from '../../apps/client-e2e/src/processes/installation';

const settledWithin = 150_000;

const unsettled = `
  select (select count(*) from outbox_event where done_at is null and (due_at is null or due_at <= now()))::int as events,
    (select count(*) from delivery where state in ('queued', 'sending'))::int as deliveries`;

/** Waits until every event was dealt with and every mail is out. Answers what is left when that takes too long. */
export async function settled(owner: Pool): Promise<string[]> {
  const until = Date.now() + settledWithin;
  for (;;) {
    const { rows } = await owner.query<{ events: number; deliveries: number }>(unsettled);
    const { events, deliveries } = rows[0]!;
    if (events === 0 && deliveries === 0) return [];
    if (Date.now() > until) return [`${events} events and ${deliveries} mails are still on their way after ${settledWithin / 1000} s`];
    await pause(250);
  }
}

/** What the database's own guarantees exclude. It is asked all the same: a guarantee that was dropped says nothing. */
const doubles: Readonly<Record<string, string>> = {
  'slots with two bookings': `select slot_id from appointment where cancelled_at is null and slot_id is not null group by slot_id having count(*) > 1`,
  'people with two live offers': `select entry_id from slot_offer where state in ('deferred', 'sent') group by entry_id having count(*) > 1`,
  'people with two appointments': `
    select referral_id from appointment where cancelled_at is null and attendance is null group by referral_id having count(*) > 1`,
  'notices told twice': `select event_id from notice group by event_id, organisation_id, kind having count(*) > 1`,
  'notices delivered twice': `select notice_id from delivery group by notice_id, channel having count(*) > 1`,
  'accepted offers without an appointment': `
    select id from slot_offer o where state = 'accepted' and not exists (select from appointment a where a.slot_id = o.taken_slot_id and a.referral_id = o.referral_id)`,
};

/** Everything that must never be found, whatever was killed. */
export async function findings(lotse: Installation): Promise<string[]> {
  const found: string[] = [];
  for (const [what, statement] of Object.entries(doubles)) {
    const { rows } = await lotse.owner.query(statement);
    if (rows.length > 0) found.push(`${rows.length} ${what}`);
  }
  const { rows } = await lotse.owner.query<{ id: string; why: string }>(orphans);
  found.push(...rows.map(({ id, why }) => `${id}: ${why}`));
  return [...found, ...(await deadlocks(lotse.owner)), ...(await illegalHistories(lotse.owner)), ...(await unsent(lotse))];
}

/** Everybody locks in one order. Whoever does not would be asked to try again, and nobody would notice. */
async function deadlocks(owner: Pool): Promise<string[]> {
  const { rows } = await owner.query<{ count: number }>(
    'select deadlocks::int as count from pg_stat_database where datname = current_database()',
  );
  return rows[0]!.count > 0 ? [`${rows[0]!.count} deadlocks`] : [];
}

interface Step {
  referral: string;
  act: ReferralAct;
  from: ReferralState | null;
  to: ReferralState;
}

/** Each history walked through the life cycle: every step begins where the one before ended, and is one that life knows. */
async function illegalHistories(owner: Pool): Promise<string[]> {
  const { rows } = await owner.query<Step>(
    `select referral_id as referral, act, from_state as "from", to_state as "to" from referral_step order by referral_id, at, id`,
  );
  const at = new Map<string, ReferralState>();
  const illegal: string[] = [];
  for (const { referral, act, from, to } of rows) {
    const before = at.get(referral);
    const isKnown = from === null || from === to || referralLifecycle.next(from, act) === to;
    if ((before !== undefined && from !== before) || !isKnown) illegal.push(`${referral}: ${act} from ${from} to ${to} after ${before}`);
    at.set(referral, to);
  }
  return illegal;
}

/** Mails that came a second time; their Message-ID is the same, so whoever gets both sees one. */
export function copies(lotse: Installation): number {
  const mails = lotse.mails();
  return mails.length - new Set(mails.map(({ id }) => id)).size;
}

/** Notices whose mail nobody ever got. */
async function unsent(lotse: Installation): Promise<string[]> {
  const came = new Set(lotse.mails().map(({ id }) => id.replace('@lotse', '')));
  const { rows } = await lotse.owner.query<{ id: string }>(`select id from delivery where state = 'sent'`);
  const missing = rows.filter(({ id }) => !came.has(id));
  return missing.length > 0 ? [`${missing.length} mails are said to be sent and never came`] : [];
}
