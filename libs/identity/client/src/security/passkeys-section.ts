import { Component, inject, input, linkedSignal, signal } from '@angular/core';
import { Api, type ApiProblem } from '@lotse/client-kit/api';
import { Chip, Control, Failure, Field, FormDialog, Icon, injectText, PlainDayPipe } from '@lotse/client-kit/ui';
import { type OwnSignIn, type Passkey, preparePasskey, registerPasskey, removePasskey, renamePasskey } from '@lotse/identity/model';
import { makePasskey, passkeysWork } from '../sign-in/browser-passkeys';
import { OwnSecurity } from './own-security';

/** The passkeys of whoever is signed in: set up, name, remove. */
@Component({
  selector: 'lotse-passkeys-section',
  imports: [Chip, Control, Failure, Field, FormDialog, Icon, PlainDayPipe],
  template: `
    @if (problem(); as found) {
      <lotse-failure [problem]="found" />
    }
    @if (own().passkeys.length > 0) {
      <ul class="rows">
        @for (passkey of own().passkeys; track passkey.id) {
          <li class="row">
            @if (renaming() === passkey.id) {
              <form class="row-form" (submit)="rename($event, passkey)" (keydown.escape)="renaming.set(undefined)">
                <lotse-field
                  [label]="t('security.passkey.name')"
                  [name]="'name-' + passkey.id"
                  [error]="name().trim() ? undefined : t('security.passkey.nameMissing')"
                >
                  <input
                    lotseControl
                    type="text"
                    autocomplete="off"
                    maxlength="60"
                    [value]="name()"
                    (input)="name.set($any($event.target).value)"
                  />
                </lotse-field>
                <button type="submit" class="button">{{ t('security.passkey.keepName') }}</button>
                <button type="button" class="button is-text" (click)="renaming.set(undefined)">{{ t('security.cancel') }}</button>
              </form>
            } @else {
              <div class="row-what">
                <strong>{{ passkey.name }}</strong>
                <span class="muted small">
                  {{ t('security.passkey.since', { day: (passkey.createdAt | plainDay) }) }}
                  @if (passkey.lastUsedAt; as used) {
                    · {{ t('security.passkey.used', { day: (used | plainDay) }) }}
                  }
                </span>
              </div>
              <div class="cluster">
                <lotse-chip tone="done" icon="check">{{ t('security.isSetUp') }}</lotse-chip>
                <button type="button" class="button is-text is-small" [attr.aria-label]="named('rename', passkey)" (click)="begin(passkey)">
                  {{ t('security.passkey.rename') }}
                </button>
                <button type="button" class="button is-text is-small" [attr.aria-label]="named('remove', passkey)" (click)="ask(passkey)">
                  {{ t('security.passkey.remove') }}
                </button>
              </div>
            }
          </li>
        }
      </ul>
    }
    @if (works) {
      <form class="form" (submit)="register($event)" novalidate>
        <lotse-field [label]="t('security.passkey.newName')" [hint]="t('security.passkey.newNameHint')" name="passkey-name">
          <input
            lotseControl
            class="control is-medium"
            type="text"
            autocomplete="off"
            maxlength="60"
            [value]="newName()"
            (input)="newName.set($any($event.target).value)"
          />
        </lotse-field>
        <p>
          <button type="submit" class="button" [attr.aria-disabled]="busy() || null">
            <lotse-icon name="key-round" />{{ t('security.passkey.setUp') }}
          </button>
        </p>
      </form>
    } @else {
      <p class="muted">{{ t('security.passkey.unavailable') }}</p>
    }
    <lotse-form-dialog
      [(open)]="removing"
      [heading]="t('security.passkey.removeHeading')"
      width="narrow"
      [act]="t('security.passkey.removeAct')"
      [isDanger]="true"
      [busy]="busy()"
      [problem]="refused()"
      (send)="remove()"
    >
      <p>{{ t('security.passkey.removeLead', { name: asked()?.name ?? '' }) }}</p>
    </lotse-form-dialog>
  `,
  styles: `
    .rows + .form {
      margin-block-start: var(--space-5);
    }
  `,
})
export class PasskeysSection {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly security = inject(OwnSecurity);
  readonly own = input.required<OwnSignIn>();
  protected readonly works = passkeysWork();
  protected readonly busy = signal(false);
  protected readonly newName = signal('');
  protected readonly renaming = signal<string | undefined>(undefined);
  protected readonly name = signal('');
  protected readonly asked = signal<Passkey | undefined>(undefined);
  protected readonly removing = signal(false);
  protected readonly refused = linkedSignal<boolean, ApiProblem | undefined>({ source: this.removing, computation: () => undefined });
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  protected async register(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    this.busy.set(true);
    const name = this.newName().trim() || this.t('security.passkey.usualName');
    await this.attempt(async () => {
      const { options } = await this.api.send(preparePasskey, { body: {} });
      const credential = await makePasskey(options);
      // Closed without making one: nothing has changed, and whoever closed it knows.
      if (!credential) return;
      const { recoveryCodes } = await this.api.send(registerPasskey, { body: { name, credential } });
      this.newName.set('');
      await this.security.changed(recoveryCodes);
    });
    this.busy.set(false);
  }

  protected begin(passkey: Passkey): void {
    this.name.set(passkey.name);
    this.renaming.set(passkey.id);
  }

  protected async rename(event: Event, { id }: Passkey): Promise<void> {
    event.preventDefault();
    const name = this.name().trim();
    if (name === '') return;
    await this.attempt(async () => {
      await this.api.send(renamePasskey, { params: { id }, body: { name } });
      this.renaming.set(undefined);
      await this.security.changed();
    });
  }

  /** What is removed does not come back, so it is asked for once. */
  protected ask(passkey: Passkey): void {
    this.asked.set(passkey);
    this.removing.set(true);
  }

  protected async remove(): Promise<void> {
    const passkey = this.asked();
    if (!passkey || this.busy()) return;
    this.busy.set(true);
    this.refused.set(
      await this.security.attempt(async () => {
        await this.api.send(removePasskey, { params: { id: passkey.id }, body: {} });
        this.removing.set(false);
        await this.security.changed();
      }),
    );
    this.busy.set(false);
  }

  protected named(act: 'rename' | 'remove', { name }: Passkey): string {
    return `${this.t(`security.passkey.${act}`)}: ${name}`;
  }

  private async attempt(act: () => Promise<unknown>): Promise<void> {
    this.problem.set(undefined);
    this.problem.set(await this.security.attempt(act));
  }
}
