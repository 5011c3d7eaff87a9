import { Component, inject, signal } from '@angular/core';
import { Api, type ApiProblem, apiProblemOf } from '@lotse/client-kit/api';
import { Control, Field, FormDialog, injectText, Toasts } from '@lotse/client-kit/ui';
import { changePassword, passwordLengthAtLeast } from '@lotse/identity/model';
import { OwnSecurity } from './own-security';

const fields = ['oldPassword', 'password'] as const;

/** Choosing another password, with the old one. */
@Component({
  selector: 'lotse-password-section',
  imports: [Control, Field, FormDialog],
  template: `
    <p class="muted">{{ t('security.password.lead') }}</p>
    <p>
      <button type="button" class="button" (click)="open.set(true)">{{ t('security.password.act') }}</button>
    </p>
    <lotse-form-dialog
      [(open)]="open"
      [heading]="t('security.password.act')"
      width="narrow"
      (closing)="closed()"
      [act]="t('security.password.act')"
      [labels]="labels()"
      [busy]="busy()"
      [problem]="problem()"
      (send)="send()"
    >
      @for (name of fields; track name) {
        <lotse-field
          [label]="t('security.password.' + name)"
          [hint]="name === 'password' ? t('security.password.hint', { count: atLeast }) : undefined"
          [name]="name"
          [problem]="problem()"
          [error]="missing(name)"
        >
          <input
            lotseControl
            type="password"
            [name]="name"
            [autocomplete]="name === 'password' ? 'new-password' : 'current-password'"
            [value]="values()[name]"
            (input)="set(name, $any($event.target).value)"
          />
        </lotse-field>
      }
      <p class="muted small">{{ t('security.password.signsOut') }}</p>
    </lotse-form-dialog>
  `,
  host: { class: 'stack' },
})
export class PasswordSection {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly security = inject(OwnSecurity);
  private readonly toasts = inject(Toasts);
  protected readonly fields = fields;
  protected readonly atLeast = passwordLengthAtLeast;
  protected readonly open = signal(false);
  protected readonly values = signal({ oldPassword: '', password: '' });
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  protected labels(): Record<string, string> {
    return Object.fromEntries(fields.map((name) => [name, this.t(`security.password.${name}`)]));
  }

  protected set(name: (typeof fields)[number], value: string): void {
    this.values.update((values) => ({ ...values, [name]: value }));
  }

  protected missing(name: (typeof fields)[number]): string | undefined {
    return this.tried() && this.values()[name] === '' ? this.t(`security.password.missing.${name}`) : undefined;
  }

  protected async send(): Promise<void> {
    this.tried.set(true);
    if (this.busy() || fields.some((name) => this.values()[name] === '')) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      await this.api.send(changePassword, { body: this.values() });
      this.open.set(false);
      this.toasts.show(this.t('security.password.changed'));
      await this.security.changed();
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }

  protected closed(): void {
    this.values.set({ oldPassword: '', password: '' });
    this.problem.set(undefined);
    this.tried.set(false);
  }
}
