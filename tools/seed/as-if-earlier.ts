import { calendarDayOf, instantAt } from '@lotse/kernel';
import { dueIn, type ReferralState } from '@lotse/referral/model';
import type { RegionSettings, Urgency } from '@lotse/region/model';
import type { Client } from 'pg';
import type { Deed } from './histories/deed';
import type { Replay } from './replay/replay';
import { rankAsItWas } from './rank-as-it-was';

interface Moved {
  owner: Client;
  /** The line of the chronicle with which the seed began. */
  begunAt: string;
  deeds: readonly Deed[];
  replay: Replay;
  settings: RegionSettings;
}

const demo = `region_id in (select id from region where is_demo)`;
/** Signing in and looking go along with the acts that follow them. */
const isPlanned = `kind = 'act' and verb not like 'identity.%'`;

/**
 * Moves everything the acts have just written to when it is to have happened. Each act was one transaction, and the deeds were done one
 * after the other: the n-th transaction in the chronicle is the n-th deed, and all lines of a transaction carry the same `xmin`.
 *
 * Two triggers are off for as long as this transaction lasts, and for nothing else: the chronicle is append-only and a clock is never
 * reset. Both promises hold for what happens to people; here a history is invented as a whole before anybody has seen it.
 */
export async function asIfEarlier(moved: Moved): Promise<void> {
  const { owner } = moved;
  await owner.query('begin');
  try {
    await owner.query('alter table chronicle_entry disable trigger chronicle_is_append_only');
    await owner.query('alter table referral disable trigger referral_keeps_clock');
    await noteMoments(moved);
    for (const statement of inOrder) await owner.query(statement);
    await moveSlots(moved);
    await moveDueDates(moved);
    await rankAsItWas(owner);
    await owner.query('alter table referral enable trigger referral_keeps_clock');
    await owner.query('alter table chronicle_entry enable trigger chronicle_is_append_only');
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
}

const noteEach = `
  insert into moment
  select done.transaction, given.at from (
    select xmin::text as transaction, row_number() over (order by min(id)) as nth from chronicle_entry
    where id > $1 and ${demo} and ${isPlanned} group by xmin::text) done
  full join unnest($2::timestamptz[]) with ordinality as given (at, nth) using (nth)`;

async function noteMoments({ owner, begunAt, deeds }: Moved): Promise<void> {
  await owner.query('create temp table moment (transaction text primary key, at timestamptz not null) on commit drop');
  try {
    await owner.query(noteEach, [begunAt, deeds.map(({ at }) => at)]);
  } catch (error) {
    throw new Error('An act left no line in the chronicle, or one that was not planned.', { cause: error });
  }
}

const lineOf = (verbs: string, subject: string) =>
  `(select max(at) from chronicle_entry where subject_id = ${subject} and verb in (${verbs}))`;
const stepOf = (act: string, referral: string) => `(select min(at) from referral_step where referral_id = ${referral} and act = '${act}')`;

/** The parts of one need have the clock of the first of them. */
const firstSent = `
  case when r.clock_started_at is not null then (select min(s.at) from referral_step s join referral x on x.id = s.referral_id
    where s.act = 'submit' and (x.id = r.id or x.bundle_id = r.bundle_id)) end`;

const inOrder = [
  // What is only ever inserted still carries the transaction that wrote it.
  `update chronicle_entry c set at = m.at from moment m where m.transaction = c.xmin::text`,
  `update referral_step s set at = m.at from moment m where m.transaction = s.xmin::text`,
  `update outbox_event e set created_at = m.at, relayed_at = m.at, done_at = m.at from moment m where m.transaction = e.xmin::text`,
  // Whoever signs in or looks at a list does so shortly before acting.
  `update chronicle_entry c set at = coalesce((select at from chronicle_entry where id > c.id and ${isPlanned} order by id limit 1) - interval '25 seconds', at)
   where ${demo} and not (${isPlanned})`,
  `update person p set created_at = ${lineOf(`'people.create'`, 'p.id')} where ${demo}`,
  `update release r set recorded_at = ${lineOf(`'release.record'`, 'r.id')},
     revoked_at = case when revoked_at is not null then ${lineOf(`'release.revoke'`, 'r.id')} end where ${demo}`,
  `update referral r set created_at = whole.first, updated_at = whole.last, clock_started_at = ${firstSent}
   from (select referral_id, min(at) as first, max(at) as last from referral_step group by referral_id) whole where whole.referral_id = r.id and ${demo}`,
  `update referral r set leg_started_at = (select max(at) from referral_step where referral_id = r.id and to_state = 'requested'),
     paused_since = case when r.paused_since is not null then r.updated_at end, closed_at = case when r.closed_at is not null then r.updated_at end,
     paused_seconds = coalesce((select sum(extract(epoch from (select min(n.at) from referral_step n where n.referral_id = r.id and n.at > q.at) - q.at))
       from referral_step q where q.referral_id = r.id and q.to_state = 'info_requested'
         and exists (select from referral_step n where n.referral_id = r.id and n.at > q.at)), 0)
   where r.leg_started_at is not null and ${demo}`,
  `update referral_deadline d set starts_on = r.clock_started_at::date, due_on = d.due_on - (d.starts_on - r.clock_started_at::date)
   from referral r where r.id = d.referral_id and d.set_by is null and r.clock_started_at is not null`,
  `update referral_leg l set opened_at = s.at from (select referral_id, at, row_number() over (partition by referral_id order by at, id) as turn
     from referral_step where to_state = 'requested') s where s.referral_id = l.referral_id and s.turn = l.position`,
  `update referral_leg l set ended_at = (select min(s.at) from referral_step s where s.referral_id = l.referral_id and s.at > l.opened_at
     and s.to_state in ('requested', 'returned', 'closed', 'withdrawn', 'entered_in_error')) where l.ended_at is not null`,
  `update access_grant g set created_at = r.clock_started_at from referral r where r.id = g.referral_id and ${demo}`,
  `update access_grant g set valid_until = x.revoked_at from release x
   where x.revoked_at is not null and x.person_id = g.person_id and x.recipient_organisation_id = g.organisation_id and g.valid_until > x.revoked_at and ${demo}`,
  `update waiting_list_entry e set received_at = (select clock_started_at from referral where id = e.referral_id), joined_at = ${stepOf('waitlist', 'e.referral_id')},
     last_validated_at = ${stepOf('waitlist', 'e.referral_id')}, last_contact_at = ${stepOf('waitlist', 'e.referral_id')}
   where ${demo}`,
  `update slot s set created_at = ${lineOf(`'calendar.openSlot'`, 's.id')} where ${demo}`,
  `update slot_offer o set offered_at = ${lineOf(`'waitingList.offerSlot'`, 'o.id')},
     answered_at = ${lineOf(`'waitingList.acceptOffer', 'waitingList.declineOffer', 'waitingList.withdrawOffer'`, 'o.id')} where ${demo}`,
  `update appointment a set booked_at = (select answered_at from slot_offer where slot_id = a.slot_id and state = 'accepted') where slot_id is not null and ${demo}`,
];

/** Slots that were opened in the far future go to their own time; the appointments in them follow. */
async function moveSlots({ owner, deeds, replay }: Moved): Promise<void> {
  const staged = deeds.filter((deed) => deed.kind === 'openSlot').filter(({ isStaged }) => isStaged);
  await owner.query(
    `update slot set during = tstzrange(given.at, given.at + (upper(during) - lower(during)))
     from unnest($1::uuid[], $2::timestamptz[]) as given (id, at) where slot.id = given.id`,
    [staged.map(({ slot }) => replay.slots.get(slot)!.id), staged.map(({ startsAt }) => startsAt)],
  );
  await owner.query(
    `update referral r set appointment_starts_at = lower(s.during), appointment_ends_at = upper(s.during)
     from appointment a join slot s on s.id = a.slot_id where a.referral_id = r.id and r.${demo}`,
  );
}

interface Facts {
  id: string;
  state: ReferralState;
  urgency: Urgency | null;
  clockStartedAt: Date | null;
  targetDays: number | null;
  appointmentStartsAt: Date | null;
  updatedAt: Date;
}

/** Due dates are what the last step would have set at its time: by state and urgency, by the day asked for, or by the appointment. */
async function moveDueDates({ owner, deeds, replay, settings }: Moved): Promise<void> {
  const asked = new Map(
    deeds.filter((deed) => deed.kind === 'requestInfo').map(({ referral, dueOn }) => [replay.referrals.get(referral)!.id, dueOn]),
  );
  const { rows } = await owner.query<Facts>(
    `select id, state, urgency, clock_started_at as "clockStartedAt", target_days as "targetDays",
       appointment_starts_at as "appointmentStartsAt", updated_at as "updatedAt" from referral where custodian <> 'nobody' and ${demo}`,
  );
  const dueAt = (facts: Facts): Date => {
    if (facts.state === 'info_requested') return instantAt(asked.get(facts.id) ?? calendarDayOf(facts.updatedAt), '17:00');
    return facts.appointmentStartsAt ?? dueIn(facts.state, facts, settings, facts.updatedAt);
  };
  await owner.query(
    `update referral r set due_at = given.due, open_question_due_on = case when open_question is not null then given.asked end
     from unnest($1::uuid[], $2::timestamptz[], $3::date[]) as given (id, due, asked) where r.id = given.id`,
    [rows.map(({ id }) => id), rows.map(dueAt), rows.map(({ id }) => asked.get(id) ?? null)],
  );
  await owner.query(
    `update question_thread q set due_on = given.asked
     from unnest($1::uuid[], $2::date[]) as given (id, asked) where q.referral_id = given.id and q.moves_referral and q.due_on is not null`,
    [[...asked.keys()], [...asked.values()]],
  );
}
