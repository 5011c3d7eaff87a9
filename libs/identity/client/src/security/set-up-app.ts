import { Component, inject, input, model, signal } from '@angular/core';
import { Api, type ApiProblem, apiProblemOf } from '@lotse/client-kit/api';
import { Control, Dialog, Failure, Field, injectText, ProblemSummary } from '@lotse/client-kit/ui';
import { confirmAuthenticator, prepareAuthenticator } from '@lotse/identity/model';
import { OwnSecurity } from './own-security';
import { QrCode } from './qr-code';

/** Sets up an authenticator app: the code to scan, the same as text, and a code of the app as proof. Replacing one asks for the old one first. */
@Component({
  selector: 'lotse-set-up-app',
  imports: [Control, Dialog, Failure, Field, ProblemSummary, QrCode],
  template: `
    <lotse-dialog [(open)]="open" [heading]="t('security.app.heading')" (closing)="closed()">
      @if (prepared(); as found) {
        <form class="form" id="set-up-app" (submit)="confirm($event)" novalidate>
          <lotse-problem-summary [problem]="problem()" />
          <p>{{ t('security.app.scan') }}</p>
          <div class="cluster app-code">
            <lotse-qr-code [text]="found.address" [label]="t('security.app.qr')" />
            <div class="stack">
              <p class="muted small">{{ t('security.app.byHand') }}</p>
              <p>
                <code class="app-secret">{{ grouped(found.secret) }}</code>
              </p>
            </div>
          </div>
          <lotse-field
            [label]="t('security.app.code')"
            [hint]="t('security.app.codeHint')"
            name="code"
            [problem]="problem()"
            [error]="missing()"
          >
            <input
              lotseControl
              class="control is-short"
              type="text"
              inputmode="numeric"
              autocomplete="one-time-code"
              maxlength="20"
              [value]="code()"
              (input)="code.set($any($event.target).value)"
            />
          </lotse-field>
        </form>
      } @else if (replaces()) {
        <form class="form" id="set-up-app" (submit)="prepare($event)" novalidate>
          <lotse-problem-summary [problem]="problem()" />
          <p>{{ t('security.app.replaceLead') }}</p>
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
        </form>
      } @else if (problem(); as found) {
        <lotse-failure [problem]="found" />
      }
      <ng-container dialogActs>
        <button type="button" class="button" (click)="open.set(false)">{{ t('security.cancel') }}</button>
        @if (prepared() || replaces()) {
          <button type="submit" form="set-up-app" class="button is-filled" [attr.aria-disabled]="busy() || null">
            {{ t(prepared() ? 'security.app.finish' : 'security.app.goOn') }}
          </button>
        }
      </ng-container>
    </lotse-dialog>
  `,
  styles: `
    .app-code {
      align-items: flex-start;
      gap: var(--space-4);
    }
    .app-code .stack {
      flex: 1 1 12em;
    }
    .app-secret {
      font-size: 1.0667rem;
      overflow-wrap: anywhere;
    }
  `,
})
export class SetUpApp {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly security = inject(OwnSecurity);

  readonly open = model(false);
  /** There is one already: a code of it is asked for. */
  readonly replaces = input(false);

  protected readonly prepared = signal<{ secret: string; address: string } | undefined>(undefined);
  protected readonly code = signal('');
  protected readonly missing = signal<string | undefined>(undefined);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  /** Opens, and without an app to replace asks for the secret at once. */
  async begin(): Promise<void> {
    if (this.replaces()) this.open.set(true);
    else await this.ask();
  }

  protected async prepare(event: Event): Promise<void> {
    event.preventDefault();
    if (this.hasCode()) await this.ask();
  }

  protected async confirm(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.hasCode()) return;
    await this.busily(async () => {
      const answer = await this.security.run(() => this.api.send(confirmAuthenticator, { body: { code: this.code() } }));
      if (!answer) return;
      this.open.set(false);
      await this.security.changed(answer.recoveryCodes);
    });
  }

  protected grouped(secret: string): string {
    return secret.replace(/(.{4})(?=.)/g, '$1 ');
  }

  protected closed(): void {
    this.prepared.set(undefined);
    this.missing.set(undefined);
    this.problem.set(undefined);
    this.code.set('');
  }

  private hasCode(): boolean {
    const isThere = this.code().trim() !== '';
    this.missing.set(isThere ? undefined : this.t('security.app.codeMissing'));
    return isThere;
  }

  private async ask(): Promise<void> {
    const code = this.code().trim();
    await this.busily(async () => {
      const answer = await this.security.run(() => this.api.send(prepareAuthenticator, { body: code === '' ? {} : { code } }));
      if (!answer) return;
      this.code.set('');
      this.prepared.set(answer);
      this.open.set(true);
    });
    if (this.problem()) this.open.set(true);
  }

  private async busily(work: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      await work();
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }
}
