import type { Client } from 'pg';

const open = `r.state not in ('closed', 'withdrawn', 'entered_in_error')`;

/** What must never be true, as the number of rows for which it is. */
const promises: Readonly<Record<string, string>> = {
  'an open referral without one custodian or a due date': `select count(*)::int as n from referral r where ${open} and (custodian = 'nobody' or custodian_organisation_id is null or due_at is null)`,
  'a custodian on neither side': `select count(*)::int as n from referral r where ${open} and custodian_organisation_id not in (referrer_organisation_id, recipient_organisation_id)`,
  'a place on a list with another clock than its referral': `select count(*)::int as n from waiting_list_entry e join referral r on r.id = e.referral_id where e.received_at is distinct from r.clock_started_at`,
  'a state that is not the last step': `select count(*)::int as n from referral r where state is distinct from (select to_state from referral_step s where s.referral_id = r.id order by at desc, id desc limit 1)`,
  'steps that do not follow one another': `select count(*)::int as n from (select from_state, lag(to_state) over (partition by referral_id order by at, id) as before from referral_step) s where from_state is distinct from before`,
  'something that happens in the future': `select (select count(*) from referral_step where at > now()) + (select count(*) from chronicle_entry where at > now()) + (select count(*) from slot_offer where offered_at > now() or answered_at > now()) as n`,
  'a referral that was sent before it was written': `select count(*)::int as n from referral r where bundle_id is null and came_by is null and clock_started_at < created_at or updated_at < clock_started_at - interval '5 seconds'`,
  'somebody who was entered after the referral': `select count(*)::int as n from referral r join person p on p.id = r.person_id where p.created_at > r.created_at`,
  'a running offer for a slot that has begun, or whose hold has ended': `select count(*)::int as n from slot_offer o join slot s on s.id = o.slot_id where o.state in ('deferred', 'sent') and (lower(s.during) <= now() or o.expires_at <= now() or o.expires_at >= lower(s.during))`,
  'an offer that was answered before it was made, or after its hold': `select count(*)::int as n from slot_offer where answered_at <= offered_at or (answered_at > expires_at and state <> 'expired')`,
  'an offer out of turn besides the one that was planned': `select count(*)::int as n from slot_offer where out_of_turn_reason not like 'Nur an diesem Tag%' or rank is null`,
  'a held slot without its offer': `select count(*)::int as n from slot s where state = 'held' and not exists (select from slot_offer o where o.round_id = s.holder_id and o.state in ('deferred', 'sent') and o.expires_at <= s.held_until)`,
  'an appointment at another time than its slot': `select count(*)::int as n from appointment a join slot s on s.id = a.slot_id join referral r on r.id = a.referral_id where r.state = 'booked' and (r.appointment_starts_at is distinct from lower(s.during) or r.due_at is distinct from lower(s.during))`,
  'a booked referral without an appointment': `select count(*)::int as n from referral r where state = 'booked' and not exists (select from appointment a where a.referral_id = r.id and a.cancelled_at is null)`,
  'somebody on a list whose referral is elsewhere': `select count(*)::int as n from waiting_list_entry e join referral r on r.id = e.referral_id where (e.state, r.state) not in (('waiting', 'waitlisted'), ('offered', 'offered'), ('placed', 'booked'), ('placed', 'dna_review'), ('placed', 'in_service'))`,
  'a slot far from today': `select count(*)::int as n from slot where lower(during) not between now() - interval '60 days' and now() + interval '60 days'`,
  'a chronicle that is not in the order of time': `select count(*)::int as n from (select at, lag(at) over (order by id) as before from chronicle_entry where kind = 'act' and verb not like 'identity.%' and verb not like 'demo.%') c where at < before`,
  'somebody who is not marked as invented': `select (select count(*) from person p join region r on r.id = p.region_id where r.is_demo and not p.is_invented) + (select count(*) from organisation o join region r on r.id = o.region_id where r.is_demo and not o.is_invented) as n`,
  'a receiver who may not see the referral': `select count(*)::int as n from referral r where ${open} and r.state <> 'draft' and r.came_by is null and not exists (select from access_grant g where g.referral_id = r.id and g.organisation_id = r.recipient_organisation_id and g.valid_until > now())`,
};

const counted: Readonly<Record<string, string>> = {
  people: `select r.key, count(*)::int as n from person p join region r on r.id = p.region_id group by r.key`,
  referrals: `select state as key, count(*)::int as n from referral group by state`,
  waiting: `select s.name as key, count(*)::int as n from waiting_list_entry e join service s on s.id = e.service_id where e.state in ('waiting', 'offered') group by s.name`,
  offers: `select state as key, count(*)::int as n from slot_offer group by state`,
  slots: `select state as key, count(*)::int as n from slot group by state`,
  toTell: `select name as key, count(*)::int as n from outbox_event where done_at is null group by name`,
};

export interface DemoCheck {
  counts: Record<string, Record<string, number>>;
  violations: string[];
}

/** Checks the promises that a demo moved into the past might break, and counts what there is. */
export async function checkDemo(owner: Client): Promise<DemoCheck> {
  const violations: string[] = [];
  for (const [what, text] of Object.entries(promises)) {
    const { rows } = await owner.query<{ n: number | string }>(text);
    if (Number(rows[0]!.n) > 0) violations.push(`${rows[0]!.n} × ${what}`);
  }
  const counts: DemoCheck['counts'] = {};
  for (const [what, text] of Object.entries(counted)) {
    const { rows } = await owner.query<{ key: string; n: number }>(`${text} order by 1`);
    counts[what] = Object.fromEntries(rows.map(({ key, n }) => [key, n]));
  }
  return { counts, violations };
}
