import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { Api, type ApiProblem, apiProblemOf, Live } from '@lotse/client-kit/api';
import {
  Chip,
  Control,
  Failure,
  Field,
  Icon,
  injectText,
  Language,
  Loaded,
  MomentTextPipe,
  State,
  Toasts,
  type Tone,
} from '@lotse/client-kit/ui';
import { HiddenParts, peopleTexts } from '@lotse/people/client';
import { dataPartSchema, type DataPart } from '@lotse/people/model';
import { pathOf } from '@lotse/kernel';
import {
  downloadAttachment,
  largestAttachment,
  readAttachments,
  removeAttachment,
  type Attachment,
  type AttachmentState,
} from '@lotse/referral/model';
import { attachmentsTexts } from './attachments-texts';
import { accepted, chosenIn, unfitAmong } from './file-choice';
import { sizeText } from './size-text';
import { Uploads } from './uploads';
import { UploadsUnderway } from './uploads-underway';

const tones: Readonly<Record<AttachmentState, Tone>> = {
  uploading: 'paused',
  clean: 'done',
  unscanned: 'plain',
  infected: 'overdue',
  refused: 'overdue',
};

/** What is attached to a referral, and attaching more: by button, by dropping, by pasting, with the camera of a phone. */
@Component({
  selector: 'lotse-attachments',
  imports: [Chip, Control, Failure, Field, HiddenParts, Icon, Loaded, MomentTextPipe, State, UploadsUnderway],
  templateUrl: './attachments.html',
  styleUrls: ['./files.css', './attachments.css'],
  host: { '(document:paste)': 'paste($event)', '(dragover)': 'over($event)', '(dragleave)': 'isOver.set(false)', '(drop)': 'drop($event)' },
})
export class Attachments {
  protected readonly t = injectText('attachments', attachmentsTexts);
  /** The kinds of information are called the same wherever they are released. */
  protected readonly words = injectText('people', peopleTexts);
  private readonly api = inject(Api);
  private readonly uploads = inject(Uploads);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);
  /** Undefined while it is still being written and nothing of it is kept. */
  readonly referralId = input<string>();
  /** Keeps what is being written, so that there is something to attach to; answers undefined where something is missing for that. */
  readonly begin = input<() => Promise<string | undefined>>();
  /** A file has arrived or was taken away. */
  readonly changed = output();

  protected readonly attachments = this.api.read(readAttachments, () => {
    const id = this.referralId();
    return id ? { params: { id } } : undefined;
  });
  protected readonly accepted = accepted;
  protected readonly tones = tones;
  protected readonly parts = dataPartSchema.options;
  protected readonly part = signal<DataPart>('letters');
  protected readonly isOver = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly complaint = signal<string | undefined>(undefined);
  protected readonly underway = computed(() => this.uploads.of(this.referralId()));
  /** What is on its way stands in its own row. */
  protected readonly items = computed<readonly Attachment[]>(() => {
    if (!this.attachments.hasValue()) return [];
    const { own, received } = this.attachments.value();
    const sending = new Set(this.underway().map(({ id }) => id));
    const unfinished = ({ state, withAnswer }: Attachment) => withAnswer === 'held' && state === 'uploading';
    return [...own, ...Object.values(received).flat()].filter((item) => !sending.has(item.id) && !unfinished(item));
  });
  protected readonly mayAdd = computed(() =>
    this.referralId() ? this.attachments.hasValue() && this.attachments.value().mayAdd : this.begin() !== undefined,
  );
  protected readonly isUnchecked = computed(() => this.attachments.hasValue() && !this.attachments.value().isScanning);
  protected readonly hidden = computed(() => (this.attachments.hasValue() ? this.attachments.value().hidden : []));

  constructor() {
    effect(() => {
      if (this.uploads.arrived() > 0) untracked(() => this.readAgain());
    });
    inject(Live).onChange('referral', (change) => {
      if (!change || change.id === this.referralId()) this.attachments.reload();
    });
  }

  protected choose(event: Event): void {
    void this.add(chosenIn(event));
  }

  protected paste(event: ClipboardEvent): void {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0 || !this.mayAdd()) return;
    event.preventDefault();
    void this.add(files);
  }

  protected over(event: DragEvent): void {
    if (!this.mayAdd()) return;
    event.preventDefault();
    this.isOver.set(true);
  }

  protected drop(event: DragEvent): void {
    this.isOver.set(false);
    if (!this.mayAdd()) return;
    event.preventDefault();
    void this.add([...(event.dataTransfer?.files ?? [])]);
  }

  protected choosePart(event: Event): void {
    this.part.set((event.target as HTMLSelectElement).value as DataPart);
  }

  protected async remove({ id, name }: Attachment): Promise<void> {
    this.problem.set(undefined);
    try {
      await this.api.send(removeAttachment, { params: { id }, body: {} });
      this.toasts.show(this.t('attachments.removed', { name }));
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    }
    this.readAgain();
  }

  private readAgain(): void {
    this.attachments.reload();
    this.changed.emit();
  }

  protected addressOf({ id }: Attachment): string {
    return pathOf(downloadAttachment, { id });
  }

  protected canOpen({ state }: Attachment): boolean {
    return state === 'clean' || state === 'unscanned';
  }

  protected size(bytes: number): string {
    return sizeText(bytes, this.language.current());
  }

  protected kindOf({ kind, name }: Attachment): string {
    const ending = name.split('.').at(-1)?.toUpperCase() ?? '';
    return kind?.startsWith('image/') ? this.t('attachments.picture') : ending;
  }

  /** An upload that broke off on an earlier visit goes on where it was when the same file is chosen again. */
  private async add(files: readonly File[]): Promise<void> {
    this.complaint.set(undefined);
    if (files.length === 0) return;
    const unfit = unfitAmong(files);
    if (unfit) return this.complaint.set(this.t('attachments.tooLarge', { name: unfit.name, size: this.size(largestAttachment) }));
    const referralId = this.referralId() ?? (await this.kept());
    if (!referralId) return;
    const begun = this.items().filter(({ state }) => state === 'uploading');
    await Promise.all(
      files.map((file) =>
        this.uploads.add(
          referralId,
          file,
          this.part(),
          begun.find(({ name, size }) => name === file.name.normalize('NFC') && size === file.size),
        ),
      ),
    );
  }

  private async kept(): Promise<string | undefined> {
    try {
      const id = await this.begin()?.();
      if (!id) this.complaint.set(this.t('attachments.personFirst'));
      return id;
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
      return undefined;
    }
  }
}
