import { Component, computed, inject, input, linkedSignal, untracked } from '@angular/core';
import { Api } from '@lotse/client-kit/api';
import { clockText, Icon, injectText, Language, Notice, Page } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { readPerson } from '@lotse/people/model';
import { readReferral } from '@lotse/referral/model';
import { dropDraft, keptDraft } from './kept-draft';
import { draftAfter, emptyDraft, type ReferralDraft } from './referral-draft';
import { ReferralForm, type FormStart } from './referral-form';
import { nothingSent } from './send-referral';

/** `/zuweisungen/neu`, with `?service=` for somebody who comes from the directory. What was typed before a reload is still there. */
@Component({
  selector: 'lotse-new-referral-page',
  imports: [Icon, Notice, Page, ReferralForm],
  template: `
    <lotse-page
      [title]="t('referral.new.title')"
      [lead]="t(from() ? 'referral.new.copied' : 'referral.new.lead')"
      width="full"
      back="/zuweisungen"
      [backLabel]="t('referral.sent.title')"
    >
      @if (restoredAt(); as at) {
        <lotse-notice class="restored" tone="info" [heading]="t('referral.new.restored', { at: clock(at) })">
          <button type="button" class="button is-small" (click)="beginAnew()">
            <lotse-icon name="rotate-ccw" [size]="15" />{{ t('referral.new.beginAnew') }}
          </button>
        </lotse-notice>
      }
      @if (preparing()) {
        <p class="muted" role="status">{{ t('kit.state.loading') }}</p>
      } @else {
        <lotse-referral-form [start]="start()" />
      }
    </lotse-page>
  `,
  styles: `
    .restored {
      margin-block-end: var(--space-5);
    }
  `,
})
export class NewReferralPage {
  protected readonly t = injectText();
  private readonly language = inject(Language);
  private readonly api = inject(Api);
  private readonly staffId = inject(CurrentSession).session()?.staff.id ?? '';
  private readonly kept = keptDraft(this.staffId, 'new');

  readonly service = input<string>();
  /** A referral that was returned and is to go elsewhere. */
  readonly from = input<string>();
  private readonly before = this.api.read(readReferral, () => {
    const id = this.from();
    return id ? { params: { id } } : undefined;
  });
  private readonly person = this.api.read(readPerson, () =>
    this.before.hasValue() ? { params: { id: this.before.value().personId } } : undefined,
  );
  protected readonly restoredAt = linkedSignal(() =>
    !this.from() && this.kept && hasText(this.kept.draft) ? this.kept.keptAt : undefined,
  );
  /** Made once; reading it again must not take away what was typed since. */
  private readonly copied = linkedSignal<FormStart | undefined, FormStart | undefined>({
    source: computed(() => {
      if (!this.before.hasValue() || !this.person.hasValue()) return undefined;
      return this.begin(draftAfter(this.before.value(), this.person.value()));
    }),
    computation: (now, earlier) => earlier?.value ?? now,
  });
  protected readonly preparing = computed(
    () => !!this.from() && !this.copied() && this.before.status() !== 'error' && this.person.status() !== 'error',
  );
  private readonly base = linkedSignal<FormStart>(
    () =>
      this.copied() ??
      (this.kept && !this.from() ? { name: 'new', draft: this.kept.draft, sent: this.kept.sent } : this.begin(emptyDraft())),
  );
  protected readonly start = computed<FormStart>(() => {
    const [start, service] = [this.base(), this.service()];
    return service ? { ...start, draft: { ...start.draft, serviceId: service } } : start;
  });

  protected beginAnew(): void {
    dropDraft(this.staffId, 'new');
    this.restoredAt.set(undefined);
    this.base.set(this.begin(emptyDraft()));
  }

  protected clock(at: number): string {
    return clockText(at, this.language.current());
  }

  /** Texts are read untracked: another language or late texts must not begin the form anew. */
  private begin(draft: ReferralDraft): FormStart {
    const purpose = untracked(() => this.t('referral.new.release.purposeText'));
    return {
      name: 'new',
      draft: { ...draft, release: { ...draft.release, purpose } },
      sent: nothingSent,
    };
  }
}

const hasText = ({ person, reason, urgency }: FormStart['draft']): boolean =>
  [person.known?.id, person.familyName, person.givenName, person.birthDate, reason.reason, reason.question, urgency].some(Boolean);
