/** The statements that change enquiries and what the services do with them; only `AdviceThreads` sends them. */
export const load = `
  select t.id, t.enquiry_id as "enquiryId", t.person_id as "personId", t.asker_organisation_id as "askerOrganisationId",
    t.provider_organisation_id as "providerOrganisationId", t.service_id as "serviceId", t.state, t.due_at as "dueAt", t.version,
    e.kind, e.reference, t.person_id is null or exists (select from access_grant g where g.person_id = t.person_id
      and g.organisation_id = t.provider_organisation_id and g.basis <> 'break_glass' and g.valid_from <= now()
      and (g.valid_until is null or g.valid_until > now())) as "providerSees"
  from advice_thread t join enquiry e on e.id = t.enquiry_id where t.id = $1 for update of t`;

export const begin = `
  insert into enquiry (id, region_id, kind, asker_organisation_id, asked_by, person_id, question, diagnosis, certainty, medication, tried_so_far,
    urgency, age, postcode, category, needs, answer_by, due_at)
  values ($1, current_region(), $2, current_organisation(), current_staff(), $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
  returning reference`;

export const open = `
  insert into advice_thread (id, region_id, enquiry_id, person_id, asker_organisation_id, provider_organisation_id, service_id, state, custodian,
    custodian_organisation_id, due_at)
  values ($1, current_region(), $2, $3, current_organisation(), $4, $5, $6, 'provider', $4, $7)`;

export const move = `
  update advice_thread set state = $2, custodian = $3, provider_rank = case $3 when 'provider' then 0 when 'referrer' then 1 else 2 end, custodian_organisation_id = $4, due_at = $5, updated_at = now(), version = version + 1
  where id = $1`;

export const answer = `
  update advice_thread set verdict = $2, from_day = $3, weeks = $4, recommendation = $5, answer_text = $6 where id = $1`;

export const message = `
  insert into advice_message (id, region_id, thread_id, person_id, act, organisation_id, staff_id, text)
  values ($1, current_region(), $2, $3, $4, current_organisation(), current_staff(), $5)`;

export const openOf = `
  select t.id, t.version from advice_thread t where t.enquiry_id = $1 and t.asker_organisation_id = current_organisation()
    and t.custodian <> 'nobody' and t.id <> coalesce($2::uuid, '00000000-0000-0000-0000-000000000000') order by t.id for update`;
