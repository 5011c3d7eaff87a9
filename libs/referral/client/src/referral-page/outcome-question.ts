import type { Referral, ReferralStep } from '@lotse/referral/model';

/** The question about the outcome that nobody has answered: a newer edition of the report answers it, and so does whatever comes after. */
export function openQuestionOf({ state, outcome, steps }: Pick<Referral, 'state' | 'outcome' | 'steps'>): ReferralStep | undefined {
  if (state !== 'outcome_sent' || !outcome) return undefined;
  const asked = steps.findLast(({ act, undone }) => act === 'query_outcome' && !undone);
  return asked && Date.parse(asked.at) > Date.parse(outcome.at) ? asked : undefined;
}

/** How it is going, as it was last told while the care runs; the outcome takes its place. */
export const interimNoteOf = ({ state, steps }: Pick<Referral, 'state' | 'steps'>): ReferralStep | undefined =>
  state === 'in_service' ? steps.findLast(({ act, undone }) => act === 'interim_note' && !undone) : undefined;

/** When somebody was first seen: the clock of the waiting time has been met then. An appointment that was missed is none. */
export function firstContactOf(
  { state, appointment, steps }: Pick<Referral, 'state' | 'appointment' | 'steps'>,
  now = Date.now(),
): string | null {
  const begun = steps.find(({ act, undone }) => contacts.includes(act) && !undone);
  if (begun) return begun.act === 'attend' && appointment ? appointment.startsAt : begun.at;
  const startsAt = appointment?.startsAt;
  return state !== 'dna_review' && startsAt && Date.parse(startsAt) < now ? startsAt : null;
}

const contacts: readonly string[] = ['attend', 'start_without_appointment', 'send_outcome'];
