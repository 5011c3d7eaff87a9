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
import { Failure, Icon, injectProblemText, injectText, Keys, Popup } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { decisions, type MovedReferral, type Referral } from '@lotse/referral/model';
import { actsOf } from '../looks/look-at';
import {
  actsWhenReceived,
  choicesOf,
  iconOfAct,
  keyOfAct,
  offReasons,
  possibleAfterReading,
  untilItsDay,
  type ActItem,
} from './act-choices';
import type { Answers } from './act-fields';
import { ActForm } from './act-form';
import { QuestionComposer } from '../questions/question-composer';
import { QuestionDrafts, requestKey } from '../questions/question-drafts';
import { ChangesNote } from '../changes/changes-note';
import { UnreadChanges } from '../changes/unread-changes';
import { ChangedMeanwhile } from './changed-meanwhile';
import { Deciding, type Acted } from './deciding';
import { isBack } from '../words/is-back';
import type { ServedAct } from './perform-act';

/** By then the acts of the new state have been read, as a rule. */
const settling = 400;

/** An act that was asked for by keyboard; a new object for every press. */
export interface WantedAct {
  readonly id: string;
  readonly act: ServedAct;
  /** What its form begins with. */
  readonly answers?: Answers;
}

/** What can be done with a referral now: one filled button for the act that brings it on, the others beside it, and why the rest is off. */
@Component({
  selector: 'lotse-referral-acts',
  imports: [ActForm, ChangedMeanwhile, ChangesNote, Failure, Icon, Popup, QuestionComposer, RouterLink],
  templateUrl: './referral-acts.html',
  styleUrl: './referral-acts.css',
})
export class ReferralActs {
  protected readonly t = injectText();
  protected readonly problemText = injectProblemText();
  protected readonly icons = iconOfAct;
  protected readonly requestKey = requestKey;
  private readonly drafts = inject(QuestionDrafts);
  private readonly keys = inject(Keys);
  private readonly session = inject(CurrentSession);

  readonly referral = input.required<Referral>();
  /** At the triage desk one decides and goes on to the next. */
  readonly atDesk = input(false);
  /** Whether the reasons why acts are off are shown. */
  readonly withReasons = input(true);
  /** An act asked for by keyboard, perhaps before it was known whether it is possible. */
  readonly wanted = input<WantedAct | undefined>();
  /** Confirms receipt where that is still to be done; answers the version to act on. */
  readonly received = input<() => Promise<Pick<MovedReferral, 'id' | 'version'>>>();
  /** Colleagues who are writing about it right now. */
  readonly others = input<readonly string[]>([]);
  private begun: WantedAct | undefined;
  /** What was pressed before it was known whether it is possible. */
  private readonly pressed = signal<(WantedAct & { isSure: boolean }) | undefined>(undefined);
  private readonly row = viewChild<ElementRef<HTMLElement>>('row');
  readonly acted = output<Acted>();
  /** Somebody else was faster: what is shown has to be read again. */
  readonly stale = output();
  /** Somebody wants to see what has happened. */
  readonly look = output();

  /** Read again with every version of the referral. */
  private readonly acts = actsOf(() => this.referral());
  /** Stays while it is read again, so that nothing flashes; what is pressed until then waits. */
  private readonly read = linkedSignal<readonly ActItem[] | undefined, readonly ActItem[]>({
    source: () => (this.acts.hasValue() ? this.acts.value() : undefined),
    computation: (items, before) => items ?? before?.value ?? [],
  });
  private readonly isUnconfirmed = computed(() => this.referral().state === 'requested' && this.received() !== undefined);
  private readonly items = computed(() =>
    this.isUnconfirmed()
      ? actsWhenReceived((permission) => this.session.may(permission))
      : this.read().map(possibleAfterReading).map(untilItsDay(this.referral().appointment)),
  );
  private readonly isKnown = computed(() => this.isUnconfirmed() || (!this.acts.isLoading() && this.items().length > 0));
  protected readonly choices = computed(() =>
    choicesOf(this.isUnconfirmed() ? 'received' : this.referral().state, this.items(), {
      atDesk: this.atDesk(),
      isBack: isBack(this.referral()),
    }),
  );
  /** Where it is already, it does not go; to a receiver that no longer has it, it may go again. */
  protected readonly exceptService = computed(() => (isBack(this.referral()) ? null : this.referral().content.serviceId));
  protected readonly off = computed(() => offReasons(this.items()));
  protected readonly mayEdit = computed(() => this.items().some(({ act, allowed }) => act === 'submit' && allowed));
  protected readonly acceptAndList = computed(
    () => this.atDesk() && this.session.may('waitingList.join') && [this.choices().primary, ...this.choices().others].includes('accept'),
  );
  /** What others have changed since one looked; a decision shows it and waits until it was read. */
  protected readonly changes = new UnreadChanges(() => this.referral());
  /** Accepting was pressed while a colleague is writing: asked once. */
  protected readonly asking = signal(false);

