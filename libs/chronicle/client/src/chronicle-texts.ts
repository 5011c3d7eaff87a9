import type { TextLoaders } from '@lotse/client-kit/ui';

/** The texts of the chronicle. */
export const chronicleTexts: TextLoaders = {
  de: () => import('./texts/de.json'),
  en: () => import('./texts/en.json'),
};
