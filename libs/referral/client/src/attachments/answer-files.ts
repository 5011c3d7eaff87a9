import { Component, computed, effect, inject, input, linkedSignal, signal, untracked } from '@angular/core';
import { Api, apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import { Control, Failure, Field, Icon, injectText, Language, Toasts } from '@lotse/client-kit/ui';
import { peopleTexts } from '@lotse/people/client';
import { dataPartSchema, type DataPart } from '@lotse/people/model';
import { largestAttachment, readAttachments, removeAttachment, type Attachment, type QuestionThread } from '@lotse/referral/model';
import { attachmentsTexts } from './attachments-texts';
import { accepted, chosenIn, unfitAmong } from './file-choice';
import { sizeText } from './size-text';
import { Uploads } from './uploads';
import { UploadsUnderway } from './uploads-underway';

/** Files that go along with an answer: uploaded while it is written, held back until it is sent. */
@Component({
  selector: 'lotse-answer-files',
  imports: [Control, Failure, Field, Icon, UploadsUnderway],
  templateUrl: './answer-files.html',
  styleUrls: ['./files.css', './answer-files.css'],
})
export class AnswerFiles {
  protected readonly t = injectText('attachments', attachmentsTexts);
  protected readonly words = injectText('people', peopleTexts);
  private readonly api = inject(Api);
  private readonly uploads = inject(Uploads);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);

  readonly thread = input.required<Pick<QuestionThread, 'id' | 'referralId' | 'points'>>();
  private readonly threadId = computed(() => this.thread().id);
  private readonly referralId = computed(() => this.thread().referralId);

  private readonly attachments = this.api.read(readAttachments, () => ({ params: { id: this.referralId() } }));
  protected readonly accepted = accepted;
  protected readonly parts = dataPartSchema.options;
  /** What was asked for is what a file most likely holds. */
  protected readonly part = linkedSignal<string, DataPart>({
    source: this.threadId,
    computation: () => this.thread().points.find(({ settledIn }) => settledIn === null)?.part ?? 'letters',
  });
  protected readonly underway = computed(() => this.uploads.of(this.referralId(), this.threadId()));
  /** What has arrived and waits for the answer, also from an earlier visit. */
  protected readonly items = computed<readonly Attachment[]>(() => {
    if (!this.attachments.hasValue()) return [];
    const sending = new Set(this.underway().map(({ id }) => id));
    const isHere = ({ id, threadId, withAnswer }: Attachment) => threadId === this.threadId() && withAnswer === 'held' && !sending.has(id);
    return this.attachments.value().own.filter(isHere);
  });
  /** What the answer sends along. */
  readonly ids = computed(() => this.items().flatMap(({ id, state }) => (state === 'clean' || state === 'unscanned' ? [id] : [])));
  readonly isBusy = computed(() => this.underway().some(({ state }) => state !== 'failed'));
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly complaint = signal<string | undefined>(undefined);

  constructor() {
    effect(() => {
      if (this.uploads.arrived() > 0) untracked(() => this.attachments.reload());
    });
  }

  protected size(bytes: number): string {
    return sizeText(bytes, this.language.current());
  }

  protected choosePart(event: Event): void {
    this.part.set((event.target as HTMLSelectElement).value as DataPart);
  }

  protected async choose(event: Event): Promise<void> {
    const files = chosenIn(event);
    this.complaint.set(undefined);
    const unfit = unfitAmong(files);
    if (unfit) return this.complaint.set(this.t('attachments.tooLarge', { name: unfit.name, size: this.size(largestAttachment) }));
    await Promise.all(files.map((file) => this.uploads.add(this.referralId(), file, this.part(), undefined, this.threadId())));
  }

  protected async remove({ id, name }: Attachment): Promise<void> {
    this.problem.set(undefined);
    try {
      await this.api.send(removeAttachment, { params: { id }, body: {} });
      this.toasts.show(this.t('attachments.removed', { name }));
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    }
    this.attachments.reload();
  }
}
