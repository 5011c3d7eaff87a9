import { Component, input, model, signal } from '@angular/core';
import type { ApiProblem } from '@lotse/client-kit/api';
import { Checkbox, Control, Field, injectText } from '@lotse/client-kit/ui';

/** A password that is chosen: long rather than odd, typed once, and shown when one wants to see it. Password managers know whose it is. */
@Component({
  selector: 'lotse-new-password-field',
  imports: [Checkbox, Control, Field],
  template: `
    <input class="visually-hidden" type="email" autocomplete="username" tabindex="-1" aria-hidden="true" readonly [value]="email()" />
    <lotse-field [label]="t('access.password')" [hint]="t('access.passwordHint')" name="password" [problem]="problem()" [error]="error()">
      <input
        lotseControl
        [type]="shown() ? 'text' : 'password'"
        autocomplete="new-password"
        maxlength="200"
        spellcheck="false"
        [value]="password()"
        (input)="password.set($any($event.target).value)"
      />
    </lotse-field>
    <lotse-checkbox [label]="t('access.show')" [(checked)]="shown" />
  `,
  host: { class: 'stack' },
})
export class NewPasswordField {
  protected readonly t = injectText();
  readonly email = input.required<string>();
  readonly password = model('');
  readonly problem = input<ApiProblem>();
  readonly error = input<string>();
  protected readonly shown = signal(false);
}
