import { Component, inject } from '@angular/core';
import { Preferences } from '../preferences/preferences';
import { injectText } from './inject-text';
import { Language } from './language';
import { languages } from './language-code';

/** Deutsch or English, at once and without losing what was typed. */
@Component({
  selector: 'lotse-language-switch',
  template: `
    <div class="segments" role="group" [attr.aria-label]="t('kit.language')">
      @for (code of languages; track code) {
        <button
          type="button"
          class="segment"
          [attr.lang]="code"
          [attr.aria-pressed]="language.current() === code"
          (click)="preferences.change({ language: code })"
        >
          <span aria-hidden="true">{{ code.toUpperCase() }}</span>
          <span class="visually-hidden">{{ names[code] }}</span>
        </button>
      }
    </div>
  `,
})
export class LanguageSwitch {
  protected readonly t = injectText();
  protected readonly preferences = inject(Preferences);
  protected readonly language = inject(Language);
  protected readonly languages = languages;
  protected readonly names = { de: 'Deutsch', en: 'English' };
}
