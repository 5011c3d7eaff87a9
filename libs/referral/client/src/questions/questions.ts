import { Component, computed, effect, inject, input, linkedSignal, output, signal, viewChildren } from '@angular/core';
import { ActivatedRoute } from '@angular/router';
import { Api, apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import { Control, DayPipe, Failure, Field, Icon, injectText, Notice, offerCommands, Toasts } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import {
  askQuestion,
  closeQuestion,
  followUpQuestion,
  refusedTalk,
  sendMessage,
  takeBackMessage,
  type AskedPoint,
  type QuestionThread,
  type Referral,
} from '@lotse/referral/model';
import { AnswerForm, type Answered } from './answer-form';
import { QuestionComposer } from './question-composer';
import { QuestionDrafts } from './question-drafts';
import { questionTexts } from './question-texts';
import { questionsOf } from './questions-of';
import { ThreadView } from './thread-view';
import { isBack } from '../words/is-back';

type Writing = { readonly kind: 'ask' } | { readonly kind: 'message' } | { readonly kind: 'follow-up'; readonly thread: QuestionThread };
interface Sent {
  readonly id: string;
  readonly version: number;
}

/** What both sides of a referral ask and tell each other. What waits for an answer here stands on top, with a field for each point. */
@Component({
  selector: 'lotse-questions',
  imports: [AnswerForm, Control, DayPipe, Failure, Field, Icon, Notice, QuestionComposer, ThreadView],
  templateUrl: './questions.html',
  styleUrl: './questions.css',
})
export class Questions {
  protected readonly t = injectText('questions', questionTexts);
  private readonly api = inject(Api);
  private readonly drafts = inject(QuestionDrafts);
  private readonly toasts = inject(Toasts);
  private readonly session = inject(CurrentSession);
  private readonly route = inject(ActivatedRoute);
  private hasArrived = false;

  readonly referral = input.required<Referral>();
  /** The referral may have moved on with it. */
  readonly changed = output();
  private readonly forms = viewChildren(AnswerForm);

  protected readonly read = questionsOf(() => (this.referral().state === 'draft' ? undefined : this.referral().id));
  protected readonly withheld = computed(() => (this.read.resource.hasValue() ? this.read.resource.value().withheld : []));
  private readonly own = computed(() => this.session.session()?.organisation.id ?? '');
  private readonly isSide = computed(() => {
    const { referrer, recipient, state } = this.referral();
    const sides = { referrerOrganisationId: referrer.organisationId, recipientOrganisationId: recipient?.organisationId ?? null };
    return refusedTalk(state, this.own(), sides) === undefined;
  });
  /** Nobody is asked who may no longer see what it is about. */
  protected readonly mayTalk = computed(() => this.isSide() && !isBack(this.referral()));
  /** Waits for an answer from here. */
  protected readonly toAnswer = computed(() =>
    this.read.threads().filter(({ isOpen, answerer }) => isOpen && this.isSide() && answerer.organisationId === this.own()),
  );
  protected readonly others = computed(() => {
    const onTop = new Set(this.toAnswer().map(({ id }) => id));
    return this.read
      .threads()
      .filter(({ id }) => !onTop.has(id))
      .toReversed();
  });
  /** As long as the referral is examined, its own act asks. */
  protected readonly asksByAct = computed(
    () => this.referral().recipient?.organisationId === this.own() && ['received', 'in_triage'].includes(this.referral().state),
  );

  /** Another referral closes the form; the same one, read again, does not. */
  protected readonly writing = linkedSignal<string, Writing | undefined>({
    source: computed(() => this.referral().id),
    computation: () => undefined,
  });
  protected readonly message = signal('');
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly draftKey = computed(() => {
    const writing = this.writing();
    return writing?.kind === 'follow-up' ? `${this.referral().id}/${writing.thread.id}` : `${this.referral().id}/ask`;
  });

  constructor() {
    offerCommands(() => [
      ...(this.toAnswer().length > 0
        ? [{ id: 'answer', label: this.t('questions.command.answer'), icon: 'message-square-text' as const, run: () => this.focus() }]
        : []),
      ...(this.mayTalk() && !this.asksByAct()
        ? [
            {
              id: 'question',
              label: this.t('questions.ask.do'),
              icon: 'circle-question-mark' as const,
              run: () => this.begin({ kind: 'ask' }),
            },
          ]
        : []),
    ]);
    // Whoever came to answer begins to write.
    effect(() => {
      const [form] = this.forms();
      if (!form || this.hasArrived || this.route.snapshot.fragment !== 'rueckfrage') return;
      this.hasArrived = true;
      setTimeout(() => form.focus());
    });
  }

  /** Puts the cursor where the first answer belongs. */
  focus(): void {
    this.forms()[0]?.focus();
  }

  protected mayFollow = ({ kind, asker }: QuestionThread): boolean =>
    this.mayTalk() && kind === 'question' && asker.organisationId === this.own();
  protected mayClose = (thread: QuestionThread): boolean =>
    thread.isOpen && this.mayFollow(thread) && !(thread.movesReferral && this.referral().state === 'info_requested');

  protected begin(writing: Writing): void {
    this.problem.set(undefined);
    this.writing.set(writing);
  }

  protected send(body: { points: AskedPoint[]; dueOn: string }): Promise<void> {
    const [key, writing] = [this.draftKey(), this.writing()];
    return this.run(async () => {
      const sent =
        writing?.kind === 'follow-up'
          ? await this.api.send(followUpQuestion, { params: { id: writing.thread.id }, body, version: writing.thread.version })
          : await this.api.send(askQuestion, { params: { id: this.referral().id }, body });
      this.drafts.sent(key);
      this.told(this.t('questions.sent.question'), sent, () => {
        this.drafts.takenBack(key);
        this.writing.set(writing);
      });
    });
  }

  protected sendMessage(event?: Event): Promise<void> {
    event?.preventDefault();
    const text = this.message().trim();
    if (!text) return Promise.resolve();
    return this.run(async () => {
      const sent = await this.api.send(sendMessage, { params: { id: this.referral().id }, body: { text } });
      this.message.set('');
      this.told(this.t('questions.sent.message'), sent, () => {
        this.message.set(text);
        this.writing.set({ kind: 'message' });
      });
    });
  }

  protected answered(sent: Answered): void {
    this.read.resource.reload();
    this.changed.emit();
    this.toasts.show(this.t(sent.isOpen ? 'questions.sent.partly' : 'questions.sent.answer'));
  }

  protected close({ id, version }: QuestionThread): Promise<void> {
    return this.run(async () => void (await this.api.send(closeQuestion, { params: { id }, version, body: {} })));
  }

  protected takeBack({ id, version }: Sent, then?: () => void): Promise<void> {
    return this.run(async () => {
      await this.api.send(takeBackMessage, { params: { id }, version, body: {} });
      this.toasts.show(this.t('questions.sent.takenBack'));
      setTimeout(() => then?.());
    });
  }

  /** Nobody is told for a moment: until then it can be taken back, and what was written is there again. */
  private told(text: string, sent: Sent, then: () => void): void {
    this.toasts.show(text, () => void this.takeBack(sent, then));
  }

  private async run(act: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      await act();
      this.writing.set(undefined);
      this.changed.emit();
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
      this.read.resource.reload();
    }
  }
}
