import { timeZone } from '@lotse/kernel';
import type { Everything } from '@lotse/people/model';
import { html, type Html, type Letter } from '@lotse/server-kit/print';
import { columnWords } from './column-words.data';
import { columnText, noteText, valueText, type Language, type Wording } from './value-text';
import { words } from './words.data';

type Row = Record<string, unknown>;

/** Has a document of its own: the report of accesses. */
const elsewhere = new Set(['chronicle_entry']);
/** Says how something is kept, and nothing about anybody. */
export const technical: ReadonlySet<string> = new Set([
  'id', 'version', 'search_name', 'person_sort', 'match_keys', 'target_at', 'rank', 'rank_inputs', 'rule_version', 'template_version', 'wishes_version',
  'state_before', 'is_invented', 'band', 'lane', 'cascade', 'position', 'bundle_position', 'paused_seconds', 'warn_days', 'up_to', 'key', 'facts',
  'subject', 'fingerprint', 'token_hash', 'code_hash', 'print', 'cells', 'problems', 'provider_rank', 'asker_rank', 'further_services', 'restores', 'moved', 'taken', 'snoozed_version',
]); // prettier-ignore
/** What a referral was before a step is kept to take the step back; it stands in the steps before. */
const technicalIn: Readonly<Record<string, readonly string[]>> = { referral_step: ['before'] };

const order = new Map(Object.keys(columnWords).map((column, place) => [column, place]));
const placeOf = (column: string): number => order.get(column) ?? order.size;

/** Everything about somebody as a document: readable, and without identifiers, which are in the file. */
export function everythingAsDocument(everything: Everything, wording: Wording): Letter {
  const { language } = wording;
  const text = words[language];
  const day = new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', { timeZone, dateStyle: 'medium' });
  const parts = everything.parts.filter(({ part }) => !elsewhere.has(part));
  const empty = parts.filter(({ rows }) => rows.length === 0).map(({ part }) => titleOf(part, language));
  return {
    language,
    title: text.title,
    sender: everything.organisation,
    facts: [['', day.format(new Date(everything.exportedAt))]],
    foot: `${everything.organisation} · ${text.title}`,
    body: html`<h1>${text.heading}</h1>
      <p>${text.lead}</p>
      ${parts.filter(({ rows }) => rows.length > 0).map(({ part, rows }) => section(part, rows, wording))}
      ${empty.length > 0 ? html`<p>${text.none}${empty.join(' · ')}</p>` : html``}
      <p>${text.rights}</p>`,
  };
}

const titleOf = (part: string, language: Language): string =>
  (words[language].parts as Record<string, string>)[part] ?? part.replaceAll('_', ' ');

const section = (part: string, rows: readonly Row[], wording: Wording): Html =>
  html`<h2>${titleOf(part, wording.language)}</h2>
    ${rows.map((row) => facts(part, row, wording))}`;

function facts(part: string, row: Row, wording: Wording): Html {
  const shown = Object.keys(row)
    .filter((column) => !technical.has(column) && !technicalIn[part]?.includes(column))
    .sort((first, second) => placeOf(first) - placeOf(second))
    .map((column) => [columnText(column, wording.language), textIn(part, column, row[column], wording)] as const)
    .filter(([, value]) => value !== '');
  return html`<dl class="facts">
    ${shown.map(
      ([term, value]) =>
        html`<dt>${term}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`;
}

const textIn = (part: string, column: string, value: unknown, wording: Wording): string =>
  part === 'referral_step' && column === 'note' && typeof value === 'string' ? noteText(value, wording) : valueText(column, value, wording);
