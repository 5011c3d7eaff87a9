import { addCalendarDays } from '@lotse/kernel';
import { isBornYear } from '@lotse/people/model';
import type { LetterKind, LetterLanguage } from '@lotse/region/model';
import { html, type Html } from '@lotse/server-kit/print';
import { answerLines, furtherText } from '../further-lines/further-lines';
import { furtherWords, type FurtherField } from '../further-lines/further-words.data';
import { dayOfMoment, dayText, momentText, spoken, type LetterContent } from './compose-letter';
import { words } from './words.data';

type Row = readonly [term: string, value: string | null | undefined];

/** Rows with a header each; what is empty is left out. */
function table(heading: string, rows: readonly Row[]): Html {
  const filled = rows.filter(([, value]) => Boolean(value));
  if (filled.length === 0) return html``;
  return html`<h2>${heading}</h2>
    <table>
      <tbody>
        ${filled.map(
          ([term, value]) =>
            html`<tr>
              <th scope="row">${term}</th>
              <td>${value}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}

function personTable({ language, delivered: { personName, birthDate, person } }: LetterContent): Html {
  const { fields, headings } = words[language];
  const address = [person.street, person.postcode].filter(Boolean).join(', ');
  return table(headings.person, [
    [fields.person, spoken(personName)],
    isBornYear(birthDate) ? [fields.bornIn, birthDate] : [fields.birthDate, dayText(birthDate, language)],
    [fields.phone, person.phone],
    [fields.address, address],
    [fields.kvnr, person.kvnr],
    [fields.language, languageName(person.language, language)],
  ]);
}

/** German goes without saying. */
const languageName = (spokenLanguage: string | null, language: LetterLanguage): string | null =>
  spokenLanguage && spokenLanguage !== 'de' ? (new Intl.DisplayNames([language], { type: 'language' }).of(spokenLanguage) ?? null) : null;

function requestTable(content: LetterContent): Html {
  const { language, delivered, reasons } = content;
  const { fields, headings, urgencies, certainties } = words[language];
  const { reason, question, diagnosis, certainty, medication, triedSoFar, urgency, callbackPhone, diagnosisCode } = delivered.content;
  const further = rowOf(content);
  return table(headings.request, [
    [fields.service, content.serviceName],
    [fields.urgency, urgency && urgencies[urgency]],
    [fields.reason, reason && (reasons.find(({ code }) => code === reason)?.[language] ?? reason)],
    [fields.question, question],
    [fields.diagnosis, diagnosis && [diagnosis, diagnosisCode, certainty && certainties[certainty]].filter(Boolean).join(', ')],
    further('furtherDiagnoses'),
    [fields.medication, medication],
    further('risk'),
    [fields.triedSoFar, triedSoFar],
    further('shortNotice'),
    [fields.callbackPhone, callbackPhone],
  ]);
}

const rowOf =
  ({ language, delivered }: LetterContent) =>
  (field: FurtherField): Row => [furtherWords[language].terms[field], furtherText(field, delivered.content, language)];

const further: readonly FurtherField[] = [
  'insurance',
  'placementCode',
  'interpreter',
  'accessibility',
  'travel',
  'dischargeOn',
  'ptv11',
  'muster6',
];

/** Forms, insurance, how somebody gets there, and what the service wants to know; only where something was said. */
function furtherTable(content: LetterContent): Html {
  const { language, delivered, questions } = content;
  const answers = answerLines(delivered.content, questions, language).map(({ term, text }): Row => [term, text]);
  return table(words[language].headings.further, [...further.map(rowOf(content)), ...answers]);
}

/** What the person kept to themselves is named, so that nobody takes it for forgotten. */
function hiddenNote({ language, delivered: { hidden } }: LetterContent): Html {
  if (hidden.length === 0) return html``;
  const { parts, hidden: text } = words[language];
  return html`<p class="small">${text}: ${hidden.map((part) => parts[part]).join(', ')}.</p>`;
}

const reasonText = ({ actReasons, language }: LetterContent, list: string, code: string): string =>
  actReasons.find((reason) => reason.list === list && reason.code === code)?.[language] ?? code;

