import { openSlot } from '@lotse/calendar/model';
import { addCalendarDays, calendarDayOf, daysAfter, instantAt, type AnswerOf, type Endpoint } from '@lotse/kernel';
import { recordRelease } from '@lotse/people/model';
import {
  acceptReferral,
  acknowledgeReferral,
  attendAppointment,
  createReferral,
  emptyContent,
  submitReferral,
} from '@lotse/referral/model';
import { bookSlot, joinWaitingList } from '@lotse/waiting-list/model';
import type { Client } from 'pg';
import { assistantAt, intakeAt, referrerAt } from '../county/organisations';
import { organisationId, scheduleId, serviceId } from '../county/write-counties';
import type { DemoPlan } from '../histories/plan-demo';
import { loerrach } from '../histories/stories';
import type { Sent } from '../replay/caller';
import type { Replay } from '../replay/replay';
import { workingTime } from '../working-time';

type Write = <Contract extends Endpoint>(by: string, contract: Contract, sent: Sent<Contract>) => Promise<AnswerOf<Contract>>;

/** Days that people waited for their first appointment: many some weeks, a few for months. */
const waits = [9, 13, 12, 16, 19, 21, 20, 24, 26, 27, 25, 29, 31, 30, 34, 36, 33, 40, 43, 41, 52, 58, 71, 96] as const;
const rooms = ['Erstgespräch, Zimmer 1', 'Erstgespräch, Zimmer 2'];
const clinic = intakeAt('wiesenufer');
const clinician = 'clinician@demo.example';
const farAway = 200;

/** When it was sent, listed and booked, and when they came. */
interface Moments {
  referral: string;
  sent: Date;
  listed: Date;
  booked: Date;
  came: Date;
}

/**
 * Those who waited for the clinic and have come to their first appointment in the last weeks: with them the picture of the waits has two sides.
 * It was done a moment ago, so its time is moved; only then can it be recorded that they came.
 */
export async function completedWaits(given: Given): Promise<void> {
  const { write, owner } = given;
  const done: { id: string; version: number; moments: Moments }[] = [];
  for (const [index, one] of peopleWhoCame(given).entries()) done.push(await waited(given, index, one));
  const moments = JSON.stringify(done.map((one) => one.moments));
  await move(owner, moments);
  for (const { id, version } of done) await write(clinician, attendAppointment, { params: { id }, version, body: {} });
  await owner.query(cameThen, [moments]);
}

interface Given {
  write: Write;
  replay: Replay;
  plan: DemoPlan;
  owner: Client;
  now: Date;
}

interface Person {
  personId: string;
  /** Whoever refers at the practice that has entered them. */
  referrer: string;
}

/** People whom a practice has entered and not referred. */
function peopleWhoCame({ plan, replay }: Given): Person[] {
  const referred = new Set(plan.referrals.map(({ person }) => person));
  return plan.past
    .flatMap((deed) => (deed.kind === 'enterPerson' && !referred.has(deed.person) ? deed : []))
    .flatMap(({ person, by }) => {
      const practice = Object.keys(loerrach.referrers).find((key) => assistantAt(key) === by);
      return practice === undefined ? [] : { personId: replay.people.get(person)!.id, referrer: referrerAt(practice) };
    })
    .slice(0, waits.length);
}

/** From the referral to a booked appointment, in a calendar that is far enough away to be empty. */
async function waited({ write, now }: Given, index: number, { personId, referrer }: Person) {
  const came = instantAt(workingTime(now).day(-2 - Math.floor(index * 1.5)), index % 2 === 0 ? '16:40' : '17:40');
  const sent = daysAfter(came, -waits[index]!);
  const { id, version } = await refer(write, referrer, personId, calendarDayOf(sent));
  await write(clinic, acknowledgeReferral, { params: { id }, version: version + 1, body: {} });
  await write(clinic, acceptReferral, { params: { id }, version: version + 2, body: {} });
  await write(clinic, joinWaitingList, { params: { id }, version: version + 3, body: {} });
  const body = {
    scheduleId: scheduleId('pia', rooms[index % 2]!),
    startsAt: instantAt(addCalendarDays(calendarDayOf(now), farAway + index), '17:00').toISOString(),
    minutes: 50,
    mode: 'on_site' as const,
  };
  const slot = await write(clinic, openSlot, { body });
  const booked = await write(clinic, bookSlot, { params: { id }, version: version + 4, body: { slotId: slot.id } });
  const moments = { referral: id, sent, listed: daysAfter(sent, 0.9), booked: daysAfter(sent, waits[index]! * 0.7), came };
  return { id, version: booked.version, moments };
}

