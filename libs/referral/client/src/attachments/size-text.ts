import type { LanguageCode } from '@lotse/client-kit/ui';

/** `640 kB`, `2,4 MB`: as somebody says it. */
export function sizeText(bytes: number, language: LanguageCode): string {
  const [value, unit] = bytes < 1_000_000 ? [Math.max(1, Math.round(bytes / 1_000)), 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: 1 }).format(value!);
}
