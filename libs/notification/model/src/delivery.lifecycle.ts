import { lifecycle, type StateOf } from '@lotse/kernel';

/**
 * The life of a delivery. Whoever claims one sends it; a claim that nobody finished is claimed again. It is suppressed when the
 * notice is no longer true, and given up after many attempts, while the notice itself stays on its list.
 */
export const deliveryLifecycle = lifecycle('queued', {
  queued: { claim: 'sending' },
  sending: { claim: 'sending', confirm: 'sent', suppress: 'suppressed', put_back: 'queued', give_up: 'dead' },
  sent: {},
  suppressed: {},
  dead: {},
});
export type DeliveryState = StateOf<typeof deliveryLifecycle>;

/** After so many attempts a delivery is given up. */
export const attemptsAtMost = 8;

const firstPauseSeconds = 30;
const longestPauseSeconds = 3_600;

/** How long to wait after a failed attempt: half a minute, two, eight, then up to an hour. */
export const pauseAfter = (attempts: number): number => Math.min(firstPauseSeconds * 4 ** (attempts - 1), longestPauseSeconds);
