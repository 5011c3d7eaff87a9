import { addWorkingDays, calendarDayOf, instantAt } from '@lotse/kernel';
import { targetInDays, workingDaysOf, type RegionSettings, type Urgency } from '@lotse/region/model';
import type { ReferralState } from './referral.lifecycle';

const hour = 3_600_000;
const day = 24 * hour;
/** Work that is due on a day is due by its end of business. */
const endOfBusiness = '17:00';

/** Working days within which whoever has a referral must act in a state, when urgency does not ask for more. */
const workingDaysIn: Partial<Record<ReferralState, number>> = {
  draft: 5,
  requested: 2,
  received: 2,
  in_triage: 3,
  info_requested: 3,
  accepted: 3,
  rebook_required: 2,
  cancel_requested: 2,
  returned: 2,
  outcome_sent: 5,
};

/** Nobody waits for help in these: it has not been asked for, or it was given. */
const urgencyIsOver: readonly ReferralState[] = ['draft', 'outcome_sent'];

/** The target of an urgency in days: the share of it that has passed decides who comes first. */
export function targetDaysOf(urgency: Urgency, settings: RegionSettings): number {
  const band = settings.urgencyBands.find((candidate) => candidate.urgency === urgency);
  if (!band) throw new Error(`The region has no band for ${urgency}.`);
  return targetInDays(band);
}

/** A review of somebody's risk is due on the same day for the two most urgent bands, within two working days for the others. */
export function riskReviewDue(urgency: Urgency | null, settings: RegionSettings, now: Date): Date {
  const today = calendarDayOf(now);
  const band = settings.urgencyBands.find((candidate) => candidate.urgency === urgency)?.band;
  if (band === undefined || band > 2) return instantAt(addWorkingDays(today, 2, workingDaysOf(settings)), endOfBusiness);
  const byOffice = instantAt(today, endOfBusiness);
  return byOffice > now ? byOffice : instantAt(today, '23:59');
}

/**
 * When whoever has a referral must act. People on a waiting list or with an appointment are due when their target time is used up;
 * very urgent ones never later than a quarter of their target from now.
 */
export function dueIn(
  state: ReferralState,
  facts: { urgency: Urgency | null; clockStartedAt: Date | null; targetDays: number | null },
  settings: RegionSettings,
  now: Date,
): Date {
  if (state === 'dna_review') return riskReviewDue(facts.urgency, settings, now);
  const workingDays = workingDaysIn[state];
  const targetEnds =
    facts.clockStartedAt && facts.targetDays !== null ? new Date(facts.clockStartedAt.getTime() + facts.targetDays * day) : undefined;
  if (workingDays === undefined) return targetEnds && targetEnds > now ? targetEnds : new Date(now.getTime() + 7 * day);
  const byOffice = instantAt(addWorkingDays(calendarDayOf(now), workingDays, workingDaysOf(settings)), endOfBusiness);
  if (urgencyIsOver.includes(state) || facts.targetDays === null) return byOffice;
  const byUrgency = new Date(now.getTime() + (facts.targetDays / 4) * day);
  return byUrgency < byOffice ? byUrgency : byOffice;
}
