import { Component, computed, inject, input, linkedSignal, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api } from '@lotse/client-kit/api';
import { injectText, Loaded, Notice, Page, State } from '@lotse/client-kit/ui';
import { readPerson } from '@lotse/people/model';
import { readReferral } from '@lotse/referral/model';
import { KeptReferralDrafts } from './kept-referral-drafts';
import { contentOf, draftOf } from './referral-draft';
import { ReferralForm, type FormStart } from './referral-form';

/** `/zuweisungen/:id/bearbeiten`: going on with a draft that the server keeps. */
@Component({
  selector: 'lotse-edit-draft-page',
  imports: [Loaded, Notice, Page, ReferralForm, RouterLink, State],
  template: `
    <lotse-page
      [title]="t('referral.new.editTitle')"
      [lead]="t('referral.new.lead')"
      width="full"
      back="/zuweisungen"
      [backLabel]="t('referral.sent.title')"
    >
      <lotse-state [of]="referral" [rows]="6" [rowHeight]="72">
        <ng-template [lotseLoaded]="referral" let-found>
          @if (found.state !== 'draft') {
            <lotse-notice tone="info" [heading]="t('referral.new.alreadySent')">
              <a class="button" [routerLink]="['/zuweisungen', found.id]">{{ t('referral.new.toReferral') }}</a>
            </lotse-notice>
          } @else {
            <lotse-state [of]="person" [rows]="6" [rowHeight]="72">
              <ng-template [lotseLoaded]="person">
                @if (start(); as start) {
                  <lotse-referral-form [start]="start" />
                }
              </ng-template>
            </lotse-state>
          }
        </ng-template>
      </lotse-state>
    </lotse-page>
  `,
})
export class EditDraftPage {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly keptDrafts = inject(KeptReferralDrafts);

  readonly id = input.required<string>();
  protected readonly referral = this.api.read(readReferral, () => ({ params: { id: this.id() } }));
  private readonly personId = computed(() => (this.referral.hasValue() ? this.referral.value().personId : undefined));
  protected readonly person = this.api.read(readPerson, () => {
    const id = this.personId();
    return id ? { params: { id } } : undefined;
  });

  /** Null when nothing was kept. */
  private readonly kept = resource({ params: () => this.id(), loader: async ({ params }) => (await this.keptDrafts.of(params)) ?? null });

  /** Made once for each draft; reading it again must not take away what was typed since. */
  protected readonly start = linkedSignal<FormStart | undefined, FormStart | undefined>({
    source: computed(() => this.startNow()),
    computation: (now, earlier) => (earlier?.value?.name === this.id() ? earlier.value : now),
  });

  /** What is kept in the browser goes on where it was, unless somebody has changed the draft on the server since. */
  private startNow(): FormStart | undefined {
    if (!this.referral.hasValue() || !this.person.hasValue() || !this.kept.hasValue()) return undefined;
    const [referral, kept] = [this.referral.value(), this.kept.value()];
    if (kept?.sent.referral?.version === referral.version) return { name: referral.id, draft: kept.draft, sent: kept.sent };
    const draft = draftOf(referral, this.person.value());
    const purpose = this.t('referral.new.release.purposeText');
    return {
      name: referral.id,
      draft: { ...draft, release: { ...draft.release, purpose } },
      sent: { keys: {}, referral: { id: referral.id, version: referral.version, print: JSON.stringify(contentOf(draft)) } },
    };
  }
}
