import { nameOf, type Statement } from '../recorded-statements';

/** What the floor sends for each kind of request, in this order; each inner list is one round trip. A star stands for any ending. */
export const plans = {
  read: [["begin; set local synchronous_commit to 'off'", 'session.enter'], ['referral.read'], ['chronicle.record', 'commit']],
  pageUrgency: [
    ["begin; set local synchronous_commit to 'off'", 'session.enter'],
    ['plan.once', 'referrals.inbox.urgency*'],
    ['chronicle.record', 'commit'],
  ],
  pageDefault: [
    ["begin; set local synchronous_commit to 'off'", 'session.enter'],
    ['plan.once', 'referrals.inbox.due*'],
    ['chronicle.record', 'commit'],
  ],
  create: [
    ['begin', 'session.enter', 'answer.find'],
    ['person.own', 'service.facts'],
    ['referral.create', 'referral.step', 'chronicle.record', 'outbox.tell', 'answer.store', 'commit'],
  ],
} as const;

export type Kind = keyof typeof plans;
export const kinds = Object.keys(plans) as Kind[];

/** Fails when Lotse sends other statements than the floor: then the two can no longer be compared. */
export function checkPlans(recorded: Record<Kind, Statement[]>): void {
  for (const kind of kinds) {
    const sent = recorded[kind].map(nameOf);
    const planned = plans[kind].flat() as string[];
    if (sent.length !== planned.length || !planned.every((plan, at) => isAsPlanned(sent[at]!, plan))) {
      throw new Error(
        `For "${kind}" the floor would send\n  ${planned.join(', ')}\nbut Lotse sends\n  ${sent.join(', ')}\nMend tools/bench/floor, so that both do the same.`,
      );
    }
  }
}

const isAsPlanned = (sent: string, plan: string): boolean => (plan.endsWith('*') ? sent.startsWith(plan.slice(0, -1)) : sent === plan);
