import { Component, inject } from '@angular/core';
import {
  Checkbox,
  type Choice,
  densities,
  type DensityName,
  injectText,
  LanguageSwitch,
  Notice,
  Page,
  Preferences,
  RadioGroup,
  ThemeSwitch,
  toastTimes,
  type ToastSeconds,
} from '@lotse/client-kit/ui';
import { CurrentSession, KeptPreferences } from '@lotse/identity/client';
import { Leaving } from '../frame/leaving';
import { CalendarFeed } from './calendar-feed';
import { LetterFields } from './letter-fields';
import { SampleRows } from './sample-rows';

/** `/einstellungen`: how Lotse looks and is handled. Everything holds at once, and follows into every browser one signs in with. */
@Component({
  selector: 'lotse-settings-page',
  imports: [CalendarFeed, Checkbox, LanguageSwitch, LetterFields, Notice, Page, RadioGroup, SampleRows, ThemeSwitch],
  template: `
    <lotse-page [title]="t('settings.title')" [lead]="t('settings.lead')" width="narrow">
      <p pageNote class="settings-state small muted" role="status">{{ state() }}</p>
      @if (kept.state() === 'failed') {
        <lotse-notice tone="due" [heading]="t('settings.failed')">
          <p>{{ t('settings.failedWhy') }}</p>
          <p>
            <button type="button" class="button" (click)="kept.save()">{{ t('kit.state.retry') }}</button>
          </p>
        </lotse-notice>
      }
      <div class="form">
        <section class="form-section" aria-labelledby="settings-look">
          <h2 id="settings-look">{{ t('settings.look') }}</h2>
          <div class="settings-line">
            <span class="field-label">{{ t('kit.language') }}</span><lotse-language-switch />
          </div>
          <div class="settings-line">
            <span class="field-label">{{ t('kit.theme.label') }}</span><lotse-theme-switch />
          </div>
          <lotse-radio-group
            [label]="t('settings.density.label')"
            name="density"
            layout="row"
            [choices]="densityChoices()"
            [value]="preferences.density()"
            (valueChange)="preferences.change({ density: asDensity($event) })"
          />
          <lotse-sample-rows />
        </section>

        <section class="form-section" aria-labelledby="keys">
          <h2 id="keys">{{ t('settings.keys.heading') }}</h2>
          <lotse-checkbox
            [label]="t('settings.keys.single')"
            [hint]="t('settings.keys.singleHint')"
            name="singleKeys"
            [checked]="preferences.singleKeys()"
            (checkedChange)="preferences.change({ singleKeys: $event })"
          />
          @if (preferences.singleKeys()) {
            <p class="muted">{{ t('settings.keys.lead') }}</p>
            <lotse-letter-fields />
          }
        </section>

        <section class="form-section" aria-labelledby="settings-toasts">
          <h2 id="settings-toasts">{{ t('settings.toasts.heading') }}</h2>
          <lotse-radio-group
            [label]="t('settings.toasts.label')"
            [hint]="t('settings.toasts.hint')"
            name="toastSeconds"
            layout="row"
            [choices]="toastChoices()"
            [value]="'' + preferences.toastSeconds()"
            (valueChange)="preferences.change({ toastSeconds: asSeconds($event) })"
          />
        </section>

        @if (session.may('calendarFeed.keep')) {
          <lotse-calendar-feed />
        }

        <section class="form-section" aria-labelledby="settings-device">
          <h2 id="settings-device">{{ t('settings.device.heading') }}</h2>
          <p>{{ t('settings.device.lead', { email: session.session()?.staff?.email ?? '' }) }}</p>
          <p>
            <button type="button" class="button" (click)="leaving.run()">{{ t('settings.device.signOut') }}</button>
          </p>
        </section>
      </div>
    </lotse-page>
  `,
})
export class SettingsPage {
  protected readonly t = injectText();
  protected readonly preferences = inject(Preferences);
  protected readonly kept = inject(KeptPreferences);
  protected readonly session = inject(CurrentSession);
  protected readonly leaving = inject(Leaving);

  protected state(): string {
    return this.kept.state() === 'failed' ? '' : this.t(`settings.state.${this.kept.state()}`);
  }

  protected densityChoices(): Choice[] {
    return densities.map((value) => ({
      value,
      label: this.t(`settings.density.${value}`),
      hint: this.t(`settings.density.${value}Hint`),
    }));
  }

  protected toastChoices(): Choice[] {
    return toastTimes.map((value) => ({ value: `${value}`, label: this.t(`settings.toasts.for.${value}`) }));
  }

  protected asDensity(value: string | null): DensityName {
    return densities.find((density) => density === value) ?? 'auto';
  }

  protected asSeconds(value: string | null): ToastSeconds {
    return toastTimes.find((seconds) => `${seconds}` === value) ?? 10;
  }
}
