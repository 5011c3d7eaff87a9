import { Service } from '@angular/core';
import type { Translation, TranslocoLoader } from '@jsverse/transloco';
import { kitTexts, type TextLoaders } from '@lotse/client-kit/ui';

const ownTexts: TextLoaders = {
  de: () => import('./texts/de.json'),
  en: () => import('./texts/en.json'),
};

/** The texts of the frame and the kit; every room brings its own. */
@Service()
export class FrameTexts implements TranslocoLoader {
  async getTranslation(code: string): Promise<Translation> {
    const language = code === 'en' ? 'en' : 'de';
    const loaded = await Promise.all([kitTexts[language](), ownTexts[language]()]);
    return Object.assign({}, ...loaded.map((bundle) => bundle['default'] ?? bundle)) as Translation;
  }
}
