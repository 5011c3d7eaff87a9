import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Api, apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import { Control, controlIdOf, Field, Icon, injectText, Loaded, MomentTextPipe, ProblemSummary, State, Toasts } from '@lotse/client-kit/ui';
import { changeServiceForm, readServiceForm, type Answers } from '@lotse/directory/model';
import { ExtraQuestions } from '../new-referral/extra-questions';
import { OrderedItem } from './ordered-item';
import { draftsOf, emptyQuestion, missingIn, previewOf, questionsFrom, type QuestionDraft } from './question-drafts';
import { QuestionFields, type QuestionChange } from './question-fields';
import { moved, Undoable } from './undoable';

/** So many the service may ask. */
const most = 20;

/** What a service asks besides what every referral says: written here, shown beside it as the form of a referral will ask it. */
@Component({
  selector: 'lotse-question-editor',
  imports: [Control, ExtraQuestions, Field, Icon, Loaded, MomentTextPipe, OrderedItem, ProblemSummary, QuestionFields, State],
  templateUrl: './question-editor.html',
  styleUrl: './question-editor.css',
})
export class QuestionEditor {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  readonly serviceId = input.required<string>();

  protected readonly form = this.api.read(readServiceForm, () => ({ params: { id: this.serviceId() } }));
  protected readonly list = new Undoable<readonly QuestionDraft[]>([]);
  protected readonly drafts = this.list.value;
  protected readonly preview = computed(() => previewOf(this.drafts()));
  /** What somebody tries out in the preview; it is kept nowhere. */
  protected readonly tried = signal<Answers>({});
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly busy = signal(false);
  protected readonly wasSent = signal(false);
  protected readonly missing = computed(() => (this.wasSent() ? missingIn(this.drafts()) : []));
  protected readonly errors = computed(() => this.missing().map((name) => ({ name, text: this.errorText(name) })));
  protected readonly isFull = computed(() => this.drafts().length >= most);
  /** Versions that were there before the one that holds. */
  protected readonly earlier = computed(() =>
    this.form.hasValue() ? Array.from({ length: this.form.value().version }, (_, at) => at).reverse() : [],
  );
  private known: number | undefined;

  constructor() {
    effect(() => {
      if (!this.form.hasValue()) return;
      const { version, questions } = this.form.value();
      // Read again, as after a word that was lost, it does not write over what somebody is writing.
      if (version === this.known) return;
      this.known = version;
      untracked(() => this.list.begin(draftsOf(questions)));
    });
  }

  protected heading = (index: number): string => {
    const { titleDe } = this.drafts()[index]!;
    return titleDe.trim() ? `${index + 1}. ${titleDe}` : this.t('serviceForm.question', { number: index + 1 });
  };

  protected change(index: number, { draft, place }: QuestionChange): void {
    this.list.change(
      this.drafts().map((one, at) => (at === index ? draft : one)),
      place,
    );
  }

  protected add(): void {
    this.list.change([...this.drafts(), emptyQuestion()]);
    this.focus(`questions.${this.drafts().length - 1}.titleDe`);
  }

  protected move(from: number, to: number): void {
    this.list.change(moved(this.drafts(), from, to));
  }

  protected remove(index: number): void {
    this.list.change(this.drafts().filter((_, at) => at !== index));
    this.toasts.show(this.t('serviceForm.removed'), () => this.list.undo());
  }

  /** Writes what was asked in an earlier version, to be looked at and saved as a new one. */
  protected async take(version: string): Promise<void> {
    if (version === '') return;
    this.problem.set(undefined);
    try {
      const found = await this.api.send(readServiceForm, { params: { id: this.serviceId() }, query: { version: Number(version) } });
      this.list.change(draftsOf(found.questions));
      this.toasts.show(this.t('serviceForm.taken', { number: version }), () => this.list.undo());
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    }
  }

  protected async save(): Promise<void> {
    if (this.busy() || !this.form.hasValue()) return;
    this.wasSent.set(true);
    this.problem.set(undefined);
    if (this.missing().length > 0) return;
    this.busy.set(true);
    const { version } = this.form.value();
    const body = { questions: questionsFrom(this.drafts()) };
    try {
      const saved = await this.api.send(changeServiceForm, { params: { id: this.serviceId() }, version, body });
      this.known = saved.version;
      this.list.begin(draftsOf(saved.questions));
      this.wasSent.set(false);
      this.toasts.show(this.t('serviceForm.saved'));
      this.form.reload();
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }

  private errorText(name: string): string {
    const [, index = '0', field = '', , word] = name.split('.');
    return `${this.heading(Number(index))}: ${this.t(`serviceForm.missing.${word ? 'choice' : field}`)}`;
  }

  private focus(name: string): void {
    setTimeout(() => document.getElementById(controlIdOf(name))?.focus());
  }
}
