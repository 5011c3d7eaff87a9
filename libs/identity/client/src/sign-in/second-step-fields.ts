import { afterNextRender, Component, type ElementRef, input, model, viewChild } from '@angular/core';
import type { ApiProblem } from '@lotse/client-kit/api';
import { Control, Field, injectText } from '@lotse/client-kit/ui';

/** The second step of signing in: the code of the app, or one from the paper, in the same field. */
@Component({
  selector: 'lotse-second-step-fields',
  imports: [Control, Field],
  template: `
    <div>
      <h2 #heading tabindex="-1">{{ t('identity.signIn.second.heading') }}</h2>
      <p class="muted">{{ t(lead()) }}</p>
    </div>
    @if (takesCodes()) {
      <lotse-field [label]="t('identity.signIn.second.code')" [hint]="hint()" name="code" [problem]="problem()" [error]="missing()">
        <input
          #box
          lotseControl
          class="control is-medium"
          type="text"
          name="code"
          autocomplete="one-time-code"
          autocapitalize="characters"
          spellcheck="false"
          maxlength="20"
          [value]="code()"
          (input)="code.set($any($event.target).value)"
        />
      </lotse-field>
    }
  `,
  host: { class: 'stack' },
})
export class SecondStepFields {
  protected readonly t = injectText();
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');
  private readonly box = viewChild<ElementRef<HTMLElement>>('box');
  readonly ways = input.required<readonly string[]>();
  readonly code = model('');
  readonly problem = input<ApiProblem | undefined>();
  readonly tried = input(false);

  constructor() {
    afterNextRender(() => (this.box() ?? this.heading()).nativeElement.focus());
  }

  protected takesCodes(): boolean {
    return this.ways().includes('code') || this.ways().includes('recovery_code');
  }

  protected lead(): string {
    if (this.ways().includes('code')) return 'identity.signIn.second.byCode';
    return this.takesCodes() ? 'identity.signIn.second.byPasskeyOrPaper' : 'identity.signIn.second.byPasskey';
  }

  protected hint(): string | undefined {
    return this.ways().includes('code') && this.ways().includes('recovery_code') ? this.t('identity.signIn.second.paper') : undefined;
  }

  protected missing(): string | undefined {
    return this.tried() && this.code().trim() === '' ? this.t('identity.signIn.missing.code') : undefined;
  }
}
