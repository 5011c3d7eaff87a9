import type { TextLoaders } from '@lotse/client-kit/ui';

/** The texts of the calendar; the forms a meeting can take are named by whoever shows a slot. */
export const calendarTexts: TextLoaders = {
  de: () => import('./texts/de.json'),
  en: () => import('./texts/en.json'),
};
