import { inject, Service, signal } from '@angular/core';
import { Preferences } from '../preferences/preferences';
import type { LanguageCode } from './language-code';

/**
 * The language the pages are drawn in. It is the preferred one as soon as its texts are there: change it with
 * `Preferences.change({ language })`, or with `Texts.use` to wait for the texts.
 */
@Service()
export class Language {
  private readonly drawn = signal<LanguageCode>(inject(Preferences).language());
  readonly current = this.drawn.asReadonly();

  /** Only for `Texts`: the texts of this language are there. */
  arrived(code: LanguageCode): void {
    document.documentElement.lang = code;
    this.drawn.set(code);
  }
}
