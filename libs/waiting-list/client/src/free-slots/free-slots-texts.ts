import type { TextLoaders } from '@lotse/client-kit/ui';

export const freeSlotsTexts: TextLoaders = { de: () => import('./texts/de.json'), en: () => import('./texts/en.json') };
