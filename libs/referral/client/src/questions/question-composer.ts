import { afterNextRender, Component, computed, effect, ElementRef, inject, input, output, signal, untracked } from '@angular/core';
import { Api, type ApiProblem } from '@lotse/client-kit/api';
import { Control, DayField, dayText, Failure, Field, Icon, injectText, Language } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { calendarDayOf } from '@lotse/kernel';
import {
  keepQuestionTemplates,
  questionPieceSchema,
  readQuestionTemplates,
  suggestedAnswerBy,
  type QuestionPiece,
  type QuestionTemplate,
  type Referral,
} from '@lotse/referral/model';
import { workingDaysOf } from '@lotse/region/model';
import { County } from '../words/county';
import { QuestionDrafts, type QuestionDraft } from './question-drafts';
import { questionTexts } from './question-texts';

type Point = QuestionDraft['points'][number];
const most = 12;

/** Writes a question of several points: what is missing, what the service usually asks, or anything else; with a date that is suggested. */
@Component({
  selector: 'lotse-question-composer',
  imports: [Control, DayField, Failure, Field, Icon],
  templateUrl: './question-composer.html',
  styleUrl: './question-composer.css',
})
export class QuestionComposer {
  protected readonly t = injectText('questions', questionTexts);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly api = inject(Api);
  private readonly county = inject(County);
  private readonly drafts = inject(QuestionDrafts);
  private readonly language = inject(Language);
  protected readonly session = inject(CurrentSession);

  readonly referral = input.required<Pick<Referral, 'id' | 'missing' | 'content' | 'referrer' | 'recipient'>>();
  /** What the draft is kept under; another thread has another one. */
  readonly draftKey = input.required<string>();
  readonly heading = input.required<string>();
  readonly busy = input(false);
  readonly problem = input<ApiProblem | undefined>();
  readonly send = output<{ points: Point[]; dueOn: string }>();
  readonly giveUp = output();

  protected readonly pieces = questionPieceSchema.options;
  protected readonly points = signal<readonly Point[]>([]);
  protected readonly dueOn = signal('');
  /** Whether somebody tried to send it with something missing. */
  protected readonly tried = signal(false);
  protected readonly managing = signal(false);

  private readonly isReceiver = computed(
    () =>
      this.referral().recipient?.organisationId === this.session.session()?.organisation.id && this.session.may('question.keepTemplates'),
  );
  private readonly serviceId = computed(() => (this.isReceiver() ? this.referral().content.serviceId : null));
  private readonly read = this.api.read(readQuestionTemplates, () => {
    const id = this.serviceId();
    return id ? { params: { id } } : undefined;
  });
  private readonly changed = signal<readonly QuestionTemplate[] | undefined>(undefined);
  protected readonly templates = computed(() => this.changed() ?? (this.read.hasValue() ? this.read.value().items : []));
  protected readonly mayKeep = computed(() => this.serviceId() !== null);
  /** What is missing and was not asked for yet. */
  protected readonly suggested = computed(() => {
    const asked = new Set(this.points().map(({ piece }) => piece));
    return this.isReceiver()
      ? this.referral()
          .missing.map(asPiece)
          .filter((piece) => piece !== 'other' && !asked.has(piece))
      : [];
  });
  protected readonly usual = computed(() => {
    const asked = new Set(this.points().map(({ text }) => text));
    return this.templates().filter(({ text }) => !asked.has(text));
  });
  private readonly suggestion = computed(() => {
    const settings = this.county.settings();
    return settings ? suggestedAnswerBy(calendarDayOf(new Date()), workingDaysOf(settings)) : '';
  });
  protected readonly dueHint = computed(() =>
    this.suggestion() ? this.t('questions.composer.dueHint', { day: dayText(this.suggestion(), this.language.current()) }) : undefined,
  );
  protected readonly isFull = computed(() => this.points().length >= most);

  constructor() {
    effect(() => {
      const key = this.draftKey();
      void this.drafts.of(key).then((draft) => this.begin(draft));
    });
    effect(() => {
      const suggestion = this.suggestion();
      if (suggestion && untracked(this.dueOn) === '') this.dueOn.set(suggestion);
    });
    afterNextRender({ write: () => this.element.querySelector<HTMLElement>('textarea, button')?.focus() });
  }

  private begin(draft: QuestionDraft | undefined): void {
    if (this.points().some(({ text }) => text !== '')) return;
    this.points.set(draft?.points ?? [{ piece: 'other', text: '' }]);
    if (draft?.dueOn) this.dueOn.set(draft.dueOn);
  }

  /** Another point takes the place of one that is still empty. */
  protected add(piece: QuestionPiece, text: string): void {
    this.points.update((points) => [...points.filter((point) => text === '' || point.text.trim() !== ''), { piece, text }]);
    this.keep();
    setTimeout(() => [...this.element.querySelectorAll('textarea')].at(-1)?.focus());
  }

  protected addPiece(piece: QuestionPiece): void {
    this.add(piece, this.t(`questions.ask.${piece}`));
  }

  protected change(index: number, change: Partial<Point>): void {
    this.points.update((points) => points.map((point, at) => (at === index ? { ...point, ...change } : point)));
    this.keep();
  }

  protected remove(index: number): void {
    this.points.update((points) => points.filter((_, at) => at !== index));
    this.keep();
  }

  protected setDue(day: string): void {
    this.dueOn.set(day);
    this.keep();
  }

  protected pointError(point: Point): string | undefined {
    return this.tried() && point.text.trim() === '' ? this.t('questions.composer.textMissing') : undefined;
  }

  protected submit(event?: Event): void {
    event?.preventDefault();
    if (this.busy()) return;
    this.tried.set(true);
    const points = this.points().map(({ piece, text }) => ({ piece, text: text.trim() }));
    if (points.length > 0 && points.every(({ text }) => text !== '') && this.dueOn())
      return this.send.emit({ points, dueOn: this.dueOn() });
    setTimeout(() => this.element.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  }

  protected async remember({ piece, text }: Point): Promise<void> {
    await this.keepTemplates([...this.templates(), { piece, text: text.trim() }]);
  }

  protected async forget(template: QuestionTemplate): Promise<void> {
    await this.keepTemplates(this.templates().filter((other) => other !== template));
  }

  protected isUsual = ({ text }: Point): boolean => this.templates().some((template) => template.text === text.trim());

  private async keepTemplates(items: readonly QuestionTemplate[]): Promise<void> {
    const answer = await this.api.send(keepQuestionTemplates, { params: { id: this.serviceId()! }, body: { items: [...items] } });
    this.changed.set(answer.items);
  }

  private keep(): void {
    this.drafts.keep(this.draftKey(), { points: this.points(), dueOn: this.dueOn() });
  }
}

/** What is missing of a referral, as a point of a question. */
const asPiece = (missing: string): QuestionPiece => questionPieceSchema.options.find((piece) => piece === missing) ?? 'other';
