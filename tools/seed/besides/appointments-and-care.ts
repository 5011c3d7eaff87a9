import { calendarDayOf, type AnswerOf, type Endpoint } from '@lotse/kernel';
import type { RegionSettings } from '@lotse/region/model';
import {
  answerListCheck,
  arriveAtAppointment,
  askReferrerToCheck,
  careOfLists,
  missAppointment,
  readAppointments,
  readListChecks,
  recordCheckAttempt,
  startListChecks,
} from '@lotse/waiting-list/model';
import type { Client } from 'pg';
import { intakeAt } from '../county/organisations';
import { organisationId, serviceId } from '../county/write-counties';
import type { Caller, Sent } from '../replay/caller';

const clinic = intakeAt('wiesenufer');
const minutes = 60_000;

type Write = <Contract extends Endpoint>(by: string, contract: Contract, sent: Sent<Contract>) => Promise<AnswerOf<Contract>>;

const booked = `
  select a.id, a.slot_id as "slotId", a.referral_id as "referralId" from appointment a join slot s on s.id = a.slot_id
  where a.organisation_id = $1 and a.cancelled_at is null and a.attendance is null and lower(s.during) > now() order by lower(s.during), a.id limit 3`;
const comesAt = "update slot set during = tstzrange($2::timestamptz, $2::timestamptz + interval '40 minutes') where id = $1";
const beginsAt =
  "update referral set appointment_starts_at = $2, appointment_ends_at = $2::timestamptz + interval '40 minutes', due_at = $2 where id = $1";
const longest = `
  select id from waiting_list_entry where service_id = $1 and state = 'waiting' order by received_at, id limit 6`;

/**
 * A day of the clinic, and how its lists are looked after: somebody missed their appointment and the risk has not been looked at, somebody has
 * arrived, one is still to come; a round is on its way, and check-ins are due. What has passed was arranged a moment ago, so its time is moved.
 */
export async function appointmentsAndCare(given: { write: Write; caller: Caller; owner: Client; now: Date }): Promise<void> {
  await today(given);
  await round(given);
  await dueRounds(given.owner, given.now);
}

async function today({ write, caller, owner, now }: Parameters<typeof appointmentsAndCare>[0]): Promise<void> {
  const { rows } = await owner.query<{ id: string; slotId: string; referralId: string }>(booked, [organisationId('wiesenufer')]);
  for (const [index, one] of rows.entries()) await bringForward(owner, one, new Date(now.getTime() + [-95, -20, 75][index]! * minutes));
  const days = [...new Set([-95, -20].map((minute) => calendarDayOf(new Date(now.getTime() + minute * minutes))))];
  for (const day of days) {
    const { items } = await caller.call(clinic, { ...readAppointments, path: `appointments?day=${day}` }, {});
    for (const { id, version } of items.filter((item) => item.id === rows[0]?.id)) {
      await write(clinic, missAppointment, { params: { id }, version, body: { reason: 'unknown' } });
    }
    for (const { id, version } of items.filter((item) => item.id === rows[1]?.id && day === calendarDayOf(now))) {
      await write(clinic, arriveAtAppointment, { params: { id }, version, body: {} });
    }
  }
}

/** Where the calendar is full at that time, a little earlier. */
async function bringForward(owner: Client, { slotId, referralId }: { slotId: string; referralId: string }, wanted: Date): Promise<void> {
  for (let earlier = 0; earlier < 48; earlier++) {
    const at = new Date(Math.floor((wanted.getTime() - earlier * 15 * minutes) / (5 * minutes)) * 5 * minutes);
    try {
      await owner.query(comesAt, [slotId, at]);
      await owner.query(beginsAt, [referralId, at]);
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== '23P01') throw error;
    }
  }
}

async function round({ write, caller, owner }: Parameters<typeof appointmentsAndCare>[0]): Promise<void> {
  const { rows } = await owner.query<{ id: string }>(longest, [serviceId('pia')]);
  const entryIds = rows.map(({ id }) => id);
  if (entryIds.length < 4) return;
  const { roundId } = await write(clinic, startListChecks, { params: { id: serviceId('pia') }, body: { entryIds } });
  const { items } = await caller.call(clinic, { ...readListChecks, path: `list-checks?roundId=${roundId}` }, {});
  const [first, second, third, fourth] = items;
  const to = ({ id, version }: { id: string; version: number }) => ({ params: { id }, version });
  await write(clinic, answerListCheck, { ...to(first!), body: { answer: 'stays' } });
  await write(clinic, answerListCheck, { ...to(second!), body: { answer: 'remove', note: 'Hat in Freiburg einen Platz gefunden.' } });
  await write(clinic, recordCheckAttempt, { ...to(third!), body: {} });
  await write(clinic, askReferrerToCheck, { ...to(fourth!), body: {} });
}

/** What the worker would open within the next quarter of an hour. */
async function dueRounds(owner: Client, now: Date): Promise<void> {
  const { rows } = await owner.query<{ id: string; settings: RegionSettings }>(
    'select r.id, settings_of(r) as settings from region r where is_demo',
  );
  for (const { id, settings } of rows) {
    const rules = JSON.stringify(careOfLists(settings, calendarDayOf(now)));
    await owner.query('begin');
    await owner.query(`select set_config('lotse.system', 'on', true)`);
    await owner.query('select open_list_rounds($1, $2)', [id, rules]);
    await owner.query('commit');
  }
}
