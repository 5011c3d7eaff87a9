import type { TextLoaders } from '@lotse/client-kit/ui';

/** The texts of keeping and deleting: nobody who treats people waits for them. */
export const retentionTexts: TextLoaders = {
  de: () => import('./texts/de.json'),
  en: () => import('./texts/en.json'),
};
