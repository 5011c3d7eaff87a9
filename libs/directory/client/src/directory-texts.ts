import type { TextLoaders } from '@lotse/client-kit/ui';

/** The texts of the directory; the categories of help are used elsewhere too. */
export const directoryTexts: TextLoaders = {
  de: () => import('./texts/de.json'),
  en: () => import('./texts/en.json'),
};
