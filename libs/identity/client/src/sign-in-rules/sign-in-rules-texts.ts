import type { TextLoaders } from '@lotse/client-kit/ui';

/** The texts of how the staff of an organisation sign in. */
export const signInRulesTexts: TextLoaders = { de: () => import('./texts/de.json'), en: () => import('./texts/en.json') };
