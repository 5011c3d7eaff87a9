import type { TextLoaders } from '@lotse/client-kit/ui';

/** The texts of one's own ways to sign in. */
export const securityTexts: TextLoaders = { de: () => import('./texts/de.json'), en: () => import('./texts/en.json') };
