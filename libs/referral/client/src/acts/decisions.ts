import { inject, Service, signal } from '@angular/core';
import { Api, apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import { injectText, Toasts } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { isUndoable, readReferral, undoMove, type MovedReferral, type Referral } from '@lotse/referral/model';
import { rememberUsed } from '../words/last-used';
import { PerformAct, type ServedAct } from './perform-act';

/** An act and what was filled in for it. */
export interface Attempt {
  readonly act: ServedAct;
  readonly body: Readonly<Record<string, unknown>>;
}

type Subject = Pick<Referral, 'id' | 'version' | 'personName'>;

/** What the server refused after the screen had gone on. */
export interface RefusedDecision {
  readonly id: string;
  readonly personName: string;
  readonly attempt: Attempt | 'undo';
  readonly problem: ApiProblem;
  /** As it is now, when it could be read. */
  readonly now: Referral | undefined;
}

/** Problems that mean: somebody else was faster. */
export const isOvertaken = ({ code }: ApiProblem): boolean =>
  code === 'version-stale' || code === 'invalid-state' || code === 'undo-overtaken';

/** Carries decisions to the server, also when the screen has gone on to the next referral meanwhile, and takes them back. */
@Service()
export class Decisions {
  private readonly api = inject(Api);
  private readonly perform = inject(PerformAct);
  private readonly toasts = inject(Toasts);
  private readonly t = injectText();

  /** What has to be looked at again, the newest first. */
  readonly refused = signal<readonly RefusedDecision[]>([]);
  private readonly session = inject(CurrentSession);
  /** What was taken back last; a new object every time. */
  readonly undone = signal<MovedReferral | undefined>(undefined);

  /** Does an act. `seen` waits for what has to happen before, such as confirming receipt. Rejects with an ApiProblem. */
  async run(subject: Subject, { act, body }: Attempt, seen: Promise<Pick<MovedReferral, 'id' | 'version'>>): Promise<MovedReferral> {
    const moved = await this.perform.run(act, await seen, body);
    if (typeof body['reason'] === 'string') rememberUsed(act, body['reason']);
    this.tell(subject, { act, body }, Promise.resolve(moved));
    return moved;
  }

  /** Two acts, one press. When only the first succeeds the referral is accepted, and the second is the button that comes next. */
  async acceptAndWaitlist(
    subject: Subject,
    seen: Promise<Pick<MovedReferral, 'id' | 'version'>>,
  ): Promise<Attempt & { moved: MovedReferral }> {
    const accepted = await this.perform.run('accept', await seen);
    const listed = await this.perform.run('waitlist', accepted).catch(() => undefined);
    const done = { act: listed ? ('waitlist' as const) : ('accept' as const), body: {}, moved: listed ?? accepted };
    this.tell(subject, done, Promise.resolve(done.moved));
    return done;
  }

  /** Does an act without anybody waiting for it: a refusal is kept until somebody has looked at it. */
  runAhead(subject: Subject, attempt: Attempt, seen: Promise<Pick<MovedReferral, 'id' | 'version'>>): Promise<MovedReferral | undefined> {
    const moved = seen.then((known) => this.perform.run(attempt.act, known, attempt.body));
    const close = this.tell(subject, attempt, moved);
    return moved.catch((thrown: unknown) => {
      close();
      return this.refuse(subject, attempt, apiProblemOf(thrown));
    });
  }

  async undo(subject: Subject): Promise<void> {
    try {
      const moved = await this.perform.undo(subject);
      this.toasts.show(`${subject.personName}: ${this.t('referral.undo.done')}`);
      this.undone.set(moved);
    } catch (thrown) {
      await this.refuse(subject, 'undo', apiProblemOf(thrown));
    }
  }

  /** Tries again what was refused, on what is there now. */
  again(refused: RefusedDecision): void {
    this.dismiss(refused);
    const subject = { ...refused, version: refused.now?.version ?? 0 };
    if (refused.attempt === 'undo') void this.undo(subject);
    else void this.runAhead(subject, refused.attempt, Promise.resolve(subject));
  }

  dismiss(refused: RefusedDecision): void {
    this.refused.update((all) => all.filter((other) => other !== refused));
  }

  /** The next referral may be open already, so the name is said as well. Answers how to take the word back. */
  private tell(subject: Subject, { act, body }: Attempt, moved: Promise<MovedReferral>): () => void {
    const text = `${subject.personName}: ${this.t(`referral.act.${act}.${body['agreed'] === 'ask' ? 'asked' : 'done'}`)}`;
    const undo = async () => {
      const known = await moved.catch(() => undefined);
      if (known) await this.undo({ ...subject, version: known.version });
    };
    this.toasts.show(text, isUndoable(act) && this.session.may(undoMove.may) ? () => void undo() : undefined);
    const toast = this.toasts.shown().at(-1);
    return () => toast && this.toasts.close(toast.id);
  }

  private async refuse({ id, personName }: Subject, attempt: Attempt | 'undo', problem: ApiProblem): Promise<undefined> {
    const now = await this.api.send(readReferral, { params: { id } }).catch(() => undefined);
    this.refused.update((all) => [{ id, personName, attempt, problem, now }, ...all.filter((other) => other.id !== id)]);
    return undefined;
  }
}
