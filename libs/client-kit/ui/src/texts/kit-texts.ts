import type { TextLoaders } from './texts';

/** The kit's own texts and the sentences for the problems that every room shares; the frame loads them with its own. */
export const kitTexts: TextLoaders = {
  de: () => import('./de.json'),
  en: () => import('./en.json'),
};