async function refer(write: Write, by: string, personId: string, givenOn: string): Promise<{ id: string; version: number }> {
  await write(by, recordRelease, {
    params: { id: personId },
    body: {
      recipientOrganisationId: organisationId('wiesenufer'),
      purpose: 'Abklärung und Behandlung',
      dataParts: ['identity', 'contact', 'diagnosis', 'appointments'],
      coversHealthData: true,
      form: 'written',
      givenOn,
      validUntil: addCalendarDays(givenOn, 365),
    },
  });
  const said = { reason: 'low_mood', question: 'Bitte um Abklärung und Behandlung.', urgency: 'soon' as const };
  const made = await write(by, createReferral, { body: { ...emptyContent, ...said, personId, serviceId: serviceId('pia') } });
  await write(by, submitReferral, { params: { id: made.id }, version: made.version, body: {} });
  return made;
}

const given = `jsonb_to_recordset($1::jsonb) as g (referral uuid, sent timestamptz, listed timestamptz, booked timestamptz, came timestamptz)`;
const ofReferral = `from ${given} where x.referral_id = g.referral`;
const length = `(upper(x.during) - lower(x.during))`;

/** In the order in which one needs the other. */
const moves = [
  `update person x set created_at = least(x.created_at, g.sent - interval '40 minutes') from ${given} join referral r on r.id = g.referral where x.id = r.person_id`,
  `update release x set recorded_at = g.sent - interval '30 minutes' from ${given} join referral r on r.id = g.referral where x.person_id = r.person_id`,
  `update referral_step x set at = case x.act when 'submit' then g.sent when 'acknowledge' then g.sent + (g.listed - g.sent) * 0.3
     when 'accept' then g.sent + (g.listed - g.sent) * 0.8 when 'waitlist' then g.listed when 'book' then g.booked
     else g.sent - interval '20 minutes' end ${ofReferral}`,
  `update referral_leg x set opened_at = g.sent ${ofReferral}`,
  `update referral_deadline x set due_on = x.due_on - (x.starts_on - g.sent::date), starts_on = g.sent::date ${ofReferral}`,
  `update access_grant x set created_at = g.sent ${ofReferral}`,
  `update waiting_list_entry x set received_at = g.sent, joined_at = g.listed, last_validated_at = g.listed, last_contact_at = g.listed ${ofReferral}`,
  `update appointment x set booked_at = g.booked ${ofReferral}`,
  `update slot x set during = tstzrange(g.came, g.came + ${length}), created_at = g.booked - interval '1 hour'
     from ${given} join appointment a on a.referral_id = g.referral where x.id = a.slot_id`,
  `update referral x set created_at = g.sent - interval '20 minutes', clock_started_at = g.sent, leg_started_at = g.sent, updated_at = g.booked,
     appointment_starts_at = g.came, appointment_ends_at = g.came + interval '50 minutes', due_at = g.came from ${given} where x.id = g.referral`,
];

/** Nothing resets a clock but this, once, before anybody has seen it. */
async function move(owner: Client, moments: string): Promise<void> {
  await owner.query('begin');
  try {
    await owner.query('alter table referral disable trigger referral_keeps_clock');
    for (const text of moves) await owner.query(text, [moments]);
    await owner.query('alter table referral enable trigger referral_keeps_clock');
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
}

/** They came when they had their appointment, not when the demo was filled. */
const cameThen = `
  with attended as (update referral_step x set at = g.came + interval '50 minutes' ${ofReferral} and x.act = 'attend' returning x.referral_id, x.at),
    met as (update referral_deadline x set met_on = g.came::date ${ofReferral} and x.met_on is not null)
  update referral r set updated_at = attended.at from attended where r.id = attended.referral_id`;
