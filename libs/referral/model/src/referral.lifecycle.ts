import { history, lifecycle, type ActOf, type StateOf } from '@lotse/kernel';

/**
 * The whole life of a referral: per state, what may happen and where it leads. 18 open and final states are reached from `draft`;
 * `refuse_cancel` leads back to the state that was remembered when the cancellation was requested. Acts whose contracts do not
 * exist yet stand here all the same, so that nothing is built against half a life.
 */
export const referralLifecycle = lifecycle('draft', {
  draft: {
    submit: 'requested',
    discard: 'withdrawn',
    mark_error: 'entered_in_error',
    record_death: 'withdrawn',
  },
  requested: {
    acknowledge: 'received',
    withdraw: 'withdrawn',
    mark_error: 'entered_in_error',
    record_death: 'withdrawn',
  },
  received: {
    start_triage: 'in_triage',
    request_info: 'info_requested',
    accept: 'accepted',
    decline: 'returned',
    redirect: 'requested',
    withdraw: 'withdrawn',
    mark_error: 'entered_in_error',
    record_death: 'withdrawn',
  },
  in_triage: {
    request_info: 'info_requested',
    accept: 'accepted',
    decline: 'returned',
    redirect: 'requested',
    withdraw: 'withdrawn',
    mark_error: 'entered_in_error',
    record_death: 'withdrawn',
  },
  info_requested: {
    provide_info: 'in_triage',
    proceed_without_info: 'in_triage',
    decline: 'returned',
    redirect: 'requested',
    withdraw: 'withdrawn',
    mark_error: 'entered_in_error',
    record_death: 'withdrawn',
  },
  accepted: {
    hand_back: 'returned',
    redirect: 'requested',
    waitlist: 'waitlisted',
    offer: 'offered',
    book: 'booked',
    start_without_appointment: 'in_service',
    send_outcome: 'outcome_sent',
    request_cancel: 'cancel_requested',
    mark_error: 'entered_in_error',
    record_death: 'withdrawn',
  },
  waitlisted: {
    hand_back: 'returned',
    redirect: 'requested',
    suspend: 'suspended',
    offer: 'offered',
    book: 'booked',
    request_cancel: 'cancel_requested',
    mark_error: 'entered_in_error',
    record_death: 'withdrawn',
  },
  suspended: {
    hand_back: 'returned',
    redirect: 'requested',
    resume: 'waitlisted',
    request_cancel: 'cancel_requested',
    mark_error: 'entered_in_error',
    record_death: 'withdrawn',
  },
  offered: {
    accept_offer: 'booked',
    end_offer: 'waitlisted',
    request_cancel: 'cancel_requested',
    mark_error: 'entered_in_error',
    record_death: 'withdrawn',
  },
  booked: {
    hand_back: 'returned',
    reschedule: 'booked',
    cancel_appointment: 'rebook_required',
    no_show: 'dna_review',
    attend: 'in_service',
    send_outcome: 'outcome_sent',
    request_cancel: 'cancel_requested',
    mark_error: 'entered_in_error',
    record_death: 'withdrawn',
  },
  rebook_required: {
    hand_back: 'returned',
    redirect: 'requested',
    offer: 'offered',
    book: 'booked',
    back_to_list: 'waitlisted',
    request_cancel: 'cancel_requested',
    mark_error: 'entered_in_error',
    record_death: 'withdrawn',
  },
  dna_review: {
    hand_back: 'returned',
    book: 'booked',
    back_to_list: 'waitlisted',
    request_cancel: 'cancel_requested',
    dna_to_cancelled: 'rebook_required',
    mark_error: 'entered_in_error',
    record_death: 'withdrawn',
  },
  in_service: {
    hand_back: 'returned',
    book: 'booked',
    cancel_appointment: 'rebook_required',
    interim_note: 'in_service',
    send_outcome: 'outcome_sent',
    request_cancel: 'cancel_requested',
    mark_error: 'entered_in_error',
    record_death: 'withdrawn',
  },
  cancel_requested: {
    send_outcome: 'outcome_sent',
    confirm_cancel: 'withdrawn',
    refuse_cancel: history,
    mark_error: 'entered_in_error',
    record_death: 'withdrawn',
  },
  returned: {
    withdraw: 'withdrawn',
    resend: 'requested',
    mark_error: 'entered_in_error',
    record_death: 'withdrawn',
  },
  outcome_sent: {
    acknowledge_outcome: 'closed',
    query_outcome: 'outcome_sent',
    close_unacknowledged: 'closed',
    mark_error: 'entered_in_error',
    record_death: 'withdrawn',
  },
  closed: {
    reopen: 'outcome_sent',
  },
  withdrawn: {},
  entered_in_error: {},
});

export type ReferralState = StateOf<typeof referralLifecycle>;
export type ReferralAct = ActOf<typeof referralLifecycle>;

/** Who must act next. Exactly one custodian for every open referral; `nobody` only at the end. */
export const custodians = [
  'referrer',
  'recipient_intake',
  'recipient_triage',
  'contact_staff',
  'recipient_clinic',
  'recipient_clinician',
  'nobody',
] as const;
export type Custodian = (typeof custodians)[number];

/** The custodian that comes with a state. */
export const custodianOf: Readonly<Record<ReferralState, Custodian>> = {
  draft: 'referrer',
  requested: 'recipient_intake',
  received: 'recipient_intake',
  in_triage: 'recipient_triage',
  info_requested: 'referrer',
  accepted: 'recipient_intake',
  waitlisted: 'recipient_intake',
  suspended: 'recipient_intake',
  offered: 'contact_staff',
  booked: 'recipient_clinic',
  rebook_required: 'recipient_intake',
  dna_review: 'recipient_clinician',
  in_service: 'recipient_clinician',
  cancel_requested: 'recipient_intake',
  returned: 'referrer',
  outcome_sent: 'referrer',
  closed: 'nobody',
  withdrawn: 'nobody',
  entered_in_error: 'nobody',
};

/** Whether the custodian works for the organisation that referred; contact staff phone the person from there. */
export const isWithReferrer = (custodian: Custodian): boolean => custodian === 'referrer' || custodian === 'contact_staff';
