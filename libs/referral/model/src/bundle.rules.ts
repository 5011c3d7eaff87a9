import type { Problem } from '@lotse/kernel';
import { custodianOf, referralLifecycle, type ReferralState } from './referral.lifecycle';
import { notToSplit, partThere, sameService, serviceNotAccepting } from './referral.problems';

/**
 * What several referrals of one person that go out together mean for one another. `all`: each is needed. `any`: the first appointment is enough.
 * `first_then`: one after the other, the next begins when the one before has ended with an outcome.
 */
export const joinRules = ['all', 'any', 'first_then'] as const;
export type JoinRule = (typeof joinRules)[number];

/** A referral of a bundle, as far as the rule asks. */
export interface Part {
  readonly id: string;
  readonly position: number;
  readonly state: ReferralState;
}

/**
 * What follows for another part: `withdraw` takes it back before anybody took it on; `request_cancel` asks whoever took it on to let it go, who
 * may refuse; `send_next` asks the referrer to send the part that was prepared; `decide_next` asks what becomes of it, because the part before
 * ended without an outcome.
 */
export type PartEffect = 'withdraw' | 'request_cancel' | 'send_next' | 'decide_next';

const reached: readonly ReferralState[] = ['booked', 'in_service'];
const succeeded: readonly ReferralState[] = ['outcome_sent', 'closed'];
const inVain: readonly ReferralState[] = ['returned', 'withdrawn', 'entered_in_error'];

/** Whether any rule looks at a part that has come to this state. */
export const mayAffectOthers = (state: ReferralState): boolean => [...reached, ...succeeded, ...inVain].includes(state);

/** What happens to the other parts when one of them has come to a state. A draft that nobody sent is nobody's but the referrer's: it is left alone. */
export function effectsOnOthers(rule: JoinRule, moved: Part, others: readonly Part[]): { part: Part; effect: PartEffect }[] {
  if (rule === 'any' && reached.includes(moved.state)) return others.flatMap((part) => superfluous(part));
  if (rule === 'first_then') return next(moved, others);
  return [];
}

/** Whoever has an appointment already is not called off: two appointments are for people to sort out. */
function superfluous(part: Part): { part: Part; effect: PartEffect }[] {
  if (reached.includes(part.state)) return [];
  const act = (['withdraw', 'request_cancel'] as const).find((effect) => referralLifecycle.allows(part.state, effect));
  return act ? [{ part, effect: act }] : [];
}

function next(moved: Part, others: readonly Part[]): { part: Part; effect: PartEffect }[] {
  const following = others.filter(({ position }) => position > moved.position).sort((a, b) => a.position - b.position)[0];
  if (following?.state !== referralLifecycle.initial) return [];
  if (succeeded.includes(moved.state)) return [{ part: following, effect: 'send_next' }];
  return inVain.includes(moved.state) ? [{ part: following, effect: 'decide_next' }] : [];
}

/** A help offer that somebody wants to bring in as well. */
export interface AnotherService {
  readonly serviceId: string;
  readonly acceptsReferrals: boolean;
}

/** Why another help offer cannot be brought in: it has the referral, has a part of it already, takes nobody, or the referral has ended. */
export function refusedAnother(
  referral: { serviceId: string | null; state: ReferralState },
  another: AnotherService,
  openParts: readonly { serviceId: string | null }[],
): Problem | undefined {
  if (custodianOf[referral.state] === 'nobody') return notToSplit({ context: { state: referral.state } });
  if (another.serviceId === referral.serviceId) return sameService();
  if (openParts.some(({ serviceId }) => serviceId === another.serviceId)) return partThere();
  return another.acceptsReferrals ? undefined : serviceNotAccepting();
}

/** The states in which whoever has a referral may send a part of it on. */
const splittable: readonly ReferralState[] = [
  'received',
  'in_triage',
  'info_requested',
  'accepted',
  'waitlisted',
  'suspended',
  'booked',
  'rebook_required',
  'in_service',
];

/** Why whoever has a referral cannot send a part of it on now. */
export const refusedSplitFrom = (state: ReferralState): Problem | undefined =>
  splittable.includes(state) ? undefined : notToSplit({ context: { state } });
