import type { Accessibility, Ptv11, Travel } from '../referral-forms';
import type { ReferralContent } from '../referral';

/** What a code is called in German and English offices, besides itself. */
const called = <Code extends string>(words: Readonly<Record<Code, readonly string[]>>): ReadonlyMap<string, Code> =>
  new Map((Object.entries(words) as [Code, readonly string[]][]).flatMap(([code, names]) => [code, ...names].map((name) => [name, code])));

export const insurances = called<NonNullable<ReferralContent['insurance']>>({
  statutory: ['gesetzlich', 'gkv'],
  private: ['privat', 'pkv'],
  accident: ['unfallversicherung (bg)', 'bg', 'accident insurance'],
  social_office: ['sozialamt', 'social welfare office'],
  asylum: ['asylbewerberleistungen', 'asylblg', 'asylum seekers’ benefits'],
  self_payer: ['zahlt selbst', 'selbstzahler', 'selbstzahlerin', 'pays themselves'],
  other: ['andere', 'sonstige'],
});

export const needs = called<Accessibility['needs'][number]>({
  step_free: ['ohne stufen', 'rollstuhl', 'barrierefrei', 'step-free', 'wheelchair'],
  hearing: ['hört schlecht', 'schwerhörig', 'hard of hearing'],
  sign_language: ['gebärdensprache', 'sign language'],
  vision: ['sieht schlecht', 'sehbehindert', 'sees badly'],
  plain_language: ['leichte sprache', 'plain language'],
  quiet_place: ['ruhiger warteplatz', 'quiet place to wait'],
  assistance_dog: ['assistenzhund', 'assistance dog'],
});

export const means = called<NonNullable<Travel['means']>>({
  on_foot: ['zu fuß', 'on foot'],
  public_transport: ['bus und bahn', 'öpnv', 'bus', 'bahn', 'bus and train'],
  car: ['mit dem auto', 'auto', 'by car'],
  is_driven: ['wird gefahren', 'is driven'],
  cannot_travel: ['kann nicht kommen', 'hausbesuch', 'cannot travel'],
});

export const recommendations = called<Ptv11['recommendations'][number]>({
  none: ['keine maßnahme', 'no measure'],
  prevention: ['prävention'],
  outpatient_psychotherapy: ['ambulante psychotherapie', 'psychotherapie', 'outpatient psychotherapy'],
  acute_treatment: ['akutbehandlung', 'acute treatment'],
  hospital: ['stationäre behandlung', 'krankenhaus', 'treatment in hospital'],
  rehabilitation: ['reha'],
  gp_clarification: ['hausärztliche abklärung', 'clarification by a gp'],
  specialist_clarification: ['fachärztliche abklärung', 'clarification by a specialist'],
  outside_insurance: ['hilfen außerhalb der krankenversicherung', 'help outside of health insurance'],
});

export const truths = new Map([
  ...['ja', 'j', 'yes', 'y', 'true', 'wahr', '1', 'x'].map((word) => [word, true] as const),
  ...['nein', 'n', 'no', 'false', 'falsch', '0', '-'].map((word) => [word, false] as const),
]);

export const languages = new Map([
  ['deutsch', 'de'],
  ['german', 'de'],
  ['englisch', 'en'],
  ['english', 'en'],
  ['türkisch', 'tr'],
  ['russisch', 'ru'],
  ['ukrainisch', 'uk'],
  ['arabisch', 'ar'],
  ['französisch', 'fr'],
  ['italienisch', 'it'],
  ['polnisch', 'pl'],
]);

const two = (digits: string): string => digits.padStart(2, '0');

/** `24.11.1952`, `24/11/1952` or `1952-11-24` as a calendar day; a year of two digits could be either century, so it is refused. */
export function dayOf(text: string): string {
  const found = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text);
  return found ? `${found[3]}-${two(found[2]!)}-${two(found[1]!)}` : text;
}

/** Several in one cell, as people write them. */
export const severalIn = (text: string, by = /[;\n]/): string[] =>
  text
    .split(by)
    .map((one) => one.trim())
    .filter(Boolean);
