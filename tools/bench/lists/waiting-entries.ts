import type { Client } from 'pg';

/** The bands of domain.md with their target times in days. */
const bands = `(values ('very_urgent', 1, 2), ('urgent', 2, 9.8), ('acute_treatment', 3, 14), ('soon', 4, 28), ('routine', 5, 84))`;

/** Puts those whom the clinic was sent on the waiting list of its service, all or some of those who are to wait. */
export const putOnWaitingList = (owner: Client, serviceId: string, only?: { waitlisted: number }): Promise<unknown> =>
  owner.query(
    `insert into waiting_list_entry (id, region_id, organisation_id, service_id, referral_id, person_id, urgency, band, target_days, received_at,
       short_notice, minimum_notice_hours, state)
     select gen_random_uuid(), r.region_id, r.recipient_organisation_id, r.service_id, r.id, r.person_id, r.urgency, band.number, band.target,
       r.clock_started_at, true, 24, 'waiting'
     from referral r join ${bands} as band (urgency, number, target) on band.urgency = r.urgency
     where r.service_id = $1 and ($2::int is null or r.state = 'waitlisted') limit $2::int`,
    [serviceId, only?.waitlisted ?? null],
  );
