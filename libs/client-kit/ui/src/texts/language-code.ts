export const languages = ['de', 'en'] as const;
export type LanguageCode = (typeof languages)[number];
