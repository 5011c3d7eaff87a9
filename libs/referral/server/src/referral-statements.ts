/** The statements that change a referral; only `Referrals` sends them. */
export const load = `
  select id, reference, region_id as "regionId", person_id as "personId", referrer_organisation_id as "referrerOrganisationId",
    recipient_organisation_id as "recipientOrganisationId", service_id as "serviceId", state, state_before as "stateBefore", urgency,
    clock_started_at as "clockStartedAt", target_days as "targetDays", short_notice as "shortNotice",
    minimum_notice_hours as "minimumNoticeHours", version,
    exists (select from access_grant g where g.referral_id = referral.id and g.organisation_id = referral.recipient_organisation_id
      and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now())) as "recipientSees"
  from referral where id = $1 for update`;

export const move = `
  update referral set state = $2, state_before = $3, custodian = $4, custodian_organisation_id = $5, due_at = $6,
    open_question = case when $2 = 'info_requested' then coalesce($10, open_question) end,
    open_question_due_on = case when $2 = 'info_requested' then coalesce($11, open_question_due_on) end,
    recipient_organisation_id = coalesce($12, recipient_organisation_id), service_id = coalesce($13, service_id),
    appointment_starts_at = case when $7::timestamptz is not null then $7 when $2 in ('booked', 'in_service') then appointment_starts_at end,
    appointment_ends_at = case when $7::timestamptz is not null then $8 when $2 in ('booked', 'in_service') then appointment_ends_at end,
    appointment_place = case when $7::timestamptz is not null then $9 when $2 in ('booked', 'in_service') then appointment_place end,
    updated_at = now(), version = version + 1
  where id = $1`;

export const step = `
  insert into referral_step (id, referral_id, act, from_state, to_state, staff_id, organisation_id, note)
  values ($1, $2, $3, $4, $5, current_staff(), current_organisation(), $6)`;

/** A step that can be taken back remembers what the referral was. It is sent before the referral is changed. */
export const undoableStep = `
  insert into referral_step (id, referral_id, act, from_state, to_state, staff_id, organisation_id, note, before)
  select $1, r.id, $3, $4, $5, current_staff(), current_organisation(), $6,
    jsonb_build_object('version', r.version, 'stateBefore', r.state_before, 'custodian', r.custodian,
      'custodianOrganisationId', r.custodian_organisation_id, 'dueAt', r.due_at, 'openQuestion', r.open_question,
      'openQuestionDueOn', r.open_question_due_on, 'recipientOrganisationId', r.recipient_organisation_id, 'serviceId', r.service_id)
  from referral r where r.id = $2`;

/** Makes a referral what it was before a step. */
export const restore = `
  update referral r set state = s.from_state, state_before = s.before ->> 'stateBefore', custodian = s.before ->> 'custodian',
    custodian_organisation_id = (s.before ->> 'custodianOrganisationId')::uuid, due_at = (s.before ->> 'dueAt')::timestamptz,
    open_question = s.before ->> 'openQuestion', open_question_due_on = (s.before ->> 'openQuestionDueOn')::date,
    recipient_organisation_id = (s.before ->> 'recipientOrganisationId')::uuid, service_id = (s.before ->> 'serviceId')::uuid,
    updated_at = now(), version = r.version + 1
  from referral_step s where r.id = $1 and s.id = $2`;

export const undoStep = `
  insert into referral_step (id, referral_id, act, from_state, to_state, staff_id, organisation_id, undoes)
  values ($1, $2, 'undo', $3, $4, current_staff(), current_organisation(), $5)`;
