import type { LanguageCode } from '@lotse/client-kit/ui';

const percents: Readonly<Record<LanguageCode, Intl.NumberFormat>> = {
  de: new Intl.NumberFormat('de-DE', { style: 'percent', maximumFractionDigits: 0 }),
  en: new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 0 }),
};

export const percentText = (share: number, language: LanguageCode): string => percents[language].format(share);

/** How long something took, in the unit that one would say it in. */
export function takenIn(minutes: number): { unit: 'minutes' | 'hours' | 'days'; count: number } {
  if (minutes < 90) return { unit: 'minutes', count: Math.max(1, Math.round(minutes)) };
  if (minutes < 48 * 60) return { unit: 'hours', count: Math.round(minutes / 60) };
  return { unit: 'days', count: Math.round(minutes / 1440) };
}

/** `2026-11` as the name of a month. */
export const monthText = (month: string, language: LanguageCode): string =>
  new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
