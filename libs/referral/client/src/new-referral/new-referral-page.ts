import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { clockText, Icon, injectText, Language, Notice, Page } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { dropDraft, keptDraft } from './kept-draft';
import { emptyDraft } from './referral-draft';
import { ReferralForm, type FormStart } from './referral-form';
import { nothingSent } from './send-referral';

/** `/zuweisungen/neu`, with `?service=` for somebody who comes from the directory. What was typed before a reload is still there. */
@Component({
  selector: 'lotse-new-referral-page',
  imports: [Icon, Notice, Page, ReferralForm],
  template: `
    <lotse-page [title]="t('referral.new.title')" [lead]="t('referral.new.lead')" width="full" back="/zuweisungen" [backLabel]="t('referral.sent.title')">
      @if (restoredAt(); as at) {
        <lotse-notice class="restored" tone="info" [heading]="t('referral.new.restored', { at: clock(at) })">
          <button type="button" class="button is-small" (click)="beginAnew()"><lotse-icon name="rotate-ccw" [size]="15" />{{ t('referral.new.beginAnew') }}</button>
        </lotse-notice>
      }
      <lotse-referral-form [start]="start()" />
    </lotse-page>
  `,
  styles: `
    .restored { margin-block-end: var(--space-5); }
  `,
})
export class NewReferralPage {
  protected readonly t = injectText();
  private readonly language = inject(Language);
  private readonly staffId = inject(CurrentSession).session()?.staff.id ?? '';
  private readonly kept = keptDraft(this.staffId, 'new');

  readonly service = input<string>();
  protected readonly restoredAt = linkedSignal(() => (this.kept && hasText(this.kept.draft) ? this.kept.keptAt : undefined));
  private readonly base = linkedSignal<FormStart>(() =>
    this.kept ? { name: 'new', draft: this.kept.draft, sent: this.kept.sent } : this.empty(),
  );
  protected readonly start = computed<FormStart>(() => {
    const [start, service] = [this.base(), this.service()];
    return service ? { ...start, draft: { ...start.draft, serviceId: service } } : start;
  });

  protected beginAnew(): void {
    dropDraft(this.staffId, 'new');
    this.restoredAt.set(undefined);
    this.base.set(this.empty());
  }

  protected clock(at: number): string {
    return clockText(at, this.language.current());
  }

  private empty(): FormStart {
    const draft = emptyDraft();
    return { name: 'new', draft: { ...draft, release: { ...draft.release, purpose: this.t('referral.new.release.purposeText') } }, sent: nothingSent };
  }
}

const hasText = ({ person, reason, urgency }: FormStart['draft']): boolean =>
  [person.known?.id, person.familyName, person.givenName, person.birthDate, reason.reason, reason.question, urgency].some(Boolean);
