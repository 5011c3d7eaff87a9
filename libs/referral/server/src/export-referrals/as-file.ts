import { timeZone } from '@lotse/kernel';
import { isBornYear, type DataPart } from '@lotse/people/model';
import type { ReferralRow } from '@lotse/referral/model';
import papaparse from 'papaparse';
import type { ContentCells } from './exported-contents';
import { words, type Column, type ContentColumn, type ExportLanguage } from './words.data';

/** Without it a German Excel takes UTF-8 for something else. */
const byteOrderMark = '\uFEFF';

const locales: Record<ExportLanguage, string> = { de: 'de-DE', en: 'en-GB' };

type Written = (value: string | null) => string;

/** How instants and days are written in a language. */
function writingOf(language: ExportLanguage): { moment: Written; day: Written } {
  const moment = new Intl.DateTimeFormat(locales[language], { timeZone, dateStyle: 'medium', timeStyle: 'short' });
  const day = new Intl.DateTimeFormat(locales[language], { timeZone: 'UTC', dateStyle: 'medium' });
  return {
    moment: (instant) => (instant === null ? '' : moment.format(new Date(instant)).replace(',', '')),
    day: (given) => (given === null ? '' : day.format(new Date(`${given}T00:00:00Z`))),
  };
}

interface Wording {
  language: ExportLanguage;
  reasons: ReadonlyMap<string, string>;
  moment: Written;
  day: Written;
}

const reasonIn =
  (reasons: ReadonlyMap<string, string>) =>
  ({ reason }: ReferralRow): string =>
    (reason && reasons.get(reason)) || '';

function cellsOf(row: ReferralRow, { language, reasons, moment, day }: Wording): Record<Exclude<Column, ContentColumn>, string> {
  const { states, urgencies, missing, hidden, bornIn } = words[language];
  const born = (given: string): string => (isBornYear(given) ? `${bornIn} ${given}` : day(given));
  const reasonOf = reasonIn(reasons);
  const shown = (part: DataPart, text: string) => (row.hidden.includes(part) ? hidden : text);
  return {
    reference: row.reference,
    person: shown('identity', row.personName),
    birthDate: shown('identity', born(row.birthDate)),
    reason: shown('diagnosis', reasonOf(row)),
    urgency: row.urgency ? urgencies[row.urgency] : '',
    state: states[row.state],
    referrer: row.referrer.organisationName,
    recipient: row.recipient?.organisationName ?? '',
    service: row.serviceName ?? '',
    waitsFor: row.custody.organisationName ?? '',
    due: moment(row.custody.dueAt),
    sent: moment(row.sentAt),
    assignee: row.assignee?.displayName ?? '',
    snoozedUntil: moment(row.snoozedUntil),
    missing: row.missing.map((piece) => missing[piece]).join(', '),
  };
}

/** A row of the list, with what was written in the referral. */
export interface ExportedRow {
  row: ReferralRow;
  content: ContentCells | undefined;
}

/** How a file is written while its rows come page by page. */
export interface Writing {
  begin: string;
  /** The rows of a page; the first one begins the list. */
  rows(rows: readonly ExportedRow[], isFirst: boolean): string;
  end: string;
}

const lineEnd = '\r\n';
const asLines = (lines: readonly (readonly string[])[]): string =>
  papaparse.unparse(lines as string[][], { delimiter: ';', newline: lineEnd, escapeFormulae: true }) + lineEnd;

/** As spreadsheets in German offices open it: semicolons, and no cell that a spreadsheet would take for a formula. */
export function csvOf(language: ExportLanguage, reasons: ReadonlyMap<string, string>): Writing {
  const { columns } = words[language];
  const names = Object.keys(columns) as Column[];
  const wording = { language, reasons, ...writingOf(language) };
  const lineOf = ({ row, content }: ExportedRow): string[] => {
    const cells: Partial<Record<Column, string>> = { ...cellsOf(row, wording), ...content };
    return names.map((name) => cells[name] ?? '');
  };
  const begin = byteOrderMark + asLines([names.map((name) => columns[name])]);
  return { begin, rows: (rows) => asLines(rows.map(lineOf)), end: '' };
}

/** For programs: the rows as the worklist answers them and what was written, cut as there, one on each line. */
export function jsonOf(): Writing {
  const rows: Writing['rows'] = (found, isFirst) =>
    (isFirst ? '' : ',\n') + found.map(({ row, content = {} }) => JSON.stringify({ ...row, content })).join(',\n');
  return { begin: '{"items":[\n', rows, end: '\n]}\n' };
}
