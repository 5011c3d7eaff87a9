import { Component, effect, inject, input, signal } from '@angular/core';
import { Api, type ApiProblem, apiProblemOf } from '@lotse/client-kit/api';
import { Failure, Icon, injectText } from '@lotse/client-kit/ui';
import { findSingleSignOn, mailDomainSchema, startSingleSignOn } from '@lotse/identity/model';

/** Leads to the account service of one's organisation, where the address says that there is one. Only its domain is asked for. */
@Component({
  selector: 'lotse-single-sign-on-choice',
  imports: [Failure, Icon],
  template: `
    @if (problem(); as found) {
      <lotse-failure [problem]="found" (retry)="problem.set(undefined)" />
    }
    @for (choice of choices(); track choice.organisationId) {
      <button type="button" class="button is-wide" (click)="go(choice.organisationId)" [attr.aria-disabled]="leaving() || null">
        <lotse-icon name="building" />
        {{ choices().length > 1 ? t('identity.signIn.singleSignOnOf', { name: choice.name }) : t('identity.signIn.singleSignOn') }}
      </button>
    }
  `,
  host: { class: 'stack', '[hidden]': 'choices().length === 0' },
})
export class SingleSignOnChoice {
  protected readonly t = injectText();
  private readonly api = inject(Api);

  /** What was typed, once somebody has left the field. */
  readonly email = input.required<string>();
  /** The page to go to afterwards. */
  readonly target = input<string>();
  protected readonly leaving = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly choices = signal<readonly { organisationId: string; name: string }[]>([]);
  private asked = '';

  constructor() {
    effect(() => void this.find(this.email().slice(this.email().lastIndexOf('@') + 1)));
  }

  protected async go(organisationId: string): Promise<void> {
    if (this.leaving()) return;
    this.leaving.set(true);
    this.problem.set(undefined);
    const target = this.target();
    try {
      const body = { organisationId, email: this.email(), ...(target ? { target } : {}) };
      const { address } = await this.api.send(startSingleSignOn, { body });
      location.assign(address);
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
      this.leaving.set(false);
    }
  }

  /** Not finding out is no failure: address and password are there all the same. */
  private async find(text: string): Promise<void> {
    const domain = mailDomainSchema.safeParse(text).data ?? '';
    if (domain === this.asked || !this.email().includes('@')) return;
    this.asked = domain;
    const found = domain && (await this.api.send(findSingleSignOn, { query: { domain } }).catch(() => undefined));
    if (this.asked === domain) this.choices.set(found ? found.items : []);
  }
}
