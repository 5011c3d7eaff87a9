import type { TextLoaders } from '@lotse/client-kit/ui';

/** The texts of organisations: the county's list, and how one's own is set up. */
export const organisationsTexts: TextLoaders = {
  de: () => import('./texts/de.json'),
  en: () => import('./texts/en.json'),
};