const lastStep = ({ steps }: LetterContent, ...acts: string[]) => steps.filter(({ act, undone }) => acts.includes(act) && !undone).at(-1);

/** The reason, perhaps a comment, and how the person gets help instead: as a return notes them, one after the other. */
function decision(content: LetterContent): Html {
  const { fields, headings, withoutText } = words[content.language];
  const [code = '', ...rest] = (lastStep(content, 'decline', 'hand_back')?.note ?? '').split(' · ');
  const wayForward = rest.at(-1);
  const { suggested } = content;
  return table(headings.decision, [
    [fields.declineReason, reasonText(content, 'decline', code)],
    [fields.comment, rest.slice(0, -1).join(' · ')],
    [fields.wayForward, wayForward ?? withoutText],
    [fields.suggested, suggested && `${suggested.name}, ${suggested.organisationName}`],
  ]);
}

function receipt(content: LetterContent): Html {
  const { fields, headings, meeting } = words[content.language];
  const step = lastStep(content, 'acknowledge');
  const { startsAt, mode, place } = content.appointment ?? {};
  const where = place || (mode && meeting[mode]);
  return table(headings.request, [
    [fields.receivedOn, step && momentText(step.at, content.language)],
    [fields.service, content.serviceName],
    [fields.appointment, startsAt && [momentText(startsAt, content.language), where].filter(Boolean).join(', ')],
  ]);
}

function report(content: LetterContent): Html {
  const { language, outcome, steps } = content;
  const { fields, headings, withoutText } = words[language];
  const notes = steps
    .filter(({ act, undone }) => act === 'interim_note' && !undone)
    .map(({ at, note }): Row => [`${fields.interim} ${dayOfMoment(at, language)}`, note ?? withoutText]);
  const told: Row[] = outcome
    ? [
        [fields.outcome, reasonText(content, 'outcome', outcome.outcome)],
        outcome.noReportReason
          ? [fields.noReport, reasonText(content, 'no_report', outcome.noReportReason)]
          : [fields.report, outcome.report ?? withoutText],
        [fields.notedOn, dayOfMoment(outcome.at, language)],
      ]
    : [];
  return table(headings.report, [...told, ...notes]);
}

function discharge(content: LetterContent): Html {
  const { dischargedOn, language } = content;
  const { fields, headings } = words[language];
  if (!dischargedOn) return html``;
  return table(headings.discharge, [
    [fields.dischargedOn, dayText(dischargedOn, language)],
    [fields.followUpBy, dayText(addCalendarDays(dischargedOn, 7), language)],
  ]);
}

/** Each recipient with the parts that it gets: what the person signs is what was recorded. */
function releaseTable({ releases, language }: LetterContent): Html {
  const { headings, releases: columns, noReleases, parts } = words[language];
  if (releases.length === 0) return html`<p>${noReleases}</p>`;
  return html`<h2>${headings.releases}</h2>
    <table>
      <thead>
        <tr>
          ${columns.map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${releases.map(
          ({ recipientOrganisationName, recipientWithin, dataParts, purpose, validUntil }) =>
            html`<tr>
              <th scope="row">${[recipientOrganisationName, recipientWithin].filter(Boolean).join(', ')}</th>
              <td>${dataParts.map((part) => parts[part]).join(', ')}</td>
              <td>${purpose}</td>
              <td>${dayText(validUntil, language)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}

const bodies: Readonly<Record<LetterKind, (content: LetterContent) => readonly Html[]>> = {
  referral: (content) => [personTable(content), requestTable(content), furtherTable(content), hiddenNote(content)],
  discharge: (content) => [personTable(content), discharge(content), requestTable(content), furtherTable(content), hiddenNote(content)],
  acknowledgement: (content) => [receipt(content)],
  decline: (content) => [decision(content)],
  outcome: (content) => [report(content)],
  release_form: (content) => [releaseTable(content)],
};

/** What a letter reports, between the words of the county. */
export const bodyOf = (content: LetterContent): Html => html`${bodies[content.kind](content)}`;
