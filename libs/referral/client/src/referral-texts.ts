import type { TextLoaders } from '@lotse/client-kit/ui';

/** The texts of referrals: states, acts and urgencies are used by other rooms too. */
export const referralTexts: TextLoaders = {
  de: () => import('./texts/de.json'),
  en: () => import('./texts/en.json'),
};
