import type { Text } from '@lotse/client-kit/ui';
import type { SaidWishes, Wishes } from '@lotse/waiting-list/model';
import { shortNoticeText } from '../words/short-notice';

/** What the words need to know besides the wishes. */
export interface WishWords {
  readonly t: Text;
  /** The code of the language one reads in. */
  readonly language: string;
  day(day: string): string;
  nameOf(id: string): string;
  readonly serviceName: string;
}

/** A wish with its name. */
export interface WishLine {
  readonly key: string;
  readonly term: string;
  readonly text: string;
}

/** `Mo`, 1 is Monday. */
export function weekdayName(weekday: number, language: string, form: 'short' | 'long' = 'short'): string {
  // The first of January 2024 was a Monday.
  return new Intl.DateTimeFormat(language, { weekday: form, timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, weekday)));
}

/** `Türkisch`. */
export const languageName = (code: string, language: string): string =>
  new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code;

/** `Mo 08:00–12:00 Uhr, Mi 08:00–12:00 Uhr`. */
export function windowsText({ t, language }: Pick<WishWords, 't' | 'language'>, { windows }: Pick<Wishes, 'windows'>): string {
  if (windows.length === 0) return t('waitingEntry.wishes.anyTime');
  return [...windows]
    .sort((one, other) => one.weekday - other.weekday || one.from.localeCompare(other.from))
    .map(({ weekday, from, to }) => t('waitingEntry.wishes.window', { weekday: weekdayName(weekday, language), from, to }))
    .join(', ');
}

function languageText({ t, language }: WishWords, { language: wish }: Wishes): string {
  if (!wish) return t('waitingEntry.wishes.anyLanguage');
  return t(wish.orInterpreter ? 'waitingEntry.wishes.orInterpreter' : 'waitingEntry.wishes.only', {
    language: languageName(wish.code, language),
  });
}

function travelText({ t }: WishWords, { travel }: Wishes): string {
  if (!travel) return t('waitingEntry.wishes.anyTravel');
  const parts = [
    travel.means && t(`waitingEntry.means.${travel.means}`),
    travel.maxMinutes && t('waitingEntry.wishes.upToMinutes', { count: travel.maxMinutes }),
    travel.maxKm && t('waitingEntry.wishes.upToKm', { count: travel.maxKm }),
  ].filter((part) => typeof part === 'string');
  return parts.length > 0 ? parts.join(', ') : t('waitingEntry.wishes.anyTravel');
}

function clinicianText({ t, nameOf }: WishWords, { clinicianSex, excludedSchedules }: Wishes): string {
  const parts = [
    clinicianSex && t(`waitingEntry.sex.${clinicianSex}`),
    excludedSchedules.length > 0 && t('waitingEntry.wishes.notTo', { names: excludedSchedules.map(nameOf).join(', ') }),
  ].filter((part) => typeof part === 'string');
  return parts.length > 0 ? parts.join('; ') : t('waitingEntry.wishes.anyClinician');
}

/** Everything that was said, line by line; what was left open says so. */
export function wishLines(words: WishWords, said: SaidWishes): WishLine[] {
  const { t } = words;
  const { wishes } = said;
  const line = (key: string, text: string): WishLine => ({ key, term: t(`waitingEntry.wishes.${key}`), text });
  return [
    line('windows', windowsText(words, wishes)),
    ...(wishes.notBefore ? [line('notBefore', words.day(wishes.notBefore))] : []),
    line('shortNotice', shortNoticeText(t, said, 'answer')),
    line(
      'modes',
      wishes.modes.length > 0 ? wishes.modes.map((mode) => t(`waitingEntry.mode.${mode}`)).join(', ') : t('waitingEntry.wishes.anyMode'),
    ),
    line('language', languageText(words, wishes)),
    line('clinician', clinicianText(words, wishes)),
    line('travel', travelText(words, wishes)),
    line(
      'services',
      said.furtherServiceIds.length > 0
        ? said.furtherServiceIds.map((id) => words.nameOf(id)).join(', ')
        : t('waitingEntry.wishes.noServices', { name: words.serviceName }),
    ),
  ];
}
