import { timeZone } from '@lotse/kernel';
import type { Everything } from '@lotse/people/model';
import { html, type Html, type Letter } from '@lotse/server-kit/print';
import { words } from './words.data';

type Language = keyof typeof words;
type Row = Record<string, unknown>;

/** Names of organisations and staff by their identifiers. */
export type Names = ReadonlyMap<string, string>;

const locales: Record<Language, string> = { de: 'de-DE', en: 'en-GB' };
const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const isMoment = /^\d{4}-\d{2}-\d{2}T\d{2}:/;
const isDay = /^\d{4}-\d{2}-\d{2}$/;
/** Has a document of its own: the report of accesses. */
const elsewhere = new Set(['chronicle_entry']);
/** Says how something is kept, and nothing about anybody. */
const technical = new Set([
  'version',
  'search_name',
  'person_sort',
  'target_at',
  'rank_inputs',
  'rule_version',
  'state_before',
  'is_invented',
]);

/** Everything about somebody as a document: readable, and without identifiers, which are in the file. */
export function everythingAsDocument(everything: Everything, names: Names, language: Language): Letter {
  const text = words[language];
  const day = new Intl.DateTimeFormat(locales[language], { timeZone, dateStyle: 'medium' });
  const parts = everything.parts.filter(({ part }) => !elsewhere.has(part));
  return {
    language,
    title: text.title,
    sender: everything.organisation,
    facts: [['', day.format(new Date(everything.exportedAt))]],
    foot: `${everything.organisation} · ${text.title}`,
    body: html`<h1>${text.heading}</h1>
      <p>${text.lead}</p>
      ${parts.map(({ part, rows }) => section(titleOf(part, language), rows, names, language))}
      <p>${text.rights}</p>`,
  };
}

const titleOf = (part: string, language: Language): string => (words[language].parts as Record<string, string>)[part] ?? readable(part);
const readable = (column: string): string => column.replaceAll('_', ' ');

function section(title: string, rows: readonly Row[], names: Names, language: Language): Html {
  return html`<h2>${title}</h2>
    ${rows.length === 0 ? html`<p>${words[language].none}</p>` : rows.map((row) => facts(row, names, language))}`;
}

function facts(row: Row, names: Names, language: Language): Html {
  const columns = words[language].columns as Record<string, string>;
  const shown = Object.entries(row)
    .filter(([column]) => !technical.has(column))
    .map(([column, value]) => [columns[column] ?? readable(column), asText(value, names, language)] as const)
    .filter(([, value]) => value !== '');
  return html`<dl class="facts">
    ${shown.map(
      ([term, value]) =>
        html`<dt>${term}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`;
}

/** A value as somebody reads it; nothing for what is empty, and for identifiers that nobody has a name for. */
function asText(value: unknown, names: Names, language: Language): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? words[language].yes : words[language].no;
  if (Array.isArray(value)) return value.map((one) => asText(one, names, language)).join(', ');
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([name, one]) => `${readable(name)}: ${asText(one, names, language) || '–'}`)
      .join('; ');
  return textOf(String(value), names, language);
}

function textOf(text: string, names: Names, language: Language): string {
  if (isId.test(text)) return names.get(text) ?? '';
  if (isMoment.test(text))
    return new Intl.DateTimeFormat(locales[language], { timeZone, dateStyle: 'medium', timeStyle: 'short' }).format(new Date(text));
  if (isDay.test(text)) return new Intl.DateTimeFormat(locales[language], { timeZone: 'UTC', dateStyle: 'medium' }).format(new Date(text));
  return text;
}
