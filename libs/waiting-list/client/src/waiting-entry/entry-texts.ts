import type { TextLoaders } from '@lotse/client-kit/ui';

/** The texts of one place on a list. */
export const entryTexts: TextLoaders = { de: () => import('./texts/de.json'), en: () => import('./texts/en.json') };
