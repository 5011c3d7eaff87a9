import type { TextLoaders } from '@lotse/client-kit/ui';

/** The texts of access in an emergency, apart from those of people: the banner needs them on every page. */
export const breakGlassTexts: TextLoaders = {
  de: () => import('./texts/de.json'),
  en: () => import('./texts/en.json'),
};
