import type { RouteClass } from '@lotse/kernel';

/** For how many seconds calls are counted together. */
export const windowSeconds = 60;

/** How often a class may be called within a window, and what counting may cost. */
export interface Allowance {
  /** By one session. */
  session: number;
  /** By everybody behind one address: a clinic may have only one. */
  address: number;
  /**
   * `together`: all processes count as one, and it is asked before anything is done. `told`: this process decides, and tells the others
   * afterwards, so that nobody waits for it. `alone`: this process only, because asking would cost more than the reading.
   */
  counted: 'together' | 'told' | 'alone';
  /** What happens when counting fails: care goes on; signing in and taking data out wait. */
  withoutCount: 'open' | 'closed';
}

/** Far above what somebody does by hand, far below what a program does that collects, guesses or is stuck. */
export const allowances: Readonly<Record<RouteClass, Allowance>> = {
  'sign-in': { session: 60, address: 120, counted: 'together', withoutCount: 'closed' },
  export: { session: 20, address: 200, counted: 'together', withoutCount: 'closed' },
  search: { session: 240, address: 2_400, counted: 'told', withoutCount: 'open' },
  write: { session: 240, address: 2_400, counted: 'told', withoutCount: 'open' },
  read: { session: 1_200, address: 12_000, counted: 'alone', withoutCount: 'open' },
};
