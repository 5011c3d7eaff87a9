import { addCalendarDays, calendarDayOf, problem, type CalendarDay, type Problem } from '@lotse/kernel';
import { reasonsOn, type ActReason, type Consequence, type OfferingRules, type RegionSettings } from '@lotse/region/model';
import { isLiveOffer, type OfferMode, type OvertakenBy, type SlotOfferState } from './slot-offer';

export const modeTooEarly = problem('offer-mode-too-early', 422, 'The slot begins too late for this way of offering.', 'mode');
export const shortNoticeOnly = problem(
  'short-notice-only',
  422,
  'This way of offering is for people who can come at short notice.',
  'entryId',
);
export const secondDateUnfit = problem(
  'second-date-unfit',
  422,
  'This second date cannot be offered together with the first.',
  'secondSlotId',
);
export const nobodyAnswersInTime = problem('nobody-answers-in-time', 422, 'Nobody there can answer before the slot begins.', 'entryId');
export const offerSuperseded = problem('offer-superseded', 409, 'Somebody else was faster, or the person has another appointment.');
export const whichDate = problem('which-date', 422, 'Which of the two dates was taken?', 'slotId');
export const unknownDeclineReason = problem('unknown-decline-reason', 422, 'The county does not have this reason today.', 'reason');
export const declineCommentMissing = problem('decline-comment-missing', 422, 'This reason needs a comment.', 'comment');

const hour = 3_600_000;
const hoursTo = (startsAt: Date, now: Date): number => (startsAt.getTime() - now.getTime()) / hour;

/** Why a slot may not be offered in a mode: several are only asked at once when time is short. */
export function refusedMode(mode: OfferMode, startsAt: Date, now: Date, rules: OfferingRules): Problem | undefined {
  if (mode === 'sequential') return undefined;
  const { belowHours } = rules[mode];
  return hoursTo(startsAt, now) < belowHours ? undefined : modeTooEarly({ context: { mode, belowHours } });
}

/** The modes a slot may be offered in now. */
export const modesFor = (startsAt: Date, now: Date, rules: OfferingRules): OfferMode[] =>
  (['sequential', 'parallel', 'broadcast'] as const).filter((mode) => !refusedMode(mode, startsAt, now, rules));

/** How many are asked at once. */
export const askedAtOnce = (mode: OfferMode, rules: OfferingRules): number => (mode === 'sequential' ? 1 : rules[mode].atMost);

/** Who is asked in a mode: all are told openly, so a broadcast goes to those who wanted to be asked at short notice. */
export const mayBeAsked = (mode: OfferMode, entry: { shortNotice: boolean }): boolean => mode !== 'broadcast' || entry.shortNotice;

/** What of a slot decides whether it can be the second date of an offer. */
interface DateOfOffer {
  id: string;
  organisationId: string;
  serviceId: string;
  state: string;
  startsAt: Date;
}

/** Why a slot cannot be the second date. */
export function refusedSecondDate(first: DateOfOffer, second: DateOfOffer, mode: OfferMode, now: Date): Problem | undefined {
  const fits =
    mode === 'sequential' &&
    second.id !== first.id &&
    second.organisationId === first.organisationId &&
    second.serviceId === first.serviceId &&
    second.startsAt > now &&
    calendarDayOf(second.startsAt) !== calendarDayOf(first.startsAt);
  return fits ? undefined : secondDateUnfit();
}

/** Days of notice below which an offer never counts, whatever else is true of it. */
export const reasonableNoticeDays = 10;

/** How often somebody may decline reasonable offers before a clinician looks at it. */
export const reasonableDeclinesUntilReview = 2;

/** Whether a declined offer counts: two dates, enough notice for both, and the person was really spoken to. */
export function isReasonableOffer(offer: { dates: readonly Date[]; goesOutAt: Date; personReached: boolean }): boolean {
  const enoughNotice = offer.dates.every((date) => hoursTo(date, offer.goesOutAt) >= reasonableNoticeDays * 24);
  return offer.dates.length >= 2 && enoughNotice && offer.personReached;
}

/** Below so many days of notice an offer is one at short notice: declining it costs nothing. */
export const isShortNoticeOffer = (startsAt: Date, goesOutAt: Date): boolean => hoursTo(startsAt, goesOutAt) < reasonableNoticeDays * 24;

/** What follows from a reason. A short-notice decline costs nothing: only that somebody needs no help any more is passed on. */
export function consequenceOf(reason: Pick<ActReason, 'consequence'>, isShortNotice: boolean): Consequence {
  const consequence = reason.consequence ?? 'keep';
  return isShortNotice && consequence !== 'withdraw' ? 'keep' : consequence;
}

/** The first day on which somebody is offered something again. */
export const coolsOffUntil = (reason: Pick<ActReason, 'coolOffDays'>, today: CalendarDay): CalendarDay =>
  addCalendarDays(today, reason.coolOffDays ?? 14);

/** A reason of the county's list, as it may be given on a day; or why not. */
export function declineReasonOn(
  settings: Pick<RegionSettings, 'reasons'>,
  given: { reason: string; comment?: string },
  today: CalendarDay,
): { reason: ActReason } | { problem: Problem } {
  const reason = reasonsOn(settings, 'offer_decline', today).find(({ code }) => code === given.reason);
  if (!reason) return { problem: unknownDeclineReason({ context: { code: given.reason } }) };
  return reason.comment === 'required' && !given.comment ? { problem: declineCommentMissing() } : { reason };
}

/** What decides what has come due with an offer. */
export interface Standing {
  state: SlotOfferState;
  goesOutAt: Date;
  expiresAt: Date;
  roundId: string;
  /** Why it was superseded, where that was written down. */
  overtakenBy?: OvertakenBy | null;
  /** Who holds the slot now. */
  holderId: string | null;
}

/** What time or somebody else has done to an offer that nobody wrote down yet. That somebody was faster comes before everything. */
export function dueAct(offer: Standing, now: Date): 'supersede' | 'expire' | 'send' | undefined {
  if (!isLiveOffer(offer.state)) return undefined;
  if (offer.holderId !== offer.roundId) return 'supersede';
  if (offer.expiresAt <= now) return 'expire';
  return offer.state === 'deferred' && offer.goesOutAt <= now ? 'send' : undefined;
}
