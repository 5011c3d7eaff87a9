import { Component, computed, effect, ElementRef, inject, input, output, signal, untracked, viewChild } from '@angular/core';
import { Api, apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import { Control, Failure, Field, Icon, injectText } from '@lotse/client-kit/ui';
import type { DataPart } from '@lotse/people/model';
import { answerQuestion, type QuestionThread } from '@lotse/referral/model';
import { AnswerFiles } from '../attachments/answer-files';
import { AnswerDrafts } from './answer-drafts';
import { questionTexts } from './question-texts';
import { openPointsOf } from './questions-of';

/** What came of an answer: the thread in its new version. */
export interface Answered {
  readonly id: string;
  readonly version: number;
  readonly isOpen: boolean;
}

/** Answers the open points of a question, one field each. What is left empty stays open. */
@Component({
  selector: 'lotse-answer-form',
  imports: [AnswerFiles, Control, Failure, Field, Icon],
  template: `
    <form (submit)="submit($event)" (keydown.control.enter)="submit($event)" (keydown.meta.enter)="submit($event)">
      @for (point of open(); track point.id) {
        <div>
          <lotse-field
            [label]="point.text"
            [name]="'answer-' + point.id"
            [error]="tried() && isEmpty() ? t('questions.answer.missing') : undefined"
          >
            <textarea
              lotseControl
              rows="2"
              maxlength="4000"
              [value]="texts()[point.id] ?? ''"
              (input)="set(point.id, $any($event.target).value)"
            ></textarea>
          </lotse-field>
          @if (withheld().includes(point.part)) {
            <p class="withheld small">
              <lotse-icon name="lock" [size]="14" />{{
                t('questions.answer.withheld', { part: t('people.dataPart.' + point.part), name: thread().asker.organisationName })
              }}
            </p>
          }
        </div>
      }
      @if (withNote()) {
        <lotse-field [label]="t('questions.answer.note')" [name]="'note-' + thread().id" [optional]="true">
          <textarea lotseControl rows="2" maxlength="4000" [value]="note()" (input)="setNote($any($event.target).value)"></textarea>
        </lotse-field>
      }
      <lotse-answer-files [thread]="thread()" />
      @if (waitsForFiles() && files().isBusy()) {
        <p role="status">{{ t('questions.answer.filesUnderway') }}</p>
      }
      @if (problem(); as problem) {
        <lotse-failure [problem]="problem" (retry)="submit()" />
      }
      <div class="cluster">
        <button type="submit" class="button is-filled" [attr.aria-disabled]="busy() || null">
          <lotse-icon name="send" [size]="16" />{{ t(partly() ? 'questions.answer.sendPart' : 'questions.answer.send') }}
        </button>
        @if (!withNote()) {
          <button type="button" class="button is-text" (click)="wantsNote.set(true)">{{ t('questions.answer.addNote') }}</button>
        }
        <span class="muted small not-on-phone">{{ t('questions.keys') }}</span>
      </div>
    </form>
  `,
  styles: `
    form {
      display: grid;
      gap: var(--space-4);
      color: var(--ink);
    }
    .withheld {
      display: flex;
      gap: 6px;
      margin: var(--space-1) 0 0;
    }
    .withheld lotse-icon {
      flex: none;
      margin-block-start: 2px;
    }
  `,
})
export class AnswerForm {
  protected readonly t = injectText('questions', questionTexts);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly api = inject(Api);
  private readonly drafts = inject(AnswerDrafts);

  readonly thread = input.required<QuestionThread>();
  /** What the asker would not get, because it was not released. */
  readonly withheld = input<readonly DataPart[]>([]);
  readonly answered = output<Answered>();
  readonly stale = output();

  protected readonly files = viewChild.required(AnswerFiles);
  protected readonly waitsForFiles = signal(false);
  protected readonly texts = signal<Readonly<Record<string, string>>>({});
  protected readonly note = signal('');
  protected readonly wantsNote = signal(false);
  protected readonly withNote = computed(() => this.wantsNote() || this.note() !== '');
  protected readonly busy = signal(false);
  protected readonly tried = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly open = computed(() => openPointsOf(this.thread()));
  private readonly answers = computed(() =>
    this.open().flatMap(({ id }) => (this.texts()[id]?.trim() ? [{ pointId: id, text: this.texts()[id]!.trim() }] : [])),
  );
  protected readonly isEmpty = computed(() => this.answers().length === 0);
  protected readonly partly = computed(() => !this.isEmpty() && this.answers().length < this.open().length);

  constructor() {
    effect(() => {
      const { id } = this.thread();
      if (Object.keys(untracked(this.texts)).length > 0) return;
      void this.drafts.of(id).then((draft) => {
        if (!draft || Object.keys(this.texts()).length > 0) return;
        this.texts.set(draft.texts);
        this.note.set(draft.note);
      });
    });
  }

  focus(): void {
    this.element.scrollIntoView({ block: 'center' });
    this.element.querySelector<HTMLElement>('textarea')?.focus({ preventScroll: true });
  }

  protected set(pointId: string, text: string): void {
    this.texts.update((texts) => ({ ...texts, [pointId]: text }));
    this.keep();
  }

  protected setNote(note: string): void {
    this.note.set(note);
    this.keep();
  }

  protected async submit(event?: Event): Promise<void> {
    event?.preventDefault();
    if (this.busy()) return;
    this.tried.set(true);
    if (this.isEmpty()) return this.focus();
    this.waitsForFiles.set(this.files().isBusy());
    if (this.waitsForFiles()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    const { id, version } = this.thread();
    const note = this.note().trim();
    try {
      const body = { answers: this.answers(), ...(note ? { note } : {}), fileIds: [...this.files().ids()] };
      const answer = await this.api.send(answerQuestion, { params: { id }, body, version });
      this.drafts.drop(id);
      this.answered.emit(answer);
    } catch (thrown) {
      const problem = apiProblemOf(thrown);
      this.problem.set(problem);
      if (problem.code === 'version-stale') this.stale.emit();
    } finally {
      this.busy.set(false);
    }
  }

  private keep(): void {
    this.drafts.keep(this.thread().id, { texts: this.texts(), note: this.note() });
  }
}
