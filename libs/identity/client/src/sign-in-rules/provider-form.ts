import { Component, inject, input, linkedSignal, output, signal } from '@angular/core';
import { Api, type ApiProblem, apiProblemOf } from '@lotse/client-kit/api';
import { Checkbox, Control, Fact, Field, injectText, Notice, ProblemSummary, Toasts } from '@lotse/client-kit/ui';
import { changeIdentityProvider, type readIdentityProvider } from '@lotse/identity/model';
import type { AnswerOf } from '@lotse/kernel';
import { draftOf, providerOf, type ProviderDraft } from './provider-draft';
import { RoleMappingFields } from './role-mapping-fields';

const texts = ['clientId', 'mailDomains'] as const;

/** The account service of the organisation: where it is, who is led there, and what somebody there is here. */
@Component({
  selector: 'lotse-provider-form',
  imports: [Checkbox, Control, Fact, Field, Notice, ProblemSummary, RoleMappingFields],
  template: `
    <form class="form" (submit)="send($event)" novalidate>
      <lotse-problem-summary [problem]="problem()" />
      <section class="form-section" aria-labelledby="provider">
        <h2 id="provider">{{ t('signInRules.provider.heading') }}</h2>
        <p class="muted">{{ t('signInRules.provider.lead') }}</p>
        @if (known().issuersAllowed.length === 0) {
          <lotse-notice tone="info" [heading]="t('signInRules.provider.none')">
            <p>{{ t('signInRules.provider.noneWhy') }}</p>
          </lotse-notice>
        } @else {
          <dl class="facts">
            <div lotseFact [term]="t('signInRules.provider.callback')">
              <code>{{ known().callback }}</code>
            </div>
            <div lotseFact [term]="t('signInRules.provider.secret')">
              {{ t(known().hasSecret ? 'signInRules.provider.secretSet' : 'signInRules.provider.secretMissing') }}
              @if (!known().hasSecret) {
                <code>{{ known().secretName }}</code>
              }
            </div>
          </dl>
          <lotse-field [label]="t('signInRules.provider.issuer')" name="issuer" [problem]="problem()">
            <select lotseControl (change)="set({ issuer: $any($event.target).value })">
              @for (issuer of known().issuersAllowed; track issuer) {
                <option [value]="issuer" [selected]="issuer === draft().issuer">{{ issuer }}</option>
              }
            </select>
          </lotse-field>
          @for (name of texts; track name) {
            <lotse-field
              [label]="t('signInRules.provider.' + name)"
              [hint]="name === 'mailDomains' ? t('signInRules.provider.mailDomainsHint') : undefined"
              [name]="name"
              [problem]="problem()"
            >
              <input lotseControl type="text" autocomplete="off" [value]="draft()[name]" (input)="setText(name, $event)" />
            </lotse-field>
          }
          <lotse-role-mapping-fields
            [claim]="draft().roleClaim"
            [mapped]="draft().mapped"
            (claimChange)="set({ roleClaim: $event })"
            (mappedChange)="set({ mapped: $event })"
          />
          <lotse-checkbox
            [label]="t('signInRules.provider.strong')"
            [hint]="t('signInRules.provider.strongHint')"
            name="isStrong"
            [checked]="draft().isStrong"
            (checkedChange)="set({ isStrong: $event })"
          />
          <lotse-checkbox
            [label]="t('signInRules.provider.enabled')"
            name="isEnabled"
            [checked]="draft().isEnabled"
            (checkedChange)="set({ isEnabled: $event })"
          />
          <p>
            <button type="submit" class="button" [attr.aria-disabled]="busy() || null">{{ t('signInRules.provider.save') }}</button>
          </p>
        }
      </section>
    </form>
  `,
})
export class ProviderForm {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly texts = texts;
  readonly known = input.required<AnswerOf<typeof readIdentityProvider>>();
  readonly changed = output();
  protected readonly draft = linkedSignal(() => draftOf(this.known().provider, this.known().issuersAllowed));
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  protected set(change: Partial<ProviderDraft>): void {
    this.draft.update((draft) => ({ ...draft, ...change }));
  }

  protected setText(name: (typeof texts)[number], event: Event): void {
    this.set({ [name]: (event.target as HTMLInputElement).value });
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      await this.api.send(changeIdentityProvider, { body: providerOf(this.draft()), version: this.known().version });
      this.toasts.show(this.t('signInRules.saved'));
      this.changed.emit();
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }
}
