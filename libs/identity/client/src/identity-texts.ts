import type { TextLoaders } from '@lotse/client-kit/ui';

/** The texts of signing in, roles and organisations. */
export const identityTexts: TextLoaders = {
  de: () => import('./texts/de.json'),
  en: () => import('./texts/en.json'),
};
