import { noticeKindSchema } from './notice';
import { noLongerTrue, type DeliveryFacts } from './still-true';

const facts: DeliveryFacts = {
  kind: 'referral_moved',
  act: 'accept',
  isRead: false,
  isUndone: false,
  referralState: 'accepted',
  offerRuns: false,
  slotIsFree: false,
  slotIsPublished: false,
  questionIsOpen: false,
  adviceState: null,
};

describe('promise 5: a notice is delivered only while it is true', () => {
  it.each([
    ['an accepted referral', {}, undefined],
    ['read meanwhile', { isRead: true }, 'read'],
    ['a referral that may no longer be seen', { referralState: null }, 'not-visible'],
    ['a referral that was withdrawn meanwhile', { referralState: 'withdrawn' }, 'moved-on'],
    ['the withdrawal itself', { act: 'withdraw', referralState: 'withdrawn' }, undefined],
    ['a step that was taken back meanwhile', { isUndone: true }, 'taken-back'],
    ['a step that took the referral away again', { kind: 'move_undone', referralState: null }, undefined],
    ['a new referral', { kind: 'referral_received', referralState: 'requested' }, undefined],
    ['a new referral that was acknowledged meanwhile', { kind: 'referral_received', referralState: 'received' }, 'moved-on'],
    ['an open question', { kind: 'question_asked', referralState: 'info_requested' }, undefined],
    ['a question that was answered meanwhile', { kind: 'question_asked', referralState: 'in_triage' }, 'moved-on'],
    ['a question that is open', { kind: 'question_due', questionIsOpen: true }, undefined],
    ['a question that nobody waits for any more', { kind: 'question_open' }, 'moved-on'],
    ['an enquiry to answer', { kind: 'advice_asked', adviceState: 'provider_to_answer', referralState: null }, undefined],
    ['an enquiry that was cancelled meanwhile', { kind: 'advice_asked', adviceState: 'cancelled' }, 'moved-on'],
    ['an enquiry that may no longer be seen', { kind: 'advice_ended', adviceState: null }, 'not-visible'],
    ['a running offer', { kind: 'slot_offered', referralState: 'offered', offerRuns: true }, undefined],
    ['an offer that ended meanwhile', { kind: 'slot_offered', referralState: 'waitlisted' }, 'offer-over'],
    ['a free slot that fits nobody', { kind: 'nobody_fits', referralState: null, slotIsFree: true }, undefined],
    ['a slot that was taken meanwhile', { kind: 'nobody_fits', referralState: null }, 'slot-gone'],
    ['a slot that others may publish', { kind: 'slot_pooled', referralState: null, slotIsFree: true }, undefined],
    ['a published slot', { kind: 'slot_published', referralState: null, slotIsFree: true, slotIsPublished: true }, undefined],
    ['a slot whose publication was taken back', { kind: 'slot_published', referralState: null, slotIsFree: true }, 'slot-gone'],
  ] as const)('%s', (_, change, why) => {
    expect(noLongerTrue({ ...facts, ...change })).toBe(why);
  });

  it.each(noticeKindSchema.options)('%s is not delivered once somebody has read it', (kind) => {
    expect(noLongerTrue({ ...facts, kind, isRead: true, offerRuns: true, slotIsFree: true })).toBe('read');
  });
});
