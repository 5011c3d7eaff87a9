import type { Answer, ServiceQuestion } from '@lotse/directory/model';
import type { DataPart } from '@lotse/people/model';
import { answersIn, type ReferralContent } from '@lotse/referral/model';

/** A line of what a referral says besides reason and question. */
export interface ContentLine {
  readonly term: string;
  readonly text: string;
  readonly part: DataPart;
}

export interface Wording {
  readonly t: (key: string, values?: Record<string, string | number>) => string;
  readonly day: (day: string) => string;
  readonly language: string;
}

const joined = (texts: readonly (string | null | undefined | false)[], by = ', '): string => texts.filter(Boolean).join(by);

function diagnosisLines({ content, wording: { t } }: Told): string[] {
  return content.furtherDiagnoses.map(({ text, code, certainty }) =>
    joined([text, code, certainty && t(`referral.certainty.${certainty}`)], ' · '),
  );
}

function ptv11Text({ content: { ptv11 }, wording: { t, day } }: Told): string {
  if (!ptv11) return '';
  const recommended = ptv11.recommendations.map((one) => t(`referral.ptv11.recommendation.${one}`));
  const methods = ptv11.methods.map((one) => t(`referral.ptv11.method.${one}`));
  return joined(
    [
      ptv11.dates.length > 0 && `${t('referral.ptv11.date')}: ${ptv11.dates.map(day).join(', ')}`,
      ptv11.noDisorder && t('referral.ptv11.noDisorder'),
      recommended.length > 0 &&
        `${t('referral.ptv11.recommendations')}: ${recommended.join(', ')}${methods.length > 0 ? ` (${methods.join(', ')})` : ''}`,
      ptv11.next && `${t('referral.ptv11.next')}: ${t(`referral.ptv11.nextIs.${ptv11.next}`)}`,
      ptv11.promptNeeded !== null &&
        `${t('referral.ptv11.promptNeeded')}: ${t(ptv11.promptNeeded ? 'referral.content.yes' : 'referral.content.no')}`,
      ptv11.details,
      ptv11.copyTo && `${t('referral.ptv11.copyTo')}: ${ptv11.copyTo}`,
    ],
    '\n',
  );
}

function muster6Text({ content: { muster6 }, wording: { t, day } }: Told): string {
  if (!muster6) return '';
  return joined(
    [
      joined([
        muster6.purpose && t(`referral.muster6.purposeIs.${muster6.purpose}`),
        muster6.kind && t(`referral.muster6.kindIs.${muster6.kind}`),
      ]),
      muster6.issuedOn && `${t('referral.muster6.issuedOn')}: ${day(muster6.issuedOn)}`,
      muster6.order && `${t('referral.muster6.order')}: ${muster6.order}`,
      muster6.findings && `${t('referral.muster6.findings')}: ${muster6.findings}`,
    ],
    '\n',
  );
}

function travelText({ content: { travel }, wording: { t } }: Told): string {
  if (!travel) return '';
  const radius = travel.radiusKm !== null && t('referral.content.radius', { km: travel.radiusKm });
  return joined([travel.means && t(`referral.means.${travel.means}`), radius, travel.companion && t('referral.new.field.companion')]);
}

const needsText = ({ content: { accessibility }, wording: { t } }: Told): string =>
  accessibility ? joined([...accessibility.needs.map((need) => t(`referral.need.${need}`)), accessibility.note]) : '';

const spokenText = ({ content: { interpreter }, wording: { language } }: Told): string =>
  interpreter ? (new Intl.DisplayNames([language], { type: 'language' }).of(interpreter) ?? interpreter) : '';

/** XXXX-XXXX-XXXX, as it is printed. */
const codeText = (code: string | null): string => (code ? (code.match(/.{1,4}/g) ?? []).join('-') : '');

interface Told {
  readonly content: ReferralContent;
  readonly wording: Wording;
}

/** What was written besides reason, question and first diagnosis, in words; what was left out has no text. */
export function contentLines(content: ReferralContent, wording: Wording): ContentLine[] {
  const { t, day } = wording;
  const told: Told = { content, wording };
  const { insurance } = content;
  return [
    { term: t('referral.content.furtherDiagnoses'), text: diagnosisLines(told).join('\n'), part: 'diagnosis' },
    { term: t('referral.content.medication'), text: content.medication ?? '', part: 'medication' },
    { term: t('referral.content.triedSoFar'), text: content.triedSoFar ?? '', part: 'notes' },
    { term: t('referral.new.field.risk'), text: content.risk ?? '', part: 'risk' },
    { term: t('referral.new.group.ptv11'), text: ptv11Text(told), part: 'diagnosis' },
    { term: t('referral.new.group.muster6'), text: muster6Text(told), part: 'diagnosis' },
    { term: t('referral.new.field.insurance'), text: insurance ? t(`referral.insurance.${insurance}`) : '', part: 'identity' },
    { term: t('referral.new.field.placementCode'), text: codeText(content.placementCode), part: 'identity' },
    { term: t('referral.new.field.interpreter'), text: spokenText(told), part: 'identity' },
    { term: t('referral.new.field.accessibility'), text: needsText(told), part: 'contact' },
    { term: t('referral.new.field.travel'), text: travelText(told), part: 'contact' },
    { term: t('referral.new.field.dischargeOn'), text: content.dischargeOn ? day(content.dischargeOn) : '', part: 'appointments' },
  ];
}

function answerText(question: ServiceQuestion, answer: Answer, { t, day, language }: Wording): string {
  const word = (value: Answer) => {
    const choice = question.choices.find((one) => one.value === value);
    return choice ? (language === 'de' ? choice.de : choice.en) : String(value);
  };
  if (typeof answer === 'boolean') return t(answer ? 'referral.content.yes' : 'referral.content.no');
  if (Array.isArray(answer)) return answer.map(word).join(', ');
  return question.kind === 'date' ? day(String(answer)) : word(answer);
}

/** The answers to what the service asked, each with its question in words. What was not released is named once, with the rest. */
export function answerLines(content: ReferralContent, questions: readonly ServiceQuestion[], wording: Wording): ContentLine[] {
  const answers = answersIn(content.extra);
  return questions.flatMap((question) => {
    const answer = answers[question.key];
    const term = wording.language === 'de' ? question.titleDe : question.titleEn;
    return answer === undefined ? [] : [{ term, text: answerText(question, answer, wording), part: question.part }];
  });
}
