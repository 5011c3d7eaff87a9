import { inject, Service, signal } from '@angular/core';
import { SessionEnd } from '@lotse/client-kit/api';
import type { Session } from '@lotse/identity/model';

const minute = 60_000;
/** Time to read and to answer: WCAG 2.2.1 asks for 20 seconds, we give three minutes. */
const warnedFor = 3 * minute;
/** What cannot be put off is said earlier. */
const warnedOfTheLastFor = 10 * minute;
const lookEvery = 15_000;
/** Time for an answer on its way that brings a new session: setting up a passkey ends the one before. */
const settling = 2_000;

/** An end that is near: `idle` is put off by staying, `last` is not. */
export interface NearEnd {
  readonly at: number;
  readonly why: 'idle' | 'last';
}

/** Looks out for the end of a session, so that nobody loses their place without a word. The organisation decides when that is. */
@Service()
export class SessionWatch {
  private readonly sessionEnd = inject(SessionEnd);
  private timer: ReturnType<typeof setInterval> | undefined;
  private readonly found = signal<NearEnd | undefined>(undefined);
  private idleMinutes = 60;
  private lastAt = Infinity;
  /** The end that cannot be put off was read; it is not said again. */
  private wasToldOf = 0;

  /** The end of the session, once it is near. */
  readonly near = this.found.asReadonly();

  start({ idleMinutes, endsAt }: Pick<Session, 'idleMinutes' | 'endsAt'>): void {
    this.idleMinutes = idleMinutes;
    this.lastAt = Date.parse(endsAt);
    this.timer ??= setInterval(() => this.look(), lookEvery);
  }

  stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
    this.found.set(undefined);
  }

  /** Somebody is still there: asking for the session keeps it. */
  async stay(): Promise<void> {
    this.wasToldOf = this.found()?.why === 'last' ? this.lastAt : this.wasToldOf;
    this.found.set(undefined);
    let answer = await this.ask();
    if (answer?.status === 401) {
      await new Promise((done) => setTimeout(done, settling));
      answer = await this.ask();
    }
    // Somebody has left meanwhile: nobody is asked to come back.
    if (this.timer === undefined) return;
    if (answer?.ok) this.sessionEnd.answered();
    else if (answer?.status === 401) this.sessionEnd.report();
  }

  private ask(): Promise<Response | undefined> {
    return fetch('/api/session', { headers: { accept: 'application/json' } }).catch(() => undefined);
  }

  /** Signs in again now, above the page, and begins a new session. */
  renew(): void {
    this.found.set(undefined);
    this.sessionEnd.report();
  }

  private look(): void {
    if (this.sessionEnd.signInNeeded()) return this.found.set(undefined);
    const now = Date.now();
    const idleAt = this.sessionEnd.lastAnswer() + this.idleMinutes * minute;
    // Over already, as after the lid was shut: the server says so, and signing in again is asked for at once.
    if (Math.min(idleAt, this.lastAt) <= now) void this.stay();
    else if (idleAt < this.lastAt && idleAt - now <= warnedFor) this.say({ at: idleAt, why: 'idle' });
    else if (this.lastAt - now <= warnedOfTheLastFor && this.wasToldOf !== this.lastAt) this.say({ at: this.lastAt, why: 'last' });
    else this.found.set(undefined);
  }

  private say(end: NearEnd): void {
    const known = this.found();
    if (known?.at !== end.at || known.why !== end.why) this.found.set(end);
  }
}
