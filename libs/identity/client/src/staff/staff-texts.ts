import type { TextLoaders } from '@lotse/client-kit/ui';

/** The texts of administering staff and organisations: nobody who only signs in waits for them. */
export const staffTexts: TextLoaders = {
  de: () => import('./texts/de.json'),
  en: () => import('./texts/en.json'),
};
