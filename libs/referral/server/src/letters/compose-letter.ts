import { calendarDayOf, timeZone } from '@lotse/kernel';
import type { MeetingMode, ServiceQuestion } from '@lotse/directory/model';
import { isBornYear, type Release } from '@lotse/people/model';
import type { Delivered, ReferralStep } from '@lotse/referral/model';
import {
  filledIn,
  type ActReason,
  type LetterKind,
  type LetterLanguage,
  type LetterPlaceholder,
  type LetterText,
  type ReferralReason,
} from '@lotse/region/model';
import { html, type Html, type OfficeLetter } from '@lotse/server-kit/print';
import { bodyOf } from './letter-bodies';
import { words } from './words.data';

/** A body with its address, as it stands on an envelope. */
export interface Party {
  name: string;
  kind: string;
  street: string | null;
  postcode: string | null;
  place: string | null;
  phone: string | null;
  fax: string | null;
}

/** All that a letter says, cut to what its receiver may see. */
export interface LetterContent {
  kind: LetterKind;
  language: LetterLanguage;
  text: LetterText;
  reference: string;
  /** The address of the installation; without one the code is the reference alone. */
  address: string | null;
  delivered: Delivered;
  fingerprint: string;
  serviceName: string | null;
  /** What the service asks, in the version that was answered. */
  questions: readonly ServiceQuestion[];
  sentAt: string | null;
  sender: Party;
  addressee: Party;
  staffName: string;
  steps: readonly ReferralStep[];
  appointment: { startsAt: string; mode: MeetingMode | null; place: string } | null;
  releases: readonly Release[];
  reasons: readonly ReferralReason[];
  /** The county's words for why something was done. */
  actReasons: readonly ActReason[];
  /** The last edition of what was told at the end. */
  outcome: { outcome: string; report: string | null; noReportReason: string | null; at: string } | null;
  /** The service that was suggested with a return. */
  suggested: { name: string; organisationName: string } | null;
  dischargedOn: string | null;
  now: Date;
}

const locales: Record<LetterLanguage, string> = { de: 'de-DE', en: 'en-GB' };
const medical = ['practice', 'clinic', 'psychotherapy_practice'];

/** A day as a letter writes it: 22.11.2026. */
export const dayText = (day: string, language: LetterLanguage): string =>
  new Intl.DateTimeFormat(locales[language], { timeZone: 'UTC', day: '2-digit', month: '2-digit', year: 'numeric' }).format(
    new Date(`${day}T00:00:00Z`),
  );
export const momentText = (at: string, language: LetterLanguage): string =>
  new Intl.DateTimeFormat(locales[language], { timeZone, dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at));
export const dayOfMoment = (at: string, language: LetterLanguage): string => dayText(calendarDayOf(new Date(at)), language);

/** A fingerprint as somebody can compare it: four groups of four. */
export const shortPrint = (fingerprint: string): string => (fingerprint.slice(0, 16).match(/.{4}/g) ?? []).join(' ');

/** "Müster, Ida" as one says it. */
export const spoken = (name: string): string => name.split(', ').reverse().join(' ');

const addressOf = ({ name, street, postcode, place }: Party): string[] =>
  [name, street, [postcode, place].filter(Boolean).join(' ')].filter((line): line is string => Boolean(line));

function placeholdersOf(content: LetterContent): Record<LetterPlaceholder, string> {
  const { language, delivered, sentAt, now } = content;
  return {
    reference: content.reference,
    person: spoken(delivered.personName),
    birthDate: isBornYear(delivered.birthDate) ? delivered.birthDate : dayText(delivered.birthDate, language),
    sender: content.sender.name,
    recipient: content.addressee.name,
    service: content.serviceName ?? content.addressee.name,
    sentOn: sentAt ? dayOfMoment(sentAt, language) : dayOfMoment(now.toISOString(), language),
    today: dayOfMoment(now.toISOString(), language),
  };
}

function factsOf({ language, reference, now, staffName, sender, fingerprint }: LetterContent): [string, string][] {
  const { facts } = words[language];
  const all: [string, string | null][] = [
    [facts.reference, reference],
    [facts.day, dayOfMoment(now.toISOString(), language)],
    [facts.contact, staffName],
    [facts.phone, sender.phone],
    [facts.fax, sender.fax],
    [facts.fingerprint, shortPrint(fingerprint)],
  ];
  return all.filter((fact): fact is [string, string] => Boolean(fact[1]));
}

/** The form is the person's own declaration: it is kept by whoever has it signed and goes to nobody by mail. */
function salutationOf({ kind, language, addressee }: LetterContent): string {
  const { salutations } = words[language];
  if (kind === 'release_form') return '';
  return medical.includes(addressee.kind) ? salutations.colleague : salutations.office;
}

function closingOf({ kind, language, staffName, sender }: LetterContent, closing: string): Html {
  const { sign, greeting } = words[language];
  const said = closing ? html`<p>${closing}</p>` : html``;
  if (kind === 'release_form')
    return html`${said}
      <div class="sign">
        <p>${sign[0]}</p>
        <p>${sign[1]}</p>
      </div>`;
  return html`${said}
    <p>${greeting}</p>
    <p>${staffName}<br />${sender.name}</p>`;
}

/** Of whom only the year is known no day is said, however the county says it. */
const asBorn = (template: string, { language, delivered }: LetterContent): string =>
  isBornYear(delivered.birthDate)
    ? template.replace(/(geboren am|geb\.|born on|born) \{\{birthDate\}\}/g, `${words[language].bornIn} {{birthDate}}`)
    : template;

/** What is scanned leads to the referral, or is its reference where the installation does not say where it is reached. Nothing about anybody. */
const markOf = ({ address, reference, language }: LetterContent): OfficeLetter['mark'] =>
  address
    ? { encoded: `${address}/z/${reference}`, label: `${words[language].mark}: ${reference}` }
    : { encoded: reference, label: `${words[language].facts.reference}: ${reference}` };

/** A letter as it is printed. Whatever came from elsewhere, the county's own words too, is text. */
export function composeLetter(content: LetterContent): OfficeLetter {
  const { kind, language, text, reference, sender, addressee } = content;
  const values = placeholdersOf(content);
  const said = (template: string) => filledIn(asBorn(template, content), values);
  const salutation = salutationOf(content);
  return {
    language,
    // A title stands in windows and lists of files: the kind and the reference, and nothing about anybody.
    title: `${words[language].titles[kind]} ${reference}`,
    sender: [...addressOf(sender), ...(sender.phone ? [`${words[language].facts.phone} ${sender.phone}`] : [])],
    returnLine: addressOf(sender).join(' · '),
    addressee: addressOf(addressee),
    factsLabel: words[language].facts.label,
    facts: factsOf(content),
    mark: markOf(content),
    subject: said(text.subject),
    body: html`${salutation ? html`<p>${salutation}</p>` : ''}
      <p>${said(text.opening)}</p>
      ${bodyOf(content)} ${closingOf(content, said(text.closing))}`,
    foot: `${reference} · ${words[language].foot}`,
  };
}
