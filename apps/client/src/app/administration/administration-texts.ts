import type { TextLoaders } from '@lotse/client-kit/ui';

/** The names of the pages; what stands on them has texts of its own. */
export const administrationTexts: TextLoaders = {
  de: () => import('./texts/de.json'),
  en: () => import('./texts/en.json'),
};
