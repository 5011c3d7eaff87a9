import type { NoticeKind } from './notice';

/** The side of a referral that gets a notice. */
export type Side = 'referrer' | 'recipient';

/** A notice before it is written: which side, and what about. */
export interface Telling {
  side: Side;
  kind: NoticeKind;
}

const moved = (side: Side): Telling[] => [{ side, kind: 'referral_moved' }];
const received: Telling = { side: 'recipient', kind: 'referral_received' };

/**
 * Whom a step of a referral is told to. Only what the other side must know or would ask about; steps that are not listed are seen in
 * the history. Offers tell about themselves. When a step is taken back, whoever was told of it is told that too.
 */
export const toldAbout: Readonly<Record<string, readonly Telling[] | undefined>> = {
  submit: [received],
  redirect: [received, ...moved('referrer')],
  resend: [received],
  request_info: [{ side: 'referrer', kind: 'question_asked' }],
  provide_info: [{ side: 'recipient', kind: 'question_answered' }],
  split: moved('referrer'),
  accept: moved('referrer'),
  decline: moved('referrer'),
  hand_back: moved('referrer'),
  waitlist: moved('referrer'),
  suspend: moved('referrer'),
  resume: moved('referrer'),
  book: moved('referrer'),
  reschedule: moved('referrer'),
  cancel_appointment: moved('referrer'),
  no_show: moved('referrer'),
  start_without_appointment: moved('referrer'),
  send_outcome: moved('referrer'),
  confirm_cancel: moved('referrer'),
  refuse_cancel: moved('referrer'),
  withdraw: moved('recipient'),
  request_cancel: moved('recipient'),
  query_outcome: moved('recipient'),
  reopen: moved('recipient'),
};

const kindOfEnding: Readonly<Record<string, NoticeKind | undefined>> = {
  accepted: 'offer_accepted',
  declined: 'offer_declined',
  expired: 'offer_expired',
  withdrawn: 'offer_withdrawn',
  superseded: 'offer_superseded',
  undeliverable: 'offer_undeliverable',
};

/** Whom the end of an offer is told to: everybody concerned but the organisation whose staff did it. */
export function toldAboutOffer(offer: {
  how?: string;
  doneBy?: string;
  referrerOrganisationId: string;
  recipientOrganisationId: string;
}): Telling[] {
  const kind = kindOfEnding[offer.how ?? ''];
  if (!kind) return [];
  const sides: Side[] = [];
  if (offer.doneBy !== offer.recipientOrganisationId) sides.push('recipient');
  if (offer.doneBy !== offer.referrerOrganisationId) sides.push('referrer');
  return sides.map((side) => ({ side, kind }));
}

/** Whom a step of an enquiry is told to: whoever has it now, and the service when nothing more is asked of it. */
export const toldAboutAdvice: Readonly<Record<string, { side: 'asker' | 'provider'; kind: NoticeKind } | undefined>> = {
  ask: { side: 'provider', kind: 'advice_asked' },
  add_info: { side: 'provider', kind: 'advice_asked' },
  ask_again: { side: 'provider', kind: 'advice_asked' },
  answer: { side: 'asker', kind: 'advice_answered' },
  ask_back: { side: 'asker', kind: 'advice_info_wanted' },
  close: { side: 'provider', kind: 'advice_ended' },
  cancel: { side: 'provider', kind: 'advice_ended' },
};
