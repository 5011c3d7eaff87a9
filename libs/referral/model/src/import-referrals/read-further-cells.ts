import { faultsOf, type Answer, type Answers, type ServiceQuestion } from '@lotse/directory/model';
import { answersOf } from '../extra-answers';
import type { ReferralContent } from '../referral';
import { certaintySchema, icdCodeSchema, type Diagnosis } from '../referral-forms';
import { dayOf, insurances, languages, means, needs, recommendations, severalIn, truths } from './import-choices';
import type { ImportField } from './import-fields';

type Said = Partial<Record<ImportField, string>>;
/** Finds what a word stands for; what is said and stands for nothing is a problem of its column. */
export type Chosen = <Value>(field: ImportField, code: string, find: (word: string) => Value | undefined) => Value | undefined;

/** The questions of a service, in a version of them. */
export interface AskedQuestions {
  readonly version: number;
  readonly questions: readonly ServiceQuestion[];
}

const all = <Value>(words: readonly string[], known: ReadonlyMap<string, Value>): Value[] | undefined => {
  const found = words.map((word) => known.get(word.toLowerCase()));
  return found.includes(undefined) ? undefined : (found as Value[]);
};

/** `Angststörung (F41.1, V); Asthma`: several with a semicolon, code and certainty in brackets where they are known. */
function diagnosisOf(text: string): Diagnosis {
  const [, words = text, about = ''] = /^(.*?)\s*\(([^()]*)\)$/.exec(text) ?? [];
  const marks = severalIn(about, /[,;]/);
  const code = marks.map((mark) => icdCodeSchema.safeParse(mark).data).find((mark) => mark !== undefined);
  const certainty = marks.map((mark) => certaintySchema.safeParse(mark.toUpperCase()).data).find((mark) => mark !== undefined);
  const isUnderstood = marks.length === Number(code !== undefined) + Number(certainty !== undefined);
  return isUnderstood ? { text: words, code: code ?? null, certainty: certainty ?? null } : { text, code: null, certainty: null };
}

/** What stands for nothing that is asked everywhere is kept as it was written. */
function accessibilityOf(text: string): ReferralContent['accessibility'] {
  const words = severalIn(text, /[,;\n]/);
  const known = words.flatMap((word) => needs.get(word.toLowerCase()) ?? []);
  const rest = words.filter((word) => !needs.has(word.toLowerCase()));
  return { needs: [...new Set(known)], note: rest.join(', ') || null };
}

function travelFrom({ travelMeans, travelRadius, companion }: Said, chosen: Chosen): ReferralContent['travel'] | undefined {
  const going = chosen('travelMeans', 'unknown-choice', (word) => means.get(word));
  const isAccompanied = chosen('companion', 'unknown-choice', (word) => truths.get(word));
  if ([travelMeans, travelRadius, companion].every((said) => said === undefined)) return undefined;
  const radiusKm = travelRadius === undefined ? null : Number(travelRadius.replace(/\s*km$/i, ''));
  return { means: going ?? null, radiusKm, companion: isAccompanied ?? false };
}

function ptv11From({ ptv11Dates, ptv11Recommendations, ptv11Prompt, ptv11Details }: Said, chosen: Chosen) {
  const prompt = chosen('ptv11Prompt', 'unknown-choice', (word) => truths.get(word));
  const recommended = chosen('ptv11Recommendations', 'unknown-choice', (words) => all(severalIn(words, /[,;\n]/), recommendations));
  if ([ptv11Dates, ptv11Recommendations, ptv11Prompt, ptv11Details].every((said) => said === undefined)) return undefined;
  return {
    dates: severalIn(ptv11Dates ?? '', /[,;\n]/).map(dayOf),
    noDisorder: false,
    recommendations: [...new Set(recommended ?? [])],
    methods: [],
    details: ptv11Details ?? null,
    next: null,
    promptNeeded: prompt ?? null,
    copyTo: null,
  };
}

function muster6From({ muster6IssuedOn, muster6Order, muster6Findings }: Said) {
  if ([muster6IssuedOn, muster6Order, muster6Findings].every((said) => said === undefined)) return undefined;
  const issuedOn = muster6IssuedOn === undefined ? null : dayOf(muster6IssuedOn);
  return { purpose: null, kind: null, issuedOn, order: muster6Order ?? null, findings: muster6Findings ?? null };
}

const sameWord = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

function answerTo({ kind, choices }: ServiceQuestion, text: string): Answer {
  const choice = (word: string): string =>
    choices.find(({ value, de, en }) => [value, de, en].some((name) => sameWord(name, word)))?.value ?? word;
  if (kind === 'yes_no') return truths.get(text.toLowerCase()) ?? text;
  if (kind === 'number') return Number(text.replace(',', '.'));
  if (kind === 'choice') return choice(text);
  if (kind === 'choices') return severalIn(text, /[,]/).map(choice);
  return kind === 'date' ? dayOf(text) : text;
}

/** `Frage: Antwort`, one on each line, as files that were taken out say it. */
function answersIn(text: string, { questions }: AskedQuestions): Answers | undefined {
  const answers: Record<string, Answer> = {};
  for (const line of severalIn(text)) {
    const said = (title: string): boolean => line.toLowerCase().startsWith(`${title.toLowerCase()}:`);
    const asked = questions.find(({ titleDe, titleEn }) => said(titleDe) || said(titleEn));
    if (!asked) return undefined;
    const title = said(asked.titleDe) ? asked.titleDe : asked.titleEn;
    answers[asked.key] = answerTo(asked, line.slice(title.length + 1).trim());
  }
  return Object.keys(faultsOf(questions, answers, false)).length > 0 ? undefined : answers;
}

/** What a row says besides reason, question and first diagnosis. */
export function furtherFrom(
  said: Said,
  chosen: Chosen,
  asked: AskedQuestions | undefined,
): Partial<Record<keyof ReferralContent, unknown>> {
  const { diagnosisCode, furtherDiagnoses, risk, placementCode, accessibility, dischargeOn } = said;
  return {
    ...{ diagnosisCode, risk, placementCode },
    furtherDiagnoses: furtherDiagnoses && severalIn(furtherDiagnoses).map(diagnosisOf),
    insurance: chosen('insurance', 'unknown-choice', (word) => insurances.get(word)),
    interpreter: said.interpreter && (languages.get(said.interpreter.toLowerCase()) ?? said.interpreter.toLowerCase()),
    accessibility: accessibility && accessibilityOf(accessibility),
    travel: travelFrom(said, chosen),
    dischargeOn: dischargeOn && dayOf(dischargeOn),
    ptv11: ptv11From(said, chosen),
    muster6: muster6From(said),
    extra: chosen('extra', 'unknown-question', () => {
      const answers = asked && answersIn(said.extra!, asked);
      return answers && (answersOf(asked.questions, asked.version, answers) ?? undefined);
    }),
  };
}

/** In which column something stands that the contract names by where it is kept. */
const columns: readonly (readonly [path: string, field: ImportField])[] = [
  ['travel.radiusKm', 'travelRadius'],
  ['ptv11.dates', 'ptv11Dates'],
  ['ptv11.details', 'ptv11Details'],
  ['muster6.issuedOn', 'muster6IssuedOn'],
  ['muster6.order', 'muster6Order'],
  ['muster6.findings', 'muster6Findings'],
];

export function columnOf(path: readonly PropertyKey[]): ImportField {
  const place = path.map(String).join('.');
  return columns.find(([start]) => place.startsWith(start))?.[1] ?? (String(path[0]) as ImportField);
}
