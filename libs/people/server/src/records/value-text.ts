import { verbText, verbWords } from '@lotse/chronicle/model';
import { timeZone } from '@lotse/kernel';
import { dataPartSchema, partText } from '@lotse/people/model';
import { columnWords } from './column-words.data';
import { valueWords } from './value-words.data';

export type Language = 'de' | 'en';

/** What a value is said with: names of organisations and staff by their identifiers, reasons by their codes as the county calls them. */
export interface Wording {
  readonly language: Language;
  readonly names: ReadonlyMap<string, string>;
  readonly reasons: ReadonlyMap<string, string>;
}

const locales: Record<Language, string> = { de: 'de-DE', en: 'en-GB' };
const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const isMoment = /^\d{4}-\d{2}-\d{2}T\d{2}:/;
const isDay = /^\d{4}-\d{2}-\d{2}$/;

/** In these staff write as they like; a word there means nothing but itself. */
const free = new Set([
  'family_name', 'given_name', 'phone', 'street', 'postcode', 'name', 'address', 'document', 'purpose', 'evidence', 'representative_name',
  'sender_name', 'said_by', 'called_name', 'explanation', 'question', 'open_question', 'text', 'answer', 'report', 'diagnosis', 'diagnosis_code',
  'medication', 'risk', 'tried_so_far', 'comment', 'note', 'out_of_turn_reason', 'review_note', 'recipient_within', 'agreed', 'next_step', 'reference', 'answer_text', 'decision_note', 'told_by', 'named', 'given',
]); // prettier-ignore
const ofLanguages = new Set(['language', 'interpreter']);
const isLanguage = /^[a-z]{2,3}$/;

const of = (words: readonly [de: string, en: string], language: Language): string => words[language === 'de' ? 0 : 1];
const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** How a column, or a key within one, is called. */
export function columnText(column: string, language: Language): string {
  const words = columnWords[snake(column)];
  return words ? of(words, language) : snake(column).replaceAll('_', ' ');
}

/** A value as somebody reads it; nothing for what is empty, and for identifiers that nobody has a name for. */
export function valueText(column: string, value: unknown, wording: Wording): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return of(value ? ['ja', 'yes'] : ['nein', 'no'], wording.language);
  if (typeof value === 'number') return value.toLocaleString(locales[wording.language]);
  if (Array.isArray(value)) return said(value.map((one) => valueText(column, one, wording))).join(', ');
  if (typeof value === 'object') {
    const inner = Object.entries(value).map(([key, one]) => [columnText(key, wording.language), valueText(key, one, wording)]);
    return inner.flatMap(([term, text]) => (text ? [`${term}: ${text}`] : [])).join('; ');
  }
  return textOf(snake(column), String(value), wording);
}

const said = (texts: readonly string[]): string[] => texts.filter(Boolean);

function textOf(column: string, text: string, wording: Wording): string {
  const locale = locales[wording.language];
  if (isId.test(text)) return wording.names.get(text) ?? '';
  if (isMoment.test(text))
    return new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium', timeStyle: 'short' }).format(new Date(text));
  if (isDay.test(text)) return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'medium' }).format(new Date(text));
  if (ofLanguages.has(column) && isLanguage.test(text)) return new Intl.DisplayNames(locale, { type: 'language' }).of(text) ?? text;
  return free.has(column) ? text : codeText(column, text, wording);
}

function codeText(column: string, code: string, { language, reasons }: Wording): string {
  const verb = `referral.${code}`;
  if (column === 'act' && verb in verbWords) return verbText({ kind: 'act', verb }, language);
  const part = dataPartSchema.safeParse(code);
  if (part.success && column !== 'piece') return partText(part.data, language);
  const words = valueWords[code];
  // A county may call a reason as something else is called.
  if (column.includes('reason') && reasons.has(code)) return reasons.get(code)!;
  return (words && of(words, language)) ?? reasons.get(code) ?? code;
}

/** What a step says besides its act: coded reasons before the words. */
export const noteText = (note: string, wording: Wording): string =>
  note
    .split(' · ')
    .map((piece) => codeText('reason', piece, wording))
    .join(' · ');
