import { Component, inject } from '@angular/core';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icon-name';
import { themes, type ThemeName } from '../preferences/preference-values';
import { Preferences } from '../preferences/preferences';
import { injectText } from '../texts/inject-text';

const icons: Readonly<Record<ThemeName, IconName>> = { system: 'monitor', light: 'sun', dark: 'moon' };

/** Light, dark, or as the device is set. */
@Component({
  selector: 'lotse-theme-switch',
  imports: [Icon],
  template: `
    <div class="segments" role="group" [attr.aria-label]="t('kit.theme.label')">
      @for (name of themes; track name) {
        <button
          type="button"
          class="segment"
          [attr.aria-pressed]="preferences.theme() === name"
          (click)="preferences.change({ theme: name })"
        >
          <lotse-icon [name]="icons[name]" [size]="15" />{{ t('kit.theme.' + name) }}
        </button>
      }
    </div>
  `,
})
export class ThemeSwitch {
  protected readonly t = injectText();
  protected readonly preferences = inject(Preferences);
  protected readonly themes = themes;
  protected readonly icons = icons;
}
