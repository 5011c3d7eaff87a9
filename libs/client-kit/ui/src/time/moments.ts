import type { LanguageCode } from '../texts/language-code';

const timeZone = 'Europe/Berlin';
const millisecondsPerDay = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** What a date may be given as: an instant, or a calendar day `2026-11-24`. */
export type Moment = string | number | Date;

const locale = (code: LanguageCode): string => (code === 'de' ? 'de-DE' : 'en-GB');
const isDay = (moment: Moment): moment is string => typeof moment === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(moment);
/** A calendar day is put at noon UTC, which is that day in Europe/Berlin too. */
const instantOf = (moment: Moment): Date => new Date(isDay(moment) ? `${moment}T12:00:00Z` : moment);

function format(moment: Moment, code: LanguageCode, name: string, options: Intl.DateTimeFormatOptions): string {
  const key = `${code} ${name}`;
  const found = formats.get(key) ?? new Intl.DateTimeFormat(locale(code), { timeZone, ...options });
  formats.set(key, found);
  return found.format(instantOf(moment));
}

/** `Di., 24.11.2026`. */
export function dayText(moment: Moment, code: LanguageCode): string {
  if (code === 'de')
    return `${weekday(moment, code)}., ${format(moment, code, 'day', { day: '2-digit', month: '2-digit', year: 'numeric' })}`;
  return format(moment, code, 'day', { weekday: 'short', day: '2-digit', month: 'short', year: 'numeric' });
}

/** `24.11.2026`. */
export function plainDayText(moment: Moment, code: LanguageCode): string {
  return format(moment, code, 'plain', { day: '2-digit', month: code === 'de' ? '2-digit' : 'short', year: 'numeric' });
}

/** `geboren am 24.11.1952`, in lists `geb. 24.11.1952`; where only the year is known, `Jahrgang 1952` and never a day. */
export function bornText(born: string, code: LanguageCode, form: 'long' | 'short' = 'long'): string {
  if (/^\d{4}$/.test(born)) return code === 'de' ? `Jahrgang ${born}` : `born ${born}`;
  const word = { de: { long: 'geboren am', short: 'geb.' }, en: { long: 'born', short: 'born' } }[code][form];
  return `${word} ${plainDayText(born, code)}`;
}

/** `10:00 Uhr`. */
export function clockText(moment: Moment, code: LanguageCode): string {
  return format(moment, code, 'clock', { hour: '2-digit', minute: '2-digit' }) + (code === 'de' ? ' Uhr' : '');
}

/** `Di., 24.11.2026, 10:00 Uhr`; a calendar day has no time. */
export function momentText(moment: Moment, code: LanguageCode): string {
  return isDay(moment) ? dayText(moment, code) : `${dayText(moment, code)}, ${clockText(moment, code)}`;
}

/** Days from today to a moment, as days in Europe/Berlin: 0 today, 1 tomorrow, -1 yesterday. */
export function daysUntil(moment: Moment, now: Moment = Date.now()): number {
  return Math.round((midnight(moment) - midnight(now)) / millisecondsPerDay);
}

/** `vor 3 Tagen`, `in 2 Stunden`, `gestern`; days are counted by midnights, hours only on the same day. */
export function relativeText(moment: Moment, code: LanguageCode, now: number = Date.now()): string {
  const relative = new Intl.RelativeTimeFormat(locale(code), { numeric: 'auto' });
  const days = daysUntil(moment, now);
  if (Math.abs(days) >= 60) return relative.format(Math.round(days / 30.4), 'month');
  if (Math.abs(days) >= 14) return relative.format(Math.round(days / 7), 'week');
  if (days !== 0 || isDay(moment)) return relative.format(days, 'day');
  const minutes = Math.round((instantOf(moment).getTime() - now) / 60_000);
  return Math.abs(minutes) < 60 ? relative.format(minutes, 'minute') : relative.format(Math.round(minutes / 60), 'hour');
}

function weekday(moment: Moment, code: LanguageCode): string {
  return format(moment, code, 'weekday', { weekday: 'short' }).replace('.', '');
}

function midnight(moment: Moment): number {
  const day = isDay(moment)
    ? moment
    : format(moment, 'en', 'iso', { year: 'numeric', month: '2-digit', day: '2-digit' }).split('/').reverse().join('-');
  return Date.parse(`${day}T00:00:00Z`);
}
