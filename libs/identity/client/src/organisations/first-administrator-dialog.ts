import { Component, inject, input, linkedSignal, model, output, signal } from '@angular/core';
import { Api, type ApiProblem, apiProblemOf } from '@lotse/client-kit/api';
import { Control, Field, FormDialog, injectText } from '@lotse/client-kit/ui';
import { type AdministeredOrganisation, inviteAdministrator } from '@lotse/identity/model';
import type { LinkOnItsWay } from '../staff/link/link-note';

/** Invites whoever lets everybody else in. */
@Component({
  selector: 'lotse-first-administrator-dialog',
  imports: [Control, Field, FormDialog],
  template: `
    <lotse-form-dialog
      [(open)]="open"
      [heading]="t('organisations.first.heading', { name: organisation()?.name ?? '' })"
      [act]="t('organisations.first.send')"
      [busy]="busy()"
      [problem]="problem()"
      (send)="send()"
    >
      <p class="muted">{{ t('organisations.first.lead') }}</p>
      <lotse-field [label]="t('organisations.first.name')" name="displayName" [problem]="problem()" [error]="missing(name())">
        <input lotseControl type="text" maxlength="120" autocomplete="off" [value]="name()" (input)="name.set($any($event.target).value)" />
      </lotse-field>
      <lotse-field [label]="t('organisations.first.email')" name="email" [problem]="problem()" [error]="missing(email())">
        <input
          lotseControl
          type="email"
          maxlength="200"
          autocomplete="off"
          [value]="email()"
          (input)="email.set($any($event.target).value)"
        />
      </lotse-field>
    </lotse-form-dialog>
  `,
})
export class FirstAdministratorDialog {
  protected readonly t = injectText();
  private readonly api = inject(Api);

  readonly open = model(false);
  readonly organisation = input<AdministeredOrganisation>();
  readonly done = output<LinkOnItsWay>();

  protected readonly name = linkedSignal<boolean, string>({ source: this.open, computation: () => '' });
  protected readonly email = linkedSignal<boolean, string>({ source: this.open, computation: () => '' });
  protected readonly problem = linkedSignal<boolean, ApiProblem | undefined>({ source: this.open, computation: () => undefined });
  private readonly tried = linkedSignal<boolean, boolean>({ source: this.open, computation: () => false });
  protected readonly busy = signal(false);

  protected missing(value: string): string | undefined {
    return this.tried() && value.trim() === '' ? this.t('organisations.missing') : undefined;
  }

  protected async send(): Promise<void> {
    this.tried.set(true);
    const [displayName, email, organisation] = [this.name().trim(), this.email().trim(), this.organisation()];
    if (this.busy() || displayName === '' || email === '' || !organisation) return;
    this.busy.set(true);
    try {
      const sent = await this.api.send(inviteAdministrator, { params: { id: organisation.id }, body: { displayName, email } });
      this.open.set(false);
      this.done.emit({ ...sent, email });
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }
}
