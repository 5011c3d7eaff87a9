import { computed, inject, linkedSignal, signal, type Signal } from '@angular/core';
import { apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import type { MovedReferral, Referral } from '@lotse/referral/model';
import { actFields, type Answers } from './act-fields';
import { Decisions, isOvertaken, type Attempt } from './decisions';
import type { ServedAct } from './perform-act';

/** What was done, and where it has led. `settled` is set when the server has not answered yet. */
export interface Acted {
  readonly act: ServedAct;
  readonly moved: MovedReferral;
  readonly settled?: Promise<unknown>;
}

interface Surroundings {
  readonly referral: Signal<Referral>;
  /** Waits until receipt is confirmed; answers the version to act on. */
  readonly seen: () => Promise<Pick<MovedReferral, 'id' | 'version'>>;
  /** Whether the next referral opens without waiting for the answer. */
  readonly goesOn: () => boolean;
  readonly acted: (acted: Acted) => void;
  readonly stale: () => void;
}

/** One referral, and somebody who is about to decide: which form is open, what was typed, what came of it. Make it in an injection context. */
export class Deciding {
  private readonly decisions = inject(Decisions);
  private cameFrom: HTMLElement | null = null;

  /** The act whose form is open; another referral closes it. */
  readonly open = linkedSignal<string, ServedAct | undefined>({
    source: computed(() => this.around.referral().id),
    computation: () => undefined,
  });
  readonly answers = signal<Answers>({});
  readonly busy = signal<ServedAct | undefined>(undefined);
  readonly problem = signal<ApiProblem | undefined>(undefined);
  /** What was tried in vain because somebody had changed the referral meanwhile. */
  readonly conflict = signal<(Attempt & { seen: number }) | undefined>(undefined);

  constructor(private readonly around: Surroundings) {}

  /** Begins an act: opens its form, or does it when it needs nothing and nothing has to be read first. */
  begin(act: ServedAct, withForm = false): void {
    if (this.busy()) return;
    this.problem.set(undefined);
    this.conflict.set(undefined);
    if (actFields[act] === undefined && !withForm) return void this.run({ act, body: {} });
    if (this.open() !== act) this.answers.set({});
    this.cameFrom = document.activeElement as HTMLElement | null;
    this.open.set(act);
  }

  /** Closes the form; the focus goes back to where it came from, a button or the row in the list. */
  giveUp(): void {
    this.open.set(undefined);
    this.cameFrom?.focus();
  }

  async run(attempt: Attempt): Promise<void> {
    if (this.busy()) return;
    const referral = this.around.referral();
    if (attempt.act === 'accept' && this.around.goesOn()) return this.runAhead(referral, attempt);
    this.busy.set(attempt.act);
    this.problem.set(undefined);
    try {
      const moved = await this.decisions.run(referral, attempt, this.around.seen());
      this.open.set(undefined);
      this.answers.set({});
      this.conflict.set(undefined);
      this.around.acted({ act: attempt.act, moved });
    } catch (thrown) {
      this.failed(apiProblemOf(thrown), attempt, referral.version);
    } finally {
      this.busy.set(undefined);
    }
  }

  /** Accepts and puts on the list; when only the first succeeded, the referral stays open for the second. */
  async acceptAndWaitlist(): Promise<void> {
    if (this.busy()) return;
    const referral = this.around.referral();
    this.busy.set('waitlist');
    try {
      const { act, moved } = await this.decisions.acceptAndWaitlist(referral, this.around.seen());
      this.around.acted({ act: act === 'waitlist' ? act : 'start_triage', moved });
    } catch (thrown) {
      this.failed(apiProblemOf(thrown), { act: 'accept', body: {} }, referral.version);
    } finally {
      this.busy.set(undefined);
    }
  }

  private runAhead(referral: Referral, attempt: Attempt): void {
    const settled = this.decisions.runAhead(referral, attempt, this.around.seen());
    this.around.acted({ act: attempt.act, moved: { id: referral.id, state: 'accepted', version: referral.version }, settled });
  }

  private failed(problem: ApiProblem, attempt: Attempt, seen: number): void {
    if (problem.code === 'changed-since-seen') {
      // The form stays, or opens, with what has changed above what was typed.
      this.open.set(attempt.act);
      this.around.stale();
    }
    if (!isOvertaken(problem)) return this.problem.set(problem);
    this.conflict.set({ ...attempt, seen });
    this.around.stale();
  }
}
