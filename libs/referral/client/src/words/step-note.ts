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
  cancel_appointment: ['cancel_by_person', 'cancel_by_provider'],
  send_outcome: ['outcome'],
};

/** Acts whose note begins with one of a fixed few words. */
const fixed: Readonly<Record<string, readonly string[]>> = {
  acknowledge_outcome: dispositions,
  risk_reviewed: riskAssessments,
  outcome_chased: chaserWays,
  record_death: deathSources,
};

/** What was noted with a step: a coded reason first where the act has one, then what was written. */
export function noteOf({ act, note }: Pick<ReferralStep, 'act' | 'note'>): { reason?: string; text: string } {
  if (note === null || note === '') return { text: '' };
  const [first = '', ...rest] = note.split(separator);
  const isCoded = act in listsOfAct ? /^[a-z_]+$/.test(first) : fixed[act]?.includes(first);
  return isCoded ? { reason: first, text: rest.join(separator) } : { text: note };
}

/** Whether the reason of an act is one of a fixed few, in the texts of this room. */
export const isFixed = (act: string): boolean => act in fixed;
