import { Component, inject, signal } from '@angular/core';
import { Api, type ApiProblem, apiProblemOf } from '@lotse/client-kit/api';
import { Control, Field, injectText, Notice, ProblemSummary } from '@lotse/client-kit/ui';
import { askForNewAccess } from '@lotse/identity/model';

/** Asks for a link to a new password. What one reads afterwards is the same whether there is such an account or not. */
@Component({
  selector: 'lotse-ask-for-access',
  imports: [Control, Field, Notice, ProblemSummary],
  template: `
    @if (asked()) {
      <lotse-notice tone="info" [heading]="t('access.ask.done')">
        <p>{{ t('access.ask.doneWhat', { email: email() }) }}</p>
      </lotse-notice>
    } @else {
      <form class="form" (submit)="send($event)" novalidate>
        <p>{{ t('access.ask.lead') }}</p>
        <lotse-problem-summary [problem]="problem()" />
        <lotse-field
          [label]="t('access.email')"
          name="email"
          [problem]="problem()"
          [error]="tried() && !email().trim() ? t('access.emailMissing') : undefined"
        >
          <input
            lotseControl
            type="email"
            autocomplete="username"
            maxlength="200"
            [value]="email()"
            (input)="email.set($any($event.target).value)"
          />
        </lotse-field>
        <button type="submit" class="button is-filled is-wide" [attr.aria-disabled]="busy() || null">{{ t('access.ask.submit') }}</button>
      </form>
    }
  `,
})
export class AskForAccess {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  protected readonly email = signal('');
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly asked = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const email = this.email().trim();
    if (email === '' || this.busy()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      await this.api.send(askForNewAccess, { body: { email } });
      this.asked.set(true);
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }
}
