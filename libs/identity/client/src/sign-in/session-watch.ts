import { inject, Service, signal } from '@angular/core';
import { SessionEnd } from '@lotse/client-kit/api';

/** As the server has it (`enter_session`): an idle session ends after an hour. */
export const idleMinutes = 60;
/** Time to read and to answer: WCAG 2.2.1 asks for 20 seconds, we give three minutes. */
const warnedMinutes = 3;
const minute = 60_000;
const lookEvery = 15_000;

/** Looks out for the end of an idle session, so that nobody loses their place without a word. */
@Service()
export class SessionWatch {
  private readonly sessionEnd = inject(SessionEnd);
  private timer: ReturnType<typeof setInterval> | undefined;
  private readonly near = signal<number | undefined>(undefined);

  /** When the session ends, once that is near. */
  readonly endsAt = this.near.asReadonly();

  start(): void {
    this.timer ??= setInterval(() => this.look(), lookEvery);
  }

  stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
    this.near.set(undefined);
  }

  /** Somebody is still there: asking for the session keeps it. */
  async stay(): Promise<void> {
    this.near.set(undefined);
    const answer = await fetch('/api/session', { headers: { accept: 'application/json' } }).catch(() => undefined);
    if (answer?.ok) this.sessionEnd.answered();
    else if (answer?.status === 401) this.sessionEnd.report();
  }

  private look(): void {
    if (this.sessionEnd.signInNeeded()) return this.near.set(undefined);
    const endsAt = this.sessionEnd.lastAnswer() + idleMinutes * minute;
    const left = endsAt - Date.now();
    // Over already, as after the lid was shut: the server says so, and signing in again is asked for at once.
    if (left <= 0) void this.stay();
    else this.near.set(left <= warnedMinutes * minute ? endsAt : undefined);
  }
}
