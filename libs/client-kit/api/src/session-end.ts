import { Service, signal } from '@angular/core';

const remembered = 'lotse.lastAnswer';

/**
 * Knows when the session has ended under a page. The frame then asks to sign in again above the page, so that nothing typed is
 * lost; `renewals` counts the sessions since, and every open read runs again when it grows.
 */
@Service()
export class SessionEnd {
  readonly signInNeeded = signal(false);
  readonly renewals = signal(0);
  /** The organisation has come to require a second factor that this session lacks. */
  readonly limited = signal(false);
  /** One acted for somebody else until just now; what was asked for was not done. */
  readonly deputyshipOver = signal(false);
  private answeredAt = Date.now();

  /** When the server last answered this browser, in any of its tabs: the session is idle since then. */
  lastAnswer(): number {
    return Math.max(this.answeredAt, Number(localStorage.getItem(remembered) ?? 0));
  }

  /** Called when the server has answered somebody who is signed in. */
  answered(): void {
    this.answeredAt = Date.now();
    localStorage.setItem(remembered, String(this.answeredAt));
  }

  /** Called when a call was answered with 401. */
  report(): void {
    this.signInNeeded.set(true);
  }

  /** Called when somebody has signed in. */
  renewed(): void {
    this.signInNeeded.set(false);
    this.renewals.update((count) => count + 1);
  }

  /** Called when somebody has signed out: the page is left, nothing is to be read again. */
  ended(): void {
    this.signInNeeded.set(false);
  }
}
