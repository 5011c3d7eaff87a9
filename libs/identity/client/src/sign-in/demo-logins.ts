import { Component, inject, output } from '@angular/core';
import { Api } from '@lotse/client-kit/api';
import { Icon, injectText } from '@lotse/client-kit/ui';
import { readDemoLogins } from '@lotse/identity/model';

/** Whom somebody wants to be in the demo region. */
export interface DemoLogin {
  readonly email: string;
  readonly password: string;
}

/** The invented people of the demo region: one click signs in. Nothing is shown outside the demo region, or when reading fails. */
@Component({
  selector: 'lotse-demo-logins',
  imports: [Icon],
  template: `
    @if (demo.hasValue() && demo.value().password !== null && demo.value().logins.length > 0) {
      <section class="demo-logins" aria-labelledby="demo-logins">
        <h2 id="demo-logins">{{ t('identity.demo.heading') }}</h2>
        <p class="muted">
          {{ t('identity.demo.lead') }} <code>{{ demo.value().password }}</code>
        </p>
        <ul>
          @for (login of demo.value().logins; track login.email) {
            <li>
              <button type="button" class="demo-login" (click)="choose.emit({ email: login.email, password: demo.value().password ?? '' })">
                <span class="demo-login-who">
                  <strong>{{ login.displayName }}</strong>
                  <span>{{ rolesText(login.roles) }}</span>
                </span>
                <span class="demo-login-where">{{ login.organisation }}</span>
                <lotse-icon name="arrow-right" [size]="16" />
              </button>
            </li>
          }
        </ul>
      </section>
    }
  `,
})
export class DemoLogins {
  protected readonly t = injectText();
  protected readonly demo = inject(Api).read(readDemoLogins, () => ({}));
  readonly choose = output<DemoLogin>();

  protected rolesText(roles: readonly string[]): string {
    return roles.map((role) => this.t(`identity.role.${role}`)).join(', ');
  }
}
