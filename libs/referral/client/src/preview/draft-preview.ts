import { Component, inject, input } from '@angular/core';
import { Api } from '@lotse/client-kit/api';
import { Icon, injectText, Language, Loaded, Notice, State } from '@lotse/client-kit/ui';
import { NotReleased } from '@lotse/people/client';
import { previewReferral, type Referral } from '@lotse/referral/model';
import { sizeText } from '../attachments/size-text';
import { ReceiverPreview } from './receiver-preview';

/** On a draft's page: exactly what its receiver will get, as the server would deliver it now. */
@Component({
  selector: 'lotse-draft-preview',
  imports: [Icon, Loaded, NotReleased, Notice, ReceiverPreview, State],
  template: `
    @if (referral().state === 'draft' && referral().recipient) {
      <section class="panel stack">
        <h2 class="section-title">{{ t('referral.preview.title') }}</h2>
        <lotse-state [of]="preview" [rows]="5" [rowHeight]="32">
          <ng-template [lotseLoaded]="preview" let-found>
            @if (found.until === null) {
              <lotse-notice tone="due" [heading]="t('referral.preview.notCovered', { name: found.recipient.organisationName })">
                <p>{{ t('referral.preview.notCoveredText') }}</p>
              </lotse-notice>
            }
            <lotse-receiver-preview [delivered]="found.delivered" [recipient]="found.recipient.organisationName" />
            @if (found.attachments.length > 0) {
              <section class="stack" [attr.aria-label]="t('referral.preview.attachments')">
                <h3 class="small">{{ t('referral.preview.attachments') }}</h3>
                <ul class="files">
                  @for (file of found.attachments; track file.id) {
                    <li>
                      @if (file.isDelivered) {
                        <lotse-icon name="paperclip" [size]="16" /><span class="name">{{ file.name }}</span>
                        <span class="muted small">{{ size(file.size) }}</span>
                      } @else {
                        <span class="name muted">{{ file.name }}</span> <lotse-not-released />
                      }
                    </li>
                  }
                </ul>
              </section>
            }
            <p class="muted small print">{{ t('referral.preview.fingerprint', { print: found.fingerprint.slice(0, 12) }) }}</p>
          </ng-template>
        </lotse-state>
      </section>
    }
  `,
  styles: `
    .files {
      display: grid;
      gap: var(--space-2);
      margin: 0;
      padding: 0;
      list-style: none;
    }
    .files li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-2);
    }
    .name {
      overflow-wrap: anywhere;
    }
    .print {
      margin-block-start: var(--space-3);
    }
  `,
})
export class DraftPreview {
  protected readonly t = injectText();
  private readonly language = inject(Language);
  readonly referral = input.required<Referral>();
  protected readonly preview = inject(Api).read(previewReferral, () => {
    const { id, state, recipient } = this.referral();
    return state === 'draft' && recipient ? { params: { id } } : undefined;
  });

  /** What is attached has changed. */
  refresh(): void {
    this.preview.reload();
  }

  protected size(bytes: number): string {
    return sizeText(bytes, this.language.current());
  }
}
