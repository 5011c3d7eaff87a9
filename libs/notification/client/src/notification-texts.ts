import type { TextLoaders } from '@lotse/client-kit/ui';

/** The words for notices: a notice itself carries only its kind and a reference. */
export const notificationTexts: TextLoaders = {
  de: () => import('./texts/de.json'),
  en: () => import('./texts/en.json'),
};
