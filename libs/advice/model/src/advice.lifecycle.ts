import { lifecycle, type ActOf, type StateOf } from '@lotse/kernel';

/**
 * The whole life of an enquiry at one service: asked before anybody is referred. Whether it is advice about somebody or a question for free
 * capacity without a person, one of the two sides has it at every moment, until it is closed, cancelled, or has become a referral.
 */
export const adviceLifecycle = lifecycle('provider_to_answer', {
  provider_to_answer: {
    answer: 'referrer_to_review',
    ask_back: 'referrer_to_add_info',
    cancel: 'cancelled',
  },
  referrer_to_add_info: {
    add_info: 'provider_to_answer',
    cancel: 'cancelled',
  },
  referrer_to_review: {
    ask_again: 'provider_to_answer',
    close: 'closed',
    convert: 'converted',
  },
  closed: {},
  converted: {},
  cancelled: {},
});
export type AdviceState = StateOf<typeof adviceLifecycle>;
export type AdviceAct = ActOf<typeof adviceLifecycle>;

/** Who must act next: the side that asked, the service that was asked, nobody at the end. */
export const adviceCustodians = ['referrer', 'provider', 'nobody'] as const;
export type AdviceCustodian = (typeof adviceCustodians)[number];

/** The custodian that comes with a state. */
export const adviceCustodianOf: Readonly<Record<AdviceState, AdviceCustodian>> = {
  provider_to_answer: 'provider',
  referrer_to_add_info: 'referrer',
  referrer_to_review: 'referrer',
  closed: 'nobody',
  converted: 'nobody',
  cancelled: 'nobody',
};

/** The side that does an act. */
export const sideOfAdviceAct: Readonly<Record<AdviceAct, 'referrer' | 'provider'>> = {
  answer: 'provider',
  ask_back: 'provider',
  add_info: 'referrer',
  ask_again: 'referrer',
  close: 'referrer',
  convert: 'referrer',
  cancel: 'referrer',
};
