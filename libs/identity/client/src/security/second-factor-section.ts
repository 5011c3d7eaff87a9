import { Component, inject, input, signal, viewChild } from '@angular/core';
import { Api, type ApiProblem } from '@lotse/client-kit/api';
import { Chip, Failure, Icon, injectText, PlainDayPipe } from '@lotse/client-kit/ui';
import { type OwnSignIn, renewRecoveryCodes } from '@lotse/identity/model';
import { OwnSecurity } from './own-security';
import { RemoveApp } from './remove-app';
import { SetUpApp } from './set-up-app';

/** The app on the phone, and the codes on paper. */
@Component({
  selector: 'lotse-second-factor-section',
  imports: [Chip, Failure, Icon, PlainDayPipe, RemoveApp, SetUpApp],
  template: `
    @if (problem(); as found) {
      <lotse-failure [problem]="found" />
    }
    <ul class="rows">
      <li class="row">
        <div class="row-what">
          <strong>{{ t('security.app.name') }}</strong>
          <span class="muted small">
            @if (own().authenticatorSince; as since) {
              {{ t('security.app.since', { day: (since | plainDay) }) }}
            } @else {
              {{ t(own().authenticatorAvailable ? 'security.app.none' : 'security.app.unavailable') }}
            }
          </span>
        </div>
        <div class="cluster">
          @if (own().authenticatorSince) {
            <lotse-chip tone="done" icon="check">{{ t('security.isSetUp') }}</lotse-chip>
            <button type="button" class="button is-text is-small" (click)="setUp().begin()">{{ t('security.app.replace') }}</button>
            <button type="button" class="button is-text is-small" (click)="removing.set(true)">{{ t('security.app.remove') }}</button>
          } @else if (own().authenticatorAvailable) {
            <button type="button" class="button" (click)="setUp().begin()">
              <lotse-icon name="smartphone" />{{ t('security.app.setUp') }}
            </button>
          }
        </div>
      </li>
      @if (own().authenticatorSince || own().passkeys.length > 0) {
        <li class="row">
          <div class="row-what">
            <strong>{{ t('security.codes.name') }}</strong>
            <span class="muted small">{{ t('security.codes.left', { count: own().recoveryCodesLeft }) }}</span>
          </div>
          <button type="button" class="button is-text is-small" (click)="renewCodes()">{{ t('security.codes.renew') }}</button>
        </li>
      }
    </ul>
    <lotse-set-up-app [replaces]="own().authenticatorSince !== null" />
    <lotse-remove-app [(open)]="removing" />
  `,
})
export class SecondFactorSection {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly security = inject(OwnSecurity);
  protected readonly setUp = viewChild.required(SetUpApp);
  readonly own = input.required<OwnSignIn>();
  protected readonly removing = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  protected async renewCodes(): Promise<void> {
    this.problem.set(
      await this.security.attempt(async () => {
        const { recoveryCodes } = await this.api.send(renewRecoveryCodes, { body: {} });
        await this.security.changed(recoveryCodes);
      }),
    );
  }
}
