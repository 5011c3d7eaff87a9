import { inject, Injectable, signal } from '@angular/core';
import { Api, type ApiProblem, apiProblemOf } from '@lotse/client-kit/api';
import { confirmationNeeded, readOwnSignIn, readOwnSessions } from '@lotse/identity/model';
import { CurrentSession } from '../current-session';

/**
 * How somebody signs in, as the page shows it, and the one way to change it: when it is too long ago that the password was shown, it is
 * asked for, and the act goes on afterwards.
 */
@Injectable()
export class OwnSecurity {
  private readonly api = inject(Api);
  private readonly session = inject(CurrentSession);
  private goOn: ((confirmed: boolean) => void) | undefined;

  readonly own = this.api.read(readOwnSignIn, () => ({}));
  readonly sessions = this.api.read(readOwnSessions, () => (this.session.session()?.isLimited === false ? {} : undefined));
  /** Whether the password is asked for at the moment. */
  readonly asking = signal(false);
  /** Recovery codes that were just made: they are shown once. */
  readonly codes = signal<readonly string[] | undefined>(undefined);

  /** Runs an act. Answers nothing when the password was asked for and not given; otherwise rejects with an ApiProblem. */
  async run<Answer>(act: () => Promise<Answer>): Promise<Answer | undefined> {
    try {
      return await act();
    } catch (thrown) {
      if (apiProblemOf(thrown).code !== confirmationNeeded.code) throw thrown;
      return (await this.ask()) ? this.run(act) : undefined;
    }
  }

  /** As `run`, with the problem as the answer: for acts without a form of their own. */
  async attempt(act: () => Promise<unknown>): Promise<ApiProblem | undefined> {
    try {
      await this.run(act);
      return undefined;
    } catch (thrown) {
      return apiProblemOf(thrown);
    }
  }

  /** The password was given, or the question was closed. */
  answer(confirmed: boolean): void {
    this.asking.set(false);
    this.goOn?.(confirmed);
    this.goOn = undefined;
  }

  /** After something has changed: other sessions may have ended, and this one may have become more. */
  async changed(codes?: readonly string[] | null): Promise<void> {
    if (codes) this.codes.set(codes);
    this.own.reload();
    this.sessions.reload();
    if (this.session.session()?.isLimited && !codes) await this.session.restore();
  }

  private ask(): Promise<boolean> {
    this.asking.set(true);
    return new Promise((resolve) => (this.goOn = resolve));
  }
}
