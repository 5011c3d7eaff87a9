import { Component, inject, input } from '@angular/core';
import { Api } from '@lotse/client-kit/api';
import { injectText, Loaded, Notice, State } from '@lotse/client-kit/ui';
import { previewReferral, type Referral } from '@lotse/referral/model';
import { ReceiverPreview } from './receiver-preview';

/** On a draft's page: exactly what its receiver will get, as the server would deliver it now. */
@Component({
  selector: 'lotse-draft-preview',
  imports: [Loaded, Notice, ReceiverPreview, State],
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
            <p class="muted small print">{{ t('referral.preview.fingerprint', { print: found.fingerprint.slice(0, 12) }) }}</p>
          </ng-template>
        </lotse-state>
      </section>
    }
  `,
  styles: `
    .print {
      margin-block-start: var(--space-3);
    }
  `,
})
export class DraftPreview {
  protected readonly t = injectText();
  readonly referral = input.required<Referral>();
  protected readonly preview = inject(Api).read(previewReferral, () => {
    const { id, state, recipient } = this.referral();
    return state === 'draft' && recipient ? { params: { id } } : undefined;
  });
}
