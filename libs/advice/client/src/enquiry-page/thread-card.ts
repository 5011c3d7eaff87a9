import type { AdviceAct, AdviceThread, Enquiry } from '@lotse/advice/model';
import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { Router } from '@angular/router';
import { apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import {
  Chip,
  Control,
  DayPipe,
  DeadlineRibbon,
  Failure,
  Field,
  Icon,
  injectText,
  MomentTextPipe,
  Toasts,
  type IconName,
  type Tone,
} from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { IdentifierWarning } from '../words/identifier-warning';
import { StateMark } from '../words/state-mark';
import { AnswerForm } from './answer-form';
import { ConvertForm } from './convert-form';
import { actsFor, isPlainAct, isWordsAct, ThreadActs } from './thread-acts';

const verdicts: Readonly<Record<NonNullable<AdviceThread['verdict']>, Tone>> = { yes: 'done', waiting_list: 'due', no: 'overdue' };
const icons: Readonly<Record<AdviceAct, IconName>> = {
  answer: 'message-square-text',
  ask_back: 'circle-question-mark',
  add_info: 'plus',
  ask_again: 'circle-question-mark',
  close: 'check',
  convert: 'send',
  cancel: 'x',
};
/** What is written at once when it is one's turn. */
const opensItself: readonly AdviceAct[] = ['answer', 'add_info'];

/** An enquiry at one service: its answer, how it went, and what can be done now. */
@Component({
  selector: 'lotse-thread-card',
  imports: [
    AnswerForm,
    Chip,
    Control,
    ConvertForm,
    DayPipe,
    DeadlineRibbon,
    Failure,
    Field,
    Icon,
    IdentifierWarning,
    MomentTextPipe,
    StateMark,
  ],
  templateUrl: './thread-card.html',
  styleUrl: './thread-card.css',
})
export class ThreadCard {
  protected readonly t = injectText();
  protected readonly verdicts = verdicts;
  protected readonly icons = icons;
  private readonly doing = inject(ThreadActs);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly session = inject(CurrentSession);

  readonly enquiry = input.required<Enquiry>();
  readonly thread = input.required<AdviceThread>();
  readonly isAsker = input.required<boolean>();
  readonly changed = output();

  private readonly may: Readonly<Record<AdviceAct, string>> = {
    answer: 'advice.answer',
    ask_back: 'advice.answer',
    add_info: 'advice.decide',
    ask_again: 'advice.decide',
    close: 'advice.decide',
    cancel: 'advice.decide',
    convert: 'advice.convert',
  };
  protected readonly acts = computed(() => actsFor(this.thread(), this.isAsker()).filter((act) => this.session.may(this.may[act])));
  /** The act whose form is open; another state closes it. */
  protected readonly open = linkedSignal<AdviceThread['state'], AdviceAct | undefined>({
    source: () => this.thread().state,
    computation: () => this.acts().find((act) => opensItself.includes(act)),
  });
  protected readonly text = signal('');
  protected readonly isChecked = signal(false);
  private readonly personId = signal<string | null>(null);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly tried = signal(false);
  protected readonly words = computed(() => (this.enquiry().personId === null ? [this.text()] : []));
  protected readonly messages = computed(() => this.thread().messages.filter(({ text, act }) => text !== null && act !== 'ask'));
  protected readonly isOwn = (organisationId: string): boolean => organisationId === this.session.session()?.organisation.id;

  protected begin(act: AdviceAct): void {
    this.problem.set(undefined);
    this.tried.set(false);
    const needsNothing = isPlainAct(act) || (act === 'convert' && this.enquiry().personId !== null);
    if (needsNothing) void this.run(act);
    else this.open.set(this.open() === act ? undefined : act);
  }

  protected submit(event: Event, act: AdviceAct): void {
    event.preventDefault();
    this.tried.set(true);
    if (this.text().trim() !== '') void this.run(act);
  }

  protected convertFor(personId: string): void {
    this.personId.set(personId);
    void this.run('convert');
  }

  protected async run(act: AdviceAct, answer?: object): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      await this.perform(act, answer);
      this.text.set('');
      this.changed.emit();
    } catch (thrown) {
      const problem = apiProblemOf(thrown);
      this.problem.set(problem);
      if (problem.code === 'version-stale') this.changed.emit();
    } finally {
      this.busy.set(false);
    }
  }

  private async perform(act: AdviceAct, answer?: object): Promise<void> {
    const thread = this.thread();
    if (isWordsAct(act)) await this.doing.words(act, thread, { text: this.text().trim(), isChecked: this.isChecked() });
    else if (isPlainAct(act)) await this.doing.plain(act, thread);
    else if (act === 'answer') await this.doing.answer(thread, answer ?? {});
    else {
      const { referralId } = await this.doing.convert(thread, this.enquiry().personId ?? this.personId());
      this.toasts.show(this.t('advice.act.convert.done'));
      await this.router.navigate(['/zuweisungen', referralId, 'bearbeiten']);
      return;
    }
    this.toasts.show(this.t(`advice.act.${act}.done`));
  }
}
