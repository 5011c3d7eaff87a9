import type { LanguageCode } from '@lotse/client-kit/ui';

/** `1.000`, as one writes it in the language. */
export const numberText = (count: number, language: LanguageCode): string =>
  new Intl.NumberFormat(language === 'de' ? 'de-DE' : 'en-GB').format(count);