  protected readonly deciding = new Deciding({
    referral: this.referral,
    seen: () => this.received()?.() ?? Promise.resolve(this.referral()),
    goesOn: () => this.atDesk(),
    acted: (acted) => this.hasActed(acted),
    stale: () => {
      this.changes.reload();
      this.stale.emit();
    },
  });
  /** Whether something is being written about it. */
  readonly isWriting = computed(() => this.deciding.open() !== undefined);

  constructor() {
    effect(() => {
      const wanted = this.wanted();
      if (wanted === undefined || wanted === this.begun || !this.isKnown()) return;
      untracked(() => {
        this.begun = wanted;
        this.begin(wanted.act);
        if (wanted.answers && this.deciding.open() === wanted.act) this.deciding.answers.set(wanted.answers);
      });
    });
    effect(() => {
      const pressed = this.pressed();
      if (!pressed || !this.isKnown()) return;
      untracked(() => {
        this.pressed.set(undefined);
        if (pressed.id === this.referral().id) this.begin(pressed.act, pressed.isSure);
      });
    });
  }

  protected names(acts: readonly ServedAct[]): string {
    return acts.map((act) => this.t(`referral.act.${act}.do`)).join(', ');
  }

  protected label(act: ServedAct): string {
    const isShort = this.atDesk() && (act === 'accept' || act === 'request_info');
    return this.t(`referral.act.${act}.${isShort ? 'doAtDesk' : 'do'}`);
  }

  /** The letter that does it, where letters are on. */
  protected letter(act: ServedAct): string | undefined {
    const key = keyOfAct[act];
    return this.atDesk() && key && this.keys.single() ? this.keys.letterOf(key) : undefined;
  }

  protected begin(act: ServedAct, isSure = false): void {
    if (!this.isKnown()) return this.pressed.set({ id: this.referral().id, act, isSure });
    const { primary, others, rare } = this.choices();
    if (![primary, ...others, ...rare].includes(act)) return;
    this.asking.set(act === 'accept' && this.others().length > 0 && !isSure);
    if (!this.asking()) this.deciding.begin(act, this.mustRead(act));
  }

  protected mustRead(act: ServedAct): boolean {
    return this.changes.items().length > 0 && decisions.some((decision) => decision === act);
  }

  /** Sends a form; with a decision one has read what changed, which its form asked for. */
  protected async send(act: ServedAct, body: Record<string, string>): Promise<void> {
    if (this.mustRead(act)) await this.changes.see();
    await this.deciding.run({ act, body });
  }

  protected acceptAndWaitlist(): void {
    if (this.mustRead('accept')) this.begin('accept');
    else void this.deciding.acceptAndWaitlist();
  }

  private hasActed(acted: Acted): void {
    if (acted.act === 'request_info') this.drafts.sent(requestKey(acted.moved.id));
    this.acted.emit(acted);
    // The button or form that had the focus is gone; whoever works by keyboard goes on from the acts that are possible now.
    const settle = () => document.activeElement === document.body && this.row()?.nativeElement.focus({ preventScroll: true });
    setTimeout(settle, settling);
  }
}
