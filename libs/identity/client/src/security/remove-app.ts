import { Component, inject, model, signal } from '@angular/core';
import { Api, type ApiProblem, apiProblemOf } from '@lotse/client-kit/api';
import { Control, Field, FormDialog, injectText } from '@lotse/client-kit/ui';
import { removeAuthenticator } from '@lotse/identity/model';
import { OwnSecurity } from './own-security';

/** Removes the authenticator app, with a fresh code of it. */
@Component({
  selector: 'lotse-remove-app',
  imports: [Control, Field, FormDialog],
  template: `
    <lotse-form-dialog
      [(open)]="open"
      [heading]="t('security.app.removeHeading')"
      width="narrow"
      (closing)="closed()"
      [act]="t('security.app.remove')"
      [labels]="{}"
      [isDanger]="true"
      [busy]="busy()"
      [problem]="problem()"
      (send)="send()"
    >
      <p>{{ t('security.app.removeLead') }}</p>
      <lotse-field [label]="t('security.app.oldCode')" name="code" [problem]="problem()" [error]="missing()">
        <input
          lotseControl
          class="control is-medium"
          type="text"
          autocomplete="one-time-code"
          maxlength="20"
          [value]="code()"
          (input)="code.set($any($event.target).value)"
        />
      </lotse-field>
    </lotse-form-dialog>
  `,
})
export class RemoveApp {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly security = inject(OwnSecurity);
  readonly open = model(false);
  protected readonly code = signal('');
  protected readonly missing = signal<string | undefined>(undefined);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  protected async send(): Promise<void> {
    const isMissing = this.code().trim() === '';
    this.missing.set(isMissing ? this.t('security.app.codeMissing') : undefined);
    if (this.busy() || isMissing) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      const removed = await this.security.run(() => this.api.send(removeAuthenticator, { body: { code: this.code() } }));
      if (removed) this.open.set(false);
      await this.security.changed();
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }

  protected closed(): void {
    this.code.set('');
    this.missing.set(undefined);
    this.problem.set(undefined);
  }
}
