import type { TextLoaders } from '@lotse/client-kit/ui';

/** The texts of waiting lists and slot offers. */
export const waitingListTexts: TextLoaders = {
  de: () => import('./texts/de.json'),
  en: () => import('./texts/en.json'),
};
