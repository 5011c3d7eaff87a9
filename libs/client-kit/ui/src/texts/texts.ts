import { effect, inject, Service, signal, untracked } from '@angular/core';
import { TranslocoService, type Translation } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { Preferences } from '../preferences/preferences';
import { Language } from './language';
import type { LanguageCode } from './language-code';

/** How the texts of one room are fetched: one bundle per language, loaded when first needed. */
export type TextLoaders = Record<LanguageCode, () => Promise<Translation>>;

/** What a text may be filled with; `count` also chooses between the keys `….one` and `….other`. */
export type TextParameters = Readonly<Record<string, unknown>>;

/** A function that translates; calling it in a template or a computed follows the language. */
export type Text = (key: string, parameters?: TextParameters) => string;

/** All texts that are loaded, in the language that is chosen. */
@Service()
export class Texts {
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(Language);
  private readonly preferences = inject(Preferences);
  private readonly rooms = new Map<string, TextLoaders>();
  /** Grows when texts arrive, so that what was rendered too early is rendered again. */
  private readonly arrivals = signal(0);
  /** How many texts are on their way: until they are there nothing is said, rather than a key. */
  private underway = 0;

  constructor() {
    effect(() => {
      const wanted = this.preferences.language();
      const drawn = untracked(this.language.current);
      // Texts that cannot be fetched now: the choice is taken back.
      if (wanted !== drawn) this.draw(wanted).catch(() => this.preferences.change({ language: drawn }));
    });
  }

  /** Makes the texts of a room available under `<room>.…`; resolves when they are there. */
  async register(room: string, loaders: TextLoaders): Promise<void> {
    this.rooms.set(room, loaders);
    await this.load(room, loaders, this.language.current());
  }

  /** Changes the language; resolves when everything is drawn in it. */
  async use(code: LanguageCode): Promise<void> {
    if (this.preferences.language() !== code) this.preferences.change({ language: code });
    await this.draw(code);
  }

  /** The text of a key. An unknown key comes back as it is. */
  readonly of: Text = (key, parameters = {}) => {
    this.arrivals();
    const code = this.language.current();
    const counted = this.counted(key, parameters, code);
    if (this.underway > 0 && this.transloco.getTranslation(code)[counted] === undefined) return '';
    return this.transloco.translate<string>(counted, parameters, code);
  };

  /** Whether a key has a text in the chosen language. */
  has(key: string): boolean {
    this.arrivals();
    return this.loaded()[key] !== undefined;
  }

  /** The first key that ends like this, in whatever room; for texts that a room brings for somebody else, such as problems. */
  keyEndingWith(ending: string): string | undefined {
    this.arrivals();
    return Object.keys(this.loaded()).find((key) => key === ending || key.endsWith(`.${ending}`));
  }

  private loaded(): Record<string, string> {
    return this.transloco.getTranslation(this.language.current());
  }

  private counted(key: string, parameters: TextParameters, code: LanguageCode): string {
    const count = parameters['count'];
    if (typeof count !== 'number') return key;
    const plural = `${key}.${new Intl.PluralRules(code).select(count)}`;
    return this.transloco.getTranslation(code)[plural] === undefined ? key : plural;
  }

  /** Everything at once: texts first, then the switch, so that nothing flashes. */
  private async draw(code: LanguageCode): Promise<void> {
    await firstValueFrom(this.transloco.load(code));
    // A part of the page that comes meanwhile brings its room along in the language before.
    for (let fetched = 0; fetched < this.rooms.size;) {
      const rooms = [...this.rooms].slice(fetched);
      await Promise.all(rooms.map(([room, loaders]) => this.load(room, loaders, code)));
      fetched += rooms.length;
    }
    if (this.preferences.language() !== code) return;
    this.transloco.setActiveLang(code);
    this.language.arrived(code);
  }

  private async load(room: string, loaders: TextLoaders, code: LanguageCode): Promise<void> {
    this.underway++;
    try {
      await firstValueFrom(this.transloco.load(`${room}/${code}`, { inlineLoader: { [`${room}/${code}`]: loaders[code] } as never }));
    } finally {
      this.underway--;
      this.arrivals.update((count) => count + 1);
    }
  }
}
