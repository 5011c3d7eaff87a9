import type { TextLoaders } from '@lotse/client-kit/ui';

/** The texts of standing in for somebody. */
export const deputiesTexts: TextLoaders = {
  de: () => import('./texts/de.json'),
  en: () => import('./texts/en.json'),
};
