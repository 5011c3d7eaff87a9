import type { TestCounty, TestDatabase } from '@lotse/server-kit/testing';

/** The person came without an appointment, and is asked whether the place is still needed. */
export async function lookedAfter(
  database: TestDatabase,
  { regionId, practice, clinic, service, intake }: TestCounty,
  { appointmentId, listCheckId, referralId, personId, entryId }: Readonly<Record<string, string>>,
): Promise<void> {
  await database.query(
    `insert into appointment (id, region_id, organisation_id, referral_id, person_id, booked_by, kind, walked_in_at, arrived_at, attendance, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, 'walk_in', now(), now(), 'attended', now(), $6)`,
    [appointmentId, regionId, clinic, referralId, personId, intake.id],
  );
  await database.query(
    `with begun as (insert into list_round (id, region_id, organisation_id, service_id, kind, source, begins_on, due_at)
       values (gen_random_uuid(), $2, $3, $4, 'validation', 'asked', current_date, now()) returning id)
     insert into list_check (id, region_id, organisation_id, referrer_organisation_id, round_id, entry_id, referral_id, person_id, kind)
     select $1, $2, $3, $5, id, $6, $7, $8, 'validation' from begun`,
    [listCheckId, regionId, clinic, service, practice, entryId, referralId, personId],
  );
}
