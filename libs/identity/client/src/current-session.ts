import { computed, effect, inject, Service, signal } from '@angular/core';
import { Router } from '@angular/router';
import { answerAhead, Api, apiProblemOf, Live, SessionEnd } from '@lotse/client-kit/api';
import { IdentityModel } from './identity-model';
import { KeptDrafts } from './kept-drafts/kept-drafts';
import type { Session } from '@lotse/identity/model';
import { SessionWatch } from './sign-in/session-watch';

/** Who is signed in, where they work, and what they may. */
@Service()
export class CurrentSession {
  private readonly api = inject(Api);
  private readonly model = inject(IdentityModel);
  private readonly live = inject(Live);
  private readonly sessionEnd = inject(SessionEnd);
  private readonly keptDrafts = inject(KeptDrafts);
  private readonly watch = inject(SessionWatch);
  private readonly found = signal<Session | undefined>(undefined);
  private readonly permissions = computed(() => new Set(this.found()?.permissions));

  constructor() {
    const router = inject(Router);
    // What is open is refused from now on: the session is looked at again, and the guard of the same page leads on.
    effect(() => {
      if (!this.sessionEnd.limited()) return;
      this.sessionEnd.limited.set(false);
      void this.restore().then(() => router.navigateByUrl(router.url, { onSameUrlNavigation: 'reload' }));
    });
    // Sessions of one's own were ended somewhere: perhaps this one.
    this.live.onChange('staff', (change) => change?.id === this.found()?.staff.id && void this.watch.stay());
  }

  /** Undefined while nobody is signed in. */
  readonly session = this.found.asReadonly();

  /** Whether the person at the screen holds a permission, such as `referral.accept`. */
  may(permission: string): boolean {
    return this.permissions().has(permission);
  }

  /**
   * Looks up the session at start-up. The answer is our own server's and needs no check here, so that the checking library is not
   * part of what the first page waits for.
   */
  async restore(): Promise<void> {
    try {
      const answer = await (answerAhead('/api/session') ?? fetch('/api/session', { headers: { accept: 'application/json' } }));
      if (answer.ok) this.take((await answer.json()) as Session);
    } catch {
      // Not reachable: the sign-in page says so when it is used.
    }
  }

  /** Signs in. Rejects with an ApiProblem; the same text for a wrong address and a wrong password. */
  async signIn(email: string, password: string, code?: string): Promise<void> {
    const { signIn } = await this.model.fetch();
    this.take(await this.api.send(signIn, { body: { email, password, ...(code ? { code } : {}) } }));
    this.sessionEnd.renewed();
  }

  /** Signs in with a passkey; false when somebody closed the browser's question. Rejects with an ApiProblem. */
  async signInWithPasskey(): Promise<boolean> {
    const [{ askForPasskey, signInWithPasskey }, { showPasskey }] = await Promise.all([
      this.model.fetch(),
      import('./sign-in/browser-passkeys'),
    ]);
    const { options } = await this.api.send(askForPasskey, { body: {} });
    const credential = await showPasskey(options);
    if (!credential) return false;
    this.take(await this.api.send(signInWithPasskey, { body: { credential } }));
    this.sessionEnd.renewed();
    return true;
  }

  /** Ends the session on the server and forgets it here. */
  async signOut(): Promise<void> {
    const { signOut } = await this.model.fetch();
    await this.api.send(signOut).catch((thrown: unknown) => {
      if (apiProblemOf(thrown).status !== 401) throw thrown;
    });
    await this.keptDrafts.dropAll(this.found()?.staff.id ?? '').catch(() => undefined);
    this.live.stop();
    this.watch.stop();
    this.sessionEnd.ended();
    this.found.set(undefined);
  }

  private take(session: Session): void {
    this.found.set(session);
    this.sessionEnd.answered();
    this.watch.start(session);
    if (!session.isLimited) this.live.start(session.newestEvent);
  }
}
