/** How many changes by others came after what somebody has said that they saw; none for whoever never said so. */
export const unreadChanges = (referral: string): string => `
  (select count(*)::integer from referral_look l join referral_change c on c.referral_id = l.referral_id and c.id > l.up_to
   where l.referral_id = ${referral}.id and l.staff_id = current_staff() and c.staff_id is distinct from current_staff())`;

/** Whether the receiver may see `referral` now; within one house everybody does. */
export const recipientSees = `
  (referral.recipient_organisation_id = referral.referrer_organisation_id
    or exists (select from access_grant g where g.referral_id = referral.id and g.organisation_id = referral.recipient_organisation_id
      and g.basis <> 'break_glass' and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now())))`;

/** The statements that change a referral; only `Referrals` sends them. */
export const load = `
  select id, reference, region_id as "regionId", person_id as "personId", referrer_organisation_id as "referrerOrganisationId",
    recipient_organisation_id as "recipientOrganisationId", service_id as "serviceId", state, state_before as "stateBefore", urgency,
    clock_started_at as "clockStartedAt", target_days as "targetDays", short_notice as "shortNotice",
    minimum_notice_hours as "minimumNoticeHours", version, created_by as "createdBy",
    due_at as "dueAt", appointment_starts_at as "appointmentStartsAt", risk_review_open as "riskReviewOpen",
    outcome_chasers as "outcomeChasers", closed_at as "closedAt", error_asked_by as "errorAskedBy",
    decline_proposed_by as "declineProposedBy", ${unreadChanges('referral')} as "unreadChanges",
    ${recipientSees} as "recipientSees"
  from referral where id = $1 for update`;

export const move = `
  update referral set state = $2, state_before = $3, custodian = $4, custodian_organisation_id = $5, due_at = $6,
    open_question = case when $2 = 'info_requested' then coalesce($10, open_question) end,
    open_question_due_on = case when $2 = 'info_requested' then coalesce($11, open_question_due_on) end,
    recipient_organisation_id = coalesce($12, recipient_organisation_id), service_id = coalesce($13, service_id),
    appointment_starts_at = case when $7::timestamptz is not null then $7 when $2 in ('booked', 'in_service', 'dna_review', 'cancel_requested') then appointment_starts_at end,
    appointment_ends_at = case when $7::timestamptz is not null then $8 when $2 in ('booked', 'in_service', 'dna_review', 'cancel_requested') then appointment_ends_at end,
    appointment_place = case when $7::timestamptz is not null then $9 when $2 in ('booked', 'in_service', 'dna_review', 'cancel_requested') then appointment_place end,
    appointment_mode = case when $7::timestamptz is not null then $14 when $2 in ('booked', 'in_service', 'dna_review', 'cancel_requested') then appointment_mode end,
    closed_at = case when $2 = 'closed' then now() end,
    risk_review_open = $2 = 'dna_review' or (risk_review_open and not (state = 'dna_review' and $2 = 'rebook_required')
      and $2 not in ('withdrawn', 'entered_in_error')),
    outcome_chasers = case when $2 = 'outcome_sent' then outcome_chasers else 0 end,
    suspended_until = case when $2 in ('suspended', 'cancel_requested') then suspended_until end,
    decline_proposed_by = null,
    leg_started_at = case when $2 = 'requested' then now() else leg_started_at end,
    paused_since = case when $2 = 'info_requested' then coalesce(paused_since, now()) end,
    paused_seconds = case when $2 = 'requested' then 0 when $2 <> 'info_requested' and paused_since is not null
      then paused_seconds + extract(epoch from now() - paused_since) else paused_seconds end,
    updated_at = now(), version = version + 1
  where id = $1`;

export const touch = `update referral set updated_at = now(), version = version + 1 where id = $1`;

export const remember = `update referral set state_before = $2 where id = $1`;

export const step = `
  insert into referral_step (id, referral_id, act, from_state, to_state, staff_id, organisation_id, note)
  values ($1, $2, $3, $4, $5, current_staff(), current_organisation(), $6)`;

/** A step that can be taken back remembers what the referral was. It is sent before the referral is changed. */
export const undoableStep = `
  insert into referral_step (id, referral_id, act, from_state, to_state, staff_id, organisation_id, note, before)
  select $1, r.id, $3, $4, $5, current_staff(), current_organisation(), $6,
    jsonb_build_object('version', r.version, 'stateBefore', r.state_before, 'custodian', r.custodian,
      'custodianOrganisationId', r.custodian_organisation_id, 'dueAt', r.due_at, 'openQuestion', r.open_question,
      'openQuestionDueOn', r.open_question_due_on, 'recipientOrganisationId', r.recipient_organisation_id, 'serviceId', r.service_id,
      'legStartedAt', r.leg_started_at, 'pausedSince', r.paused_since, 'pausedSeconds', r.paused_seconds,
      'riskReviewOpen', r.risk_review_open)
  from referral r where r.id = $2`;

/** Makes a referral what it was before a step. */
export const restore = `
  update referral r set state = s.from_state, state_before = s.before ->> 'stateBefore', custodian = s.before ->> 'custodian',
    custodian_organisation_id = (s.before ->> 'custodianOrganisationId')::uuid, due_at = (s.before ->> 'dueAt')::timestamptz,
    open_question = s.before ->> 'openQuestion', open_question_due_on = (s.before ->> 'openQuestionDueOn')::date,
    recipient_organisation_id = (s.before ->> 'recipientOrganisationId')::uuid, service_id = (s.before ->> 'serviceId')::uuid,
    leg_started_at = (s.before ->> 'legStartedAt')::timestamptz, paused_since = (s.before ->> 'pausedSince')::timestamptz,
    paused_seconds = coalesce((s.before ->> 'pausedSeconds')::double precision, 0),
    risk_review_open = coalesce((s.before ->> 'riskReviewOpen')::boolean, r.risk_review_open),
    updated_at = now(), version = r.version + 1
  from referral_step s where r.id = $1 and s.id = $2`;

export const undoStep = `
  insert into referral_step (id, referral_id, act, from_state, to_state, staff_id, organisation_id, undoes)
  values ($1, $2, 'undo', $3, $4, current_staff(), current_organisation(), $5)`;
