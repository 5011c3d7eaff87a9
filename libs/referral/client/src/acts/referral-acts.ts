import {
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import { Failure, Icon, injectProblemText, injectText, Toasts } from '@lotse/client-kit/ui';
import { readReferralActs, type MovedReferral, type Referral } from '@lotse/referral/model';
import { choicesOf, iconOfAct, offReasons, type ActItem } from './act-choices';
import { actFields, type Answers } from './act-fields';
import { ActForm } from './act-form';
import { ChangedMeanwhile } from './changed-meanwhile';
import { PerformAct, type ServedAct } from './perform-act';

/** What was done, and where it has led. */
export interface Acted {
  readonly act: ServedAct;
  readonly moved: MovedReferral;
}

/** By then the acts of the new state have been read, as a rule. */
const settling = 400;

/** An act that was asked for by keyboard; a new object for every press. */
export interface WantedAct {
  readonly id: string;
  readonly act: ServedAct;
}

interface Attempt {
  readonly act: ServedAct;
  readonly body: Record<string, string>;
}

/** What can be done with a referral now: one filled button for the act that brings it on, the others beside it, and why the rest is off. */
@Component({
  selector: 'lotse-referral-acts',
  imports: [ActForm, ChangedMeanwhile, Failure, Icon, RouterLink],
  templateUrl: './referral-acts.html',
  styleUrl: './referral-acts.css',
})
export class ReferralActs {
  protected readonly t = injectText();
  protected readonly problemText = injectProblemText();
  protected readonly icons = iconOfAct;
  private readonly api = inject(Api);
  private readonly perform = inject(PerformAct);
  private readonly toasts = inject(Toasts);

  readonly referral = input.required<Referral>();
  /** Whether "accept and put on the list" is offered as one step, for those who work through a box. */
  readonly inOneStep = input(false);
  /** Whether the reasons why acts are off are shown. */
  readonly withReasons = input(true);
  /** An act asked for by keyboard, perhaps before it was known whether it is possible. */
  readonly wanted = input<WantedAct | undefined>();
  private begun: WantedAct | undefined;
  private cameFrom: HTMLElement | null = null;
  private readonly row = viewChild<ElementRef<HTMLElement>>('row');
  readonly acted = output<Acted>();
  /** Somebody else was faster: what is shown has to be read again. */
  readonly stale = output();

  /** Read again with every version of the referral. */
  private readonly acts = this.api.read(readReferralActs, () => {
    const { id, version } = this.referral();
    return version > 0 ? { params: { id } } : undefined;
  });
  /** Stays while it is read again, so that nothing flashes; until then no button does anything. */
  private readonly items = linkedSignal<readonly ActItem[] | undefined, readonly ActItem[]>({
    source: () => (this.acts.hasValue() ? this.acts.value().items : undefined),
    computation: (items, before) => items ?? before?.value ?? [],
  });
  protected readonly choices = computed(() => choicesOf(this.referral().state, this.items()));
  protected readonly off = computed(() => offReasons(this.items()));
  protected readonly mayEdit = computed(() => this.items().some(({ act, allowed }) => act === 'submit' && allowed));
  protected readonly acceptAndList = computed(() => {
    const { primary, others } = this.choices();
    const mayList = this.items().some(({ act, problem }) => act === 'waitlist' && problem?.code === 'invalid-state');
    return this.inOneStep() && mayList && [primary, ...others].includes('accept');
  });

  /** The act whose form is open; another referral closes it. */
  protected readonly open = linkedSignal<string, ServedAct | undefined>({
    source: computed(() => this.referral().id),
    computation: () => undefined,
  });
  protected readonly answers = signal<Answers>({});
  protected readonly busy = signal<ServedAct | undefined>(undefined);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  /** What was tried in vain because somebody had changed the referral meanwhile. */
  protected readonly conflict = signal<(Attempt & { seen: number }) | undefined>(undefined);

  constructor() {
    effect(() => {
      const wanted = this.wanted();
      if (wanted === undefined || wanted === this.begun || this.acts.isLoading() || this.items().length === 0) return;
      untracked(() => {
        this.begun = wanted;
        this.begin(wanted.act);
      });
    });
  }

  protected names(acts: readonly ServedAct[]): string {
    return acts.map((act) => this.t(`referral.act.${act}.do`)).join(', ');
  }

  /** Begins an act: opens its form, or does it when it needs nothing. */
  protected begin(act: ServedAct): void {
    if (this.busy() || this.acts.isLoading() || ![this.choices().primary, ...this.choices().others].includes(act)) return;
    this.problem.set(undefined);
    this.conflict.set(undefined);
    if (actFields[act] === undefined) return void this.run(act);
    if (this.open() !== act) this.answers.set({});
    this.cameFrom = document.activeElement as HTMLElement | null;
    this.open.set(act);
  }

  /** Closes the form; the focus goes back to where it came from, a button or the row in the list. */
  protected giveUp(): void {
    this.open.set(undefined);
    this.cameFrom?.focus();
  }

  protected async run(act: ServedAct, body: Record<string, string> = {}): Promise<void> {
    if (this.busy()) return;
    const { id, version } = this.referral();
    this.busy.set(act);
    this.problem.set(undefined);
    try {
      const moved = await this.perform.run(act, { id, version }, body);
      this.open.set(undefined);
      this.answers.set({});
      this.conflict.set(undefined);
      this.tell(act);
      this.acted.emit({ act, moved });
      this.keepFocus();
    } catch (thrown) {
      this.failed(apiProblemOf(thrown), { act, body }, version);
    } finally {
      this.busy.set(undefined);
    }
  }

  /** Two acts, one press. When only the first succeeds the referral is accepted, and the second is the button that comes next. */
  protected async acceptAndWaitlist(): Promise<void> {
    const { id, version } = this.referral();
    if (this.busy()) return;
    this.busy.set('waitlist');
    try {
      const accepted = await this.perform.run('accept', { id, version });
      const moved = await this.perform.run('waitlist', accepted).catch(() => accepted);
      this.tell(moved === accepted ? 'accept' : 'waitlist');
      this.acted.emit({ act: moved === accepted ? 'start_triage' : 'waitlist', moved });
    } catch (thrown) {
      this.failed(apiProblemOf(thrown), { act: 'accept', body: {} }, version);
    } finally {
      this.busy.set(undefined);
    }
  }

  /** The button or form that had the focus is gone; whoever works by keyboard goes on from the acts that are possible now. */
  private keepFocus(): void {
    const settle = () => document.activeElement === document.body && this.row()?.nativeElement.focus({ preventScroll: true });
    setTimeout(settle, settling);
  }

  /** The next referral may be open already, so the name is said as well. */
  private tell(act: ServedAct): void {
    this.toasts.show(`${this.referral().personName}: ${this.t(`referral.act.${act}.done`)}`);
  }

  private failed(problem: ApiProblem, attempt: Attempt, seen: number): void {
    if (problem.code !== 'version-stale' && problem.code !== 'invalid-state') return this.problem.set(problem);
    this.conflict.set({ ...attempt, seen });
    this.stale.emit();
  }
}
