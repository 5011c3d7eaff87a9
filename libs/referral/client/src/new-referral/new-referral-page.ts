import { Location } from '@angular/common';
import { Component, computed, DestroyRef, inject, input, linkedSignal, resource, signal, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { clockText, Icon, injectText, Language, Notice, Page } from '@lotse/client-kit/ui';
import { BegunDrafts, type BegunDraft } from './begun-draft';
import { isTyped } from './draft-keeping';
import { KeptReferralDrafts } from './kept-referral-drafts';
import { emptyDraft, type ReferralDraft } from './referral-draft';
import { ReferralForm, type FormStart } from './referral-form';
import { nothingSent } from './send-referral';

/** `/zuweisungen/neu`, with `?service=` for somebody who comes from the directory. What was typed before a reload is still there. */
@Component({
  selector: 'lotse-new-referral-page',
  imports: [Icon, Notice, Page, ReferralForm],
  template: `
    <lotse-page
      [title]="t('referral.new.title')"
      [lead]="t('referral.new.lead')"
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
      @if (start(); as start) {
        <lotse-referral-form [start]="start" />
      } @else {
        <p class="muted" role="status">{{ t('kit.state.loading') }}</p>
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
  private readonly destroyRef = inject(DestroyRef);
  private readonly begunDrafts = inject(BegunDrafts);
  private readonly keptDrafts = inject(KeptReferralDrafts);

  readonly service = input<string>();
  private readonly found = resource({
    loader: () => this.begunDrafts.begin(this.destroyRef),
  });
  private readonly begun = linkedSignal<BegunDraft | undefined>(() => (this.found.hasValue() ? this.found.value() : undefined));
  protected readonly restoredAt = computed(() => {
    const kept = this.begun()?.kept;
    return kept && isTyped(kept.draft) ? kept.keptAt : undefined;
  });
  private readonly base = computed<FormStart | undefined>(() => {
    const begun = this.begun();
    if (!begun || this.leaving()) return undefined;
    return begun.kept ?? this.begin(begun.name, emptyDraft());
  });
  protected readonly start = computed<FormStart | undefined>(() => {
    const [start, service] = [this.base(), this.service()];
    return start && service ? { ...start, draft: { ...start.draft, serviceId: service } } : start;
  });
  private readonly leaving = signal(false);

  constructor() {
    const [location, router] = [inject(Location), inject(Router)];
    const { draft } = (location.getState() ?? {}) as { draft?: string };
    if (!draft) return;
    // The server has kept it under its id already: the page for that goes on with it.
    this.leaving.set(true);
    void router.navigate(['/zuweisungen', draft, 'bearbeiten'], { replaceUrl: true });
  }

  protected async beginAnew(): Promise<void> {
    const { name, kept } = this.begun() ?? {};
    if (name && kept) await this.keptDrafts.drop(name, kept.sent);
    this.begun.set(await this.begunDrafts.beginAnew(this.destroyRef));
  }

  protected clock(at: number): string {
    return clockText(at, this.language.current());
  }

  /** Texts are read untracked: another language or late texts must not begin the form anew. */
  private begin(name: string, draft: ReferralDraft): FormStart {
    const purpose = untracked(() => this.t('referral.new.release.purposeText'));
    return {
      name,
      draft: { ...draft, release: { ...draft.release, purpose } },
      sent: nothingSent,
    };
  }
}
