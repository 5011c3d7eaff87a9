import { Component, computed, inject, input } from '@angular/core';
import { Chip, DayPipe, Icon, injectText, Language, MomentTextPipe } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { NotReleased } from '@lotse/people/client';
import { pathOf } from '@lotse/kernel';
import { downloadAttachment, type QuestionMessage, type QuestionPoint, type QuestionThread, type SentFile } from '@lotse/referral/model';
import { sizeText } from '../attachments/size-text';
import { questionTexts } from './question-texts';

/** One matter as it went: who asked what, who answered what, newest last. */
@Component({
  selector: 'lotse-thread-view',
  imports: [Chip, DayPipe, Icon, MomentTextPipe, NotReleased],
  template: `
    <ol>
      @for (entry of entries(); track entry.message.id) {
        <li [class.is-own]="entry.isOwn">
          <p class="who small">
            <strong>{{ entry.isOwn ? t('questions.you') : entry.message.organisationName }}</strong>
            <span class="muted"> · {{ entry.message.staffName }} · {{ entry.message.at | moment }}</span>
          </p>
          @if (entry.asked.length > 0) {
            <ol class="asked" [class.is-one]="entry.asked.length === 1">
              @for (point of entry.asked; track point.id) {
                <li>
                  <span class="words">{{ point.text }}</span>
                  @if (point.settledIn === null) {
                    <lotse-chip tone="due">{{ t('questions.open') }}</lotse-chip>
                  }
                </li>
              }
            </ol>
          }
          @for (point of entry.settled; track point.id) {
            <div class="answer">
              @if (entry.repeats) {
                <p class="muted small">{{ point.text }}</p>
              }
              @if (textOf(point); as text) {
                <p class="words">{{ text }}</p>
              } @else if (point.answer) {
                <lotse-not-released />
              }
            </div>
          }
          @if (entry.message.text; as text) {
            <p class="words">{{ text }}</p>
          }
          @if (entry.files.length > 0) {
            <ul class="sent-files">
              @for (file of entry.files; track file.id) {
                <li>
                  <lotse-icon name="paperclip" [size]="14" />
                  <a [href]="addressOf(file)" download>{{ file.name }}</a>
                  <span class="muted small">{{ sizeOf(file) }}</span>
                </li>
              }
            </ul>
          }
          @if (entry.message.kind === 'closed') {
            <p class="muted small"><lotse-icon name="check" [size]="14" /> {{ t('questions.closed') }}</p>
          }
        </li>
      }
    </ol>
    @if (thread().isOpen && thread().dueOn; as due) {
      <p class="muted small">{{ t('questions.dueBy', { name: thread().answerer.organisationName }) }} {{ due | day }}</p>
    }
  `,
  styles: `
    ol {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    :host > ol {
      display: grid;
      gap: var(--space-3);
    }
    :host > ol > li {
      padding-inline-start: var(--space-3);
      border-inline-start: 3px solid var(--hairline);
    }
    :host > ol > li.is-own {
      border-color: var(--pine);
    }
    p {
      margin: 0;
    }
    .words {
      max-inline-size: 68ch;
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
    .asked {
      display: grid;
      gap: var(--space-1);
      padding-inline-start: 1.4em;
      list-style: decimal;
    }
    .asked.is-one {
      padding-inline-start: 0;
      list-style: none;
    }
    .sent-files {
      display: grid;
      gap: var(--space-1);
      margin: var(--space-1) 0 0;
      padding: 0;
      list-style: none;
    }
    .sent-files li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-2);
      overflow-wrap: anywhere;
    }
    .asked lotse-chip {
      margin-inline-start: var(--space-2);
    }
    .answer + .answer {
      margin-block-start: var(--space-2);
    }
  `,
})
export class ThreadView {
  protected readonly t = injectText('questions', questionTexts);
  private readonly session = inject(CurrentSession);
  private readonly language = inject(Language);
  readonly thread = input.required<QuestionThread>();

  protected readonly entries = computed(() => {
    const { messages, points } = this.thread();
    const own = this.session.session()?.organisation.id;
    return messages.map((message: QuestionMessage) => {
      const settled = message.kind === 'closed' ? [] : points.filter(({ settledIn }) => settledIn === message.id);
      const asked = points.filter(({ askedIn }) => askedIn === message.id);
      return { message, asked, settled, files: filesOf(message), repeats: points.length > 1, isOwn: message.organisationId === own };
    });
  });

  protected addressOf({ id }: SentFile): string {
    return pathOf(downloadAttachment, { id });
  }

  protected sizeOf({ size }: SentFile): string {
    return sizeText(size, this.language.current());
  }

  /** The answer at whichever kind of information it is. */
  protected textOf = ({ answer }: QuestionPoint): string | undefined =>
    Object.values(answer ?? {}).find((text): text is string => typeof text === 'string');
}

/** What was sent with a message, whichever side reads it. */
const filesOf = ({ files: { own, received } }: QuestionMessage): readonly SentFile[] => [...own, ...Object.values(received).flat()];
