import { faultsOf, stillFitting } from '@lotse/directory/model';
import { calendarDayOf, type CalendarDay } from '@lotse/kernel';
import { needsOverride } from '@lotse/people/model';
import type { PersonPart, ReasonPart, ReferralDraft, ReleasePart } from './referral-draft';

/** Something that keeps a referral from being sent: the name of the input, and what is wrong with it. */
export interface Finding {
  readonly name: string;
  readonly code:
    'missing' | 'birth-date-in-future' | 'kvnr-form' | 'kvnr-check-digit' | 'too-short' | 'in-the-future' | 'ends-before-it-begins';
}

interface Facts {
  /** A release for this recipient is already in force; nothing has to be asked. */
  readonly releaseStands: boolean;
  /** The organisation that was chosen. */
  readonly recipient: string | undefined;
  readonly today?: CalendarDay;
}

const missing = (name: string, value: string | null): Finding[] => (value?.trim() ? [] : [{ name, code: 'missing' }]);

/** An emergency is a phone call, not a referral: the rest of the page and the send button give way to numbers. */
export const isEmergency = ({ urgency }: Pick<ReferralDraft, 'urgency'>): boolean => urgency === 'emergency';

/** Whether there is a person that a draft can be kept for. */
export const hasPerson = (person: PersonPart, today?: CalendarDay): boolean => findingsAboutPerson(person, today).length === 0;

const isAge = (age: string): boolean => /^[0-9]{1,3}$/.test(age.trim()) && Number(age) <= 120;

/** Without a name there is a draft, and nothing else. */
function findingsAboutName({ known, isUnnamed }: PersonPart): Finding[] {
  if (known?.pseudonym) return [{ name: 'identify', code: 'missing' }];
  return isUnnamed && !known ? [{ name: 'isUnnamed', code: 'missing' }] : [];
}

/** What the service needs to know and nobody has answered. */
function findingsAboutExtra({ asked, further, serviceId }: ReferralDraft): Finding[] {
  if (!asked || asked.serviceId !== serviceId) return [];
  const faults = faultsOf(asked.questions, stillFitting(asked.questions, further.extra), true);
  return Object.keys(faults).map((key) => ({ name: `extra.${key}`, code: 'missing' }));
}

/** Everything that still keeps the referral from being sent, in the order of the page. */
export function findingsOf(draft: ReferralDraft, { releaseStands, recipient, today = calendarDayOf(new Date()) }: Facts): Finding[] {
  return [
    ...findingsAboutPerson(draft.person, today),
    ...findingsAboutName(draft.person),
    ...findingsAboutReason(draft.reason),
    ...missing('urgency', draft.urgency),
    ...missing('serviceId', draft.serviceId),
    ...findingsAboutExtra(draft),
    ...(releaseStands ? [] : [...findingsAboutRelease(draft.release, today), ...findingsAboutConsent(draft.release, recipient)]),
  ];
}

function findingsAboutPerson(person: PersonPart, today = calendarDayOf(new Date())): Finding[] {
  if (person.known) return [];
  if (person.isUnnamed) return isAge(person.age) ? [] : [{ name: 'age', code: 'missing' }];
  return [
    ...missing('familyName', person.familyName),
    ...missing('givenName', person.givenName),
    ...missing('birthDate', person.birthDate),
    ...(person.birthDate > today ? [{ name: 'birthDate', code: 'birth-date-in-future' } as const] : []),
    ...findingsAboutKvnr(person),
  ];
}

/** A wrong check digit is a warning, never a wall: a reason is enough. */
function findingsAboutKvnr({ kvnr, keepKvnr, kvnrReason }: PersonPart): Finding[] {
  const written = kvnr.replace(/\s/g, '').toUpperCase();
  if (written === '') return [];
  if (!/^[A-Z][0-9]{9}$/.test(written)) return [{ name: 'kvnr', code: 'kvnr-form' }];
  if (!needsOverride(written)) return [];
  if (!keepKvnr) return [{ name: 'kvnr', code: 'kvnr-check-digit' }];
  return kvnrReason.trim().length < 3 ? [{ name: 'kvnrOverrideReason', code: 'missing' }] : [];
}

function findingsAboutReason({ reason, question }: ReasonPart): Finding[] {
  return [...missing('reason', reason), ...missing('question', question)];
}

function findingsAboutRelease({ purpose, form, givenOn, validUntil }: ReleasePart, today: CalendarDay): Finding[] {
  return [
    ...(purpose.trim().length < 3 ? [{ name: 'purpose', code: 'missing' } as const] : []),
    ...missing('form', form),
    ...missing('givenOn', givenOn),
    ...(givenOn > today ? [{ name: 'givenOn', code: 'in-the-future' } as const] : []),
    ...missing('validUntil', validUntil),
    ...(validUntil !== '' && validUntil < givenOn ? [{ name: 'validUntil', code: 'ends-before-it-begins' } as const] : []),
  ];
}

function findingsAboutConsent({ agreedFor }: ReleasePart, recipient: string | undefined): Finding[] {
  return agreedFor !== null && agreedFor === recipient ? [] : [{ name: 'coversHealthData', code: 'missing' }];
}
