import type { TextLoaders } from '@lotse/client-kit/ui';

/** The texts of links that let somebody in. */
export const accessTexts: TextLoaders = {
  de: () => import('./texts/de.json'),
  en: () => import('./texts/en.json'),
};
