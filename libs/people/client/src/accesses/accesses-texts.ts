import type { TextLoaders } from '@lotse/client-kit/ui';

/** The texts around an access report; what was done has words of its own, which print and file use as well. */
export const accessesTexts: TextLoaders = {
  de: () => import('./texts/de.json'),
  en: () => import('./texts/en.json'),
};
