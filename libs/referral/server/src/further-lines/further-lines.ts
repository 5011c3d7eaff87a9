import type { Answer, ServiceQuestion } from '@lotse/directory/model';
import type { DataPart } from '@lotse/people/model';
import { answersIn, type Ptv11, type ReferralContent } from '@lotse/referral/model';
import { furtherWords, type FurtherField, type FurtherWords } from './further-words.data';

export type PaperLanguage = keyof typeof furtherWords;

/** What was written, and how papers and files write it. What was hidden from the reader was cut from it before. */
interface Told {
  readonly content: ReferralContent;
  readonly words: FurtherWords;
  readonly language: PaperLanguage;
}

const joined = (texts: readonly (string | null | undefined | false)[], by = ', '): string => texts.filter(Boolean).join(by);

/** 22.11.2026; a day is the same day everywhere. */
export const plainDay = (day: string, language: PaperLanguage): string =>
  new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', {
    timeZone: 'UTC',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  }).format(new Date(`${day}T00:00:00Z`));

const diagnosesText = ({ content, words }: Told): string =>
  content.furtherDiagnoses.map(({ text, code, certainty }) => joined([text, code, certainty && words.certainty[certainty]])).join('\n');

function recommendedText({ recommendations, methods }: Ptv11, said: FurtherWords['ptv11']): string {
  const ways = methods.map((one) => said.method[one]).join(', ');
  const recommended = recommendations.map((one) => said.recommendation[one]).join(', ');
  return recommended && `${said.recommendations}: ${recommended}${ways && ` (${ways})`}`;
}

function ptv11Text({ content: { ptv11 }, words: { ptv11: said, yes, no }, language }: Told): string {
  if (!ptv11) return '';
  return joined(
    [
      ptv11.dates.length > 0 && `${said.date}: ${ptv11.dates.map((day) => plainDay(day, language)).join(', ')}`,
      ptv11.noDisorder && said.noDisorder,
      recommendedText(ptv11, said),
      ptv11.next && `${said.next} ${said.nextIs[ptv11.next]}`,
      ptv11.promptNeeded !== null && `${said.promptNeeded} ${ptv11.promptNeeded ? yes : no}`,
      ptv11.details && `${said.details}: ${ptv11.details}`,
      ptv11.copyTo && `${said.copyTo}: ${ptv11.copyTo}`,
    ],
    '\n',
  );
}

function muster6Text({ content: { muster6 }, words: { muster6: said }, language }: Told): string {
  if (!muster6) return '';
  return joined(
    [
      joined([muster6.purpose && said.purposeIs[muster6.purpose], muster6.kind && said.kindIs[muster6.kind]]),
      muster6.issuedOn && `${said.issuedOn}: ${plainDay(muster6.issuedOn, language)}`,
      muster6.order && `${said.order}: ${muster6.order}`,
      muster6.findings && `${said.findings}: ${muster6.findings}`,
    ],
    '\n',
  );
}

function travelText({ content: { travel }, words }: Told): string {
  if (!travel) return '';
  const radius = travel.radiusKm !== null && words.radius.replace('{{km}}', String(travel.radiusKm));
  return joined([travel.means && words.means[travel.means], radius, travel.companion && words.companion]);
}

const needsText = ({ content: { accessibility }, words }: Told): string =>
  accessibility ? joined([...accessibility.needs.map((need) => words.need[need]), accessibility.note]) : '';

const spokenText = ({ content: { interpreter }, language }: Told): string =>
  interpreter ? (new Intl.DisplayNames([language], { type: 'language' }).of(interpreter) ?? interpreter) : '';

/** XXXX-XXXX-XXXX, as it is printed. */
const codeText = (code: string | null): string => (code?.match(/.{1,4}/g) ?? []).join('-');

const noticeText = ({ content: { shortNotice, minimumNoticeHours }, words: { notice } }: Told): string =>
  shortNotice ? notice.replace('{{count}}', String(minimumNoticeHours)) : '';

const textOf: Readonly<Record<FurtherField, (told: Told & { questions: readonly ServiceQuestion[] }) => string>> = {
  diagnosisCode: ({ content }) => content.diagnosisCode ?? '',
  certainty: ({ content: { certainty }, words }) => (certainty ? words.certainty[certainty] : ''),
  furtherDiagnoses: diagnosesText,
  risk: ({ content }) => content.risk ?? '',
  shortNotice: noticeText,
  ptv11: ptv11Text,
  muster6: muster6Text,
  insurance: ({ content: { insurance }, words }) => (insurance ? words.insurance[insurance] : ''),
  placementCode: ({ content }) => codeText(content.placementCode),
  interpreter: spokenText,
  accessibility: needsText,
  travel: travelText,
  dischargeOn: ({ content: { dischargeOn }, language }) => (dischargeOn ? plainDay(dischargeOn, language) : ''),
  extra: (told) =>
    answerLines(told.content, told.questions, told.language)
      .map(({ term, text }) => `${term}: ${text}`)
      .join('\n'),
};

/** Which part of the data each is; the answers to what the service asks have parts of their own. */
export const partOf: Readonly<Record<Exclude<FurtherField, 'extra' | 'shortNotice'>, DataPart>> = {
  diagnosisCode: 'diagnosis',
  certainty: 'diagnosis',
  furtherDiagnoses: 'diagnosis',
  risk: 'risk',
  ptv11: 'diagnosis',
  muster6: 'diagnosis',
  insurance: 'identity',
  placementCode: 'identity',
  interpreter: 'identity',
  accessibility: 'contact',
  travel: 'contact',
  dischargeOn: 'appointments',
};

/** One of them in words; empty where nothing was said. */
export function furtherText(
  field: FurtherField,
  content: ReferralContent,
  language: PaperLanguage,
  questions: readonly ServiceQuestion[] = [],
): string {
  return textOf[field]({ content, language, questions, words: furtherWords[language] });
}

function answerText(question: ServiceQuestion, answer: Answer, language: PaperLanguage): string {
  const { yes, no } = furtherWords[language];
  const word = (value: Answer): string => question.choices.find((one) => one.value === value)?.[language] ?? String(value);
  if (typeof answer === 'boolean') return answer ? yes : no;
  if (Array.isArray(answer)) return answer.map(word).join(', ');
  return question.kind === 'date' ? plainDay(String(answer), language) : word(answer);
}

/** The answers to what the service asked, each with its question in words. */
export function answerLines(
  content: ReferralContent,
  questions: readonly ServiceQuestion[],
  language: PaperLanguage,
): { term: string; text: string }[] {
  const answers = answersIn(content.extra);
  return questions.flatMap((question) => {
    const answer = answers[question.key];
    if (answer === undefined) return [];
    return [{ term: language === 'de' ? question.titleDe : question.titleEn, text: answerText(question, answer, language) }];
  });
}
