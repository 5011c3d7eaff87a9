import { Component, inject } from '@angular/core';
import { Api } from '@lotse/client-kit/api';
import { injectText, Loaded, Page, State } from '@lotse/client-kit/ui';
import { readIdentityProvider, readSignInRules } from '@lotse/identity/model';
import { ProviderForm } from './provider-form';
import { RulesForm } from './rules-form';

/** `/verwaltung/anmeldung`: what the organisation asks of its staff when they sign in, and the account service they may use. */
@Component({
  selector: 'lotse-sign-in-rules-page',
  imports: [Loaded, Page, ProviderForm, RulesForm, State],
  template: `
    <lotse-page [title]="t('signInRules.title')" [lead]="t('signInRules.lead')" width="narrow">
      <lotse-state [of]="rules">
        <ng-template [lotseLoaded]="rules" let-found>
          <lotse-rules-form [rules]="found" (changed)="rules.reload()" />
        </ng-template>
      </lotse-state>
      <lotse-state [of]="provider">
        <ng-template [lotseLoaded]="provider" let-found>
          <lotse-provider-form [known]="found" (changed)="provider.reload()" />
        </ng-template>
      </lotse-state>
    </lotse-page>
  `,
  styles: 'lotse-state + lotse-state { display: block; margin-block-start: var(--space-5); }',
})
export class SignInRulesPage {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  protected readonly rules = this.api.read(readSignInRules, () => ({}));
  protected readonly provider = this.api.read(readIdentityProvider, () => ({}));
}
