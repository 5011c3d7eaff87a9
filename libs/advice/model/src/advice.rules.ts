import {
  addWorkingDays,
  calendarDayOf,
  instantAt,
  invalidState,
  type FieldProblem,
  type Problem,
  type WorkingDayRule,
} from '@lotse/kernel';
import { adviceLifecycle, sideOfAdviceAct, type AdviceAct, type AdviceState } from './advice.lifecycle';
import { adviceNotYourTurn, answerIncomplete, looksLikeAPerson } from './advice.problems';
import { hasInsuranceNumber, identifiersIn } from './identifiers';

/** Why a state refuses an act. */
export const refusedByAdviceState = (state: AdviceState, act: AdviceAct): Problem | undefined =>
  adviceLifecycle.allows(state, act) ? undefined : invalidState({ context: { state, act } });

/** Why an organisation may not do an act: it belongs to the other side. */
export function refusedByAdviceSide(
  act: AdviceAct,
  organisationId: string,
  sides: { askerOrganisationId: string; providerOrganisationId: string },
): Problem | undefined {
  const own = sideOfAdviceAct[act] === 'referrer' ? sides.askerOrganisationId : sides.providerOrganisationId;
  return own === organisationId ? undefined : adviceNotYourTurn();
}

/** Why texts without a person's data are not taken: something in them looks as if it said who it is, and nobody has confirmed otherwise. */
export function refusedTexts(texts: Readonly<Record<string, string | null | undefined>>, isChecked: boolean): Problem | undefined {
  const fields: FieldProblem[] = Object.entries(texts).flatMap(([field, text]) => {
    const kinds = identifiersIn(text ?? '');
    const isSure = hasInsuranceNumber(text ?? '');
    if (kinds.length === 0 || (isChecked && !isSure)) return [];
    const code = isSure ? 'insurance-number-in-text' : 'looks-like-a-person';
    return [{ field, code, message: 'This looks as if it said who somebody is.', parameters: { kinds: kinds.join(', ') } }];
  });
  return fields.length > 0 ? looksLikeAPerson({ fields }) : undefined;
}

/** Why an answer is none yet: advice has words; room has a verdict, with its day or its weeks. */
export function refusedAnswer(kind: 'advice' | 'capacity', answer: Omit<CapacityAnswer, 'state'>): Problem | undefined {
  const missing = kind === 'advice' ? answer.text === null && 'text' : missingOfRoom(answer);
  return missing ? answerIncomplete({ fields: [{ field: missing, code: 'required', message: 'This is needed.' }] }) : undefined;
}

function missingOfRoom({ verdict, fromDay, weeks }: Omit<CapacityAnswer, 'state'>): string | false {
  if (verdict === null) return 'verdict';
  if (verdict === 'yes' && fromDay === null) return 'fromDay';
  return verdict === 'waiting_list' && weeks === null && 'weeks';
}

/** Working days each side has when nobody said otherwise. */
export const adviceDays = 3;

/** When whoever has it must act. */
export const adviceDueAt = (now: Date, rule: WorkingDayRule): Date =>
  instantAt(addWorkingDays(calendarDayOf(now), adviceDays, rule), '17:00');

/** What a service answers to a question for capacity. */
export interface CapacityAnswer {
  state: AdviceState;
  verdict: 'yes' | 'waiting_list' | 'no' | null;
  fromDay: string | null;
  weeks: number | null;
  text: string | null;
}

const verdictRank = { yes: 0, waiting_list: 1, no: 3 } as const;

/** The order of what fits: free places by their day, waiting lists by their length, who has not answered, then "no", with words first. */
export function byFit(one: CapacityAnswer, other: CapacityAnswer): number {
  const rank = ({ verdict }: CapacityAnswer) => (verdict === null ? 2 : verdictRank[verdict]);
  return (
    rank(one) - rank(other) ||
    (one.fromDay ?? '').localeCompare(other.fromDay ?? '') ||
    (one.weeks ?? 0) - (other.weeks ?? 0) ||
    Number(one.text === null) - Number(other.text === null)
  );
}
