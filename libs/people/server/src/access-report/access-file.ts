import { verbText } from '@lotse/chronicle/model';
import { timeZone } from '@lotse/kernel';
import { basisText, partText, type Access } from '@lotse/people/model';
import { html, type Letter } from '@lotse/server-kit/print';
import papaparse from 'papaparse';
import { words, type ReportLanguage } from './words.data';

const locales: Record<ReportLanguage, string> = { de: 'de-DE', en: 'en-GB' };
/** Without it a German Excel takes UTF-8 for something else. */
const byteOrderMark = '\uFEFF';

const momentIn = (language: ReportLanguage) => {
  const format = new Intl.DateTimeFormat(locales[language], { timeZone, dateStyle: 'medium', timeStyle: 'short' });
  return (at: string): string => format.format(new Date(at)).replace(',', '');
};

function cellsOf(access: Access, language: ReportLanguage, moment: (at: string) => string): string[] {
  const { all } = words[language];
  const parts = access.parts === null ? all : access.parts.map((part) => partText(part, language)).join(', ');
  const what = verbText(access, language);
  return [moment(access.at), access.staffName ?? '–', access.organisationName ?? '–', what, parts, basisText(access, language)];
}

/** The report for a spreadsheet. What begins like a formula is text all the same. */
export function asFile(accesses: readonly Access[], language: ReportLanguage): string {
  const moment = momentIn(language);
  const data = accesses.map((access) => cellsOf(access, language, moment));
  const fields = [...words[language].columns];
  return byteOrderMark + papaparse.unparse({ fields, data }, { delimiter: ';', newline: '\r\n', escapeFormulae: true });
}

/** Whom and what a report is about. */
export interface ReportFacts {
  language: ReportLanguage;
  person: { familyName: string; givenName: string; birthDate: string };
  organisation: { name: string; street: string | null; postcode: string | null; phone: string | null };
  accesses: readonly Access[];
  isCut: boolean;
}

/** The report as a document to hand out (Art. 15 DSGVO). */
export function asDocument({ language, person, organisation, accesses, isCut }: ReportFacts): Letter {
  const moment = momentIn(language);
  const text = words[language];
  const day = new Intl.DateTimeFormat(locales[language], { timeZone, dateStyle: 'medium' });
  const born = new Intl.DateTimeFormat(locales[language], { timeZone: 'UTC', dateStyle: 'medium' }).format(new Date(person.birthDate));
  const rows = accesses.map((access) => cellsOf(access, language, moment));
  return {
    language,
    title: text.title,
    sender: organisation.name,
    senderLine: [organisation.street, organisation.postcode, organisation.phone].filter(Boolean).join(' · '),
    facts: [[text.day, day.format(new Date())]],
    foot: `${organisation.name} · ${text.title}`,
    body: html`<h1>${text.heading}</h1>
      <dl class="facts">
        <dt>${text.person}</dt>
        <dd>${person.familyName}, ${person.givenName}</dd>
        <dt>${text.birthDate}</dt>
        <dd>${born}</dd>
      </dl>
      <p>${text.lead}</p>
      ${isCut ? html`<p>${text.cut}</p>` : ''}
      <h2>${text.accesses}</h2>
      ${rows.length === 0 ? html`<p>${text.none}</p>` : table(text.columns, rows)}
      <h2>${text.rights}</h2>
      <p>${text.rightsText}</p>`,
  };
}

const table = (columns: readonly string[], rows: readonly string[][]) =>
  html`<table>
    <thead>
      <tr>
        ${columns.map((column) => html`<th scope="col">${column}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (cells) =>
          html`<tr>
            ${cells.map((cell) => html`<td>${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
