import type { TextLoaders } from '@lotse/client-kit/ui';

/** The texts of people and their releases; the kinds of information are named elsewhere too. */
export const peopleTexts: TextLoaders = {
  de: () => import('./texts/de.json'),
  en: () => import('./texts/en.json'),
};
