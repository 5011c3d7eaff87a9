import { chaserWays, deathSources, dispositions, riskAssessments, type ReferralStep } from '@lotse/referral/model';
import type { ReasonList } from '@lotse/region/model';

const separator = ' · ';

/** The lists that the reason of an act comes from. */
export const listsOfAct: Readonly<Record<string, readonly ReasonList[]>> = {
  decline: ['decline'],
  decline_proposed: ['decline'],
  hand_back: ['decline'],
  redirect: ['redirect'],
  withdraw: ['withdraw'],
  request_cancel: ['withdraw'],
  suspend: ['suspend'],
  no_show: ['no_show'],
  cancel_appointment: ['cancel_by_person', 'cancel_by_provider', 'cancel_by_other'],
  send_outcome: ['outcome'],
  end_offer: ['offer_decline'],
};

/** Acts whose note begins with one of a fixed few words. */
const fixed: Readonly<Record<string, readonly string[]>> = {
  acknowledge_outcome: dispositions,
  risk_reviewed: riskAssessments,
  outcome_chased: chaserWays,
  record_death: deathSources,
  end_offer: ['expired', 'withdrawn', 'superseded', 'other_appointment', 'undeliverable'],
};

/** What was noted with a step: a coded reason first where the act has one, then what was written. */
export function noteOf({ act, note }: Pick<ReferralStep, 'act' | 'note'>): { reason?: string; text: string } {
  if (note === null || note === '') return { text: '' };
  const words = note.split(separator);
  // Of an offer that was declined the reason says it.
  const [first = '', ...rest] = act === 'end_offer' && words[0] === 'declined' ? words.slice(1) : words;
  const isCoded = act in listsOfAct ? /^[a-z_]+$/.test(first) : fixed[act]?.includes(first);
  return isCoded ? { reason: first, text: rest.join(separator) } : { text: note };
}

/** Whether the reason of an act is one of a fixed few, in the texts of this room. */
export const isFixed = (act: string, code: string): boolean => fixed[act]?.includes(code) ?? false;
