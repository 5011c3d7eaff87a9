import { Service, signal } from '@angular/core';

export const languages = ['de', 'en'] as const;
export type LanguageCode = (typeof languages)[number];

const remembered = 'lotse.language';

/** The language of the pages: what was chosen here before, else German. Change it with `Texts.use`. */
@Service()
export class Language {
  private readonly chosen = signal<LanguageCode>(storedLanguage());
  readonly current = this.chosen.asReadonly();

  choose(code: LanguageCode): void {
    localStorage.setItem(remembered, code);
    document.documentElement.lang = code;
    this.chosen.set(code);
  }
}

function storedLanguage(): LanguageCode {
  return localStorage.getItem(remembered) === 'en' ? 'en' : 'de';
}
