import { addCalendarDays, calendarDayOf, type BodyInput, type CalendarDay } from '@lotse/kernel';
import { partsNeededForReferral, type createPerson, type DataPart, type Person, type recordRelease } from '@lotse/people/model';
import { stillFitting, type ServiceForm } from '@lotse/directory/model';
import { answersOf, type Referral, type ReferralContent } from '@lotse/referral/model';
import type { Urgency } from '@lotse/region/model';

import { emptyFurther, furtherContentOf, furtherOf, type FurtherPart } from './further-draft';

/** A person that is already known; only what the form shows of them. */
export type KnownPerson = Pick<Person, 'id' | 'familyName' | 'givenName' | 'birthDate' | 'phone' | 'ags'> &
  Partial<Pick<Person, 'kvnr' | 'street' | 'postcode' | 'pseudonym'>>;

export interface PersonPart {
  /** Set when nobody has to be entered anew. */
  readonly known: KnownPerson | null;
  readonly familyName: string;
  readonly givenName: string;
  readonly birthDate: string;
  readonly phone: string;
  readonly ags: string;
  readonly kvnr: string;
  /** The check digit does not fit, and the number is kept all the same. */
  readonly keepKvnr: boolean;
  readonly kvnrReason: string;
  /** Nothing is agreed to yet: a reference instead of a name. */
  readonly isUnnamed: boolean;
  readonly age: string;
  readonly postcode: string;
  /** Who was shown as a possible double and is somebody else. */
  readonly differentFrom: readonly string[];
}

export interface ReasonPart {
  readonly reason: string;
  readonly question: string;
  readonly diagnosis: string;
  readonly certainty: string;
  readonly medication: string;
  readonly triedSoFar: string;
  readonly callbackPhone: string;
}

/** The questions of a service, in a version of them. */
export type AskedByService = Pick<ServiceForm, 'serviceId' | 'version' | 'questions'>;

export interface ReleasePart {
  readonly purpose: string;
  /** Besides the parts that every referral needs. */
  readonly furtherParts: readonly DataPart[];
  readonly form: string | null;
  readonly givenOn: string;
  readonly validUntil: string;
  /** The organisation that the person agreed to. Never preset; a release names one recipient, so another one is asked for anew. */
  readonly agreedFor: string | null;
}

/** Everything one types on the page of a new referral, as it is typed. */
export interface ReferralDraft {
  readonly person: PersonPart;
  readonly reason: ReasonPart;
  /** Never preset. */
  readonly urgency: string | null;
  readonly serviceId: string | null;
  readonly shortNotice: boolean;
  readonly minimumNoticeHours: string;
  readonly release: ReleasePart;
  readonly further: FurtherPart;
  /** What the chosen service asks, once it is known. */
  readonly asked: AskedByService | null;
}

const emptyPerson: PersonPart = {
  known: null,
  familyName: '',
  givenName: '',
  birthDate: '',
  phone: '',
  ags: '',
  kvnr: '',
  keepKvnr: false,
  kvnrReason: '',
  isUnnamed: false,
  age: '',
  postcode: '',
  differentFrom: [],
};

/** What was kept by an earlier version of the page has everything that this one knows. */
export const completeDraft = (kept: ReferralDraft): ReferralDraft => ({
  ...emptyDraft(),
  ...kept,
  person: { ...emptyPerson, ...kept.person },
  further: { ...emptyFurther, ...kept.further },
});

const oneYear = 365;

/** A page on which nothing was typed. What stands in it already is never the urgency and never the consent. */
export function emptyDraft(today: CalendarDay = calendarDayOf(new Date())): ReferralDraft {
  return {
    person: emptyPerson,
    reason: { reason: '', question: '', diagnosis: '', certainty: '', medication: '', triedSoFar: '', callbackPhone: '' },
    urgency: null,
    serviceId: null,
    shortNotice: false,
    minimumNoticeHours: '24',
    release: { purpose: '', furtherParts: [], form: null, givenOn: today, validUntil: addCalendarDays(today, oneYear), agreedFor: null },
    further: emptyFurther,
    asked: null,
  };
}

/** The page for a draft that the server keeps. */
export function draftOf({ content }: Pick<Referral, 'content'>, person: KnownPerson): ReferralDraft {
  const empty = emptyDraft();
  const { reason, question, diagnosis, certainty, medication, triedSoFar, callbackPhone } = content;
  return {
    ...empty,
    person: { ...empty.person, known: person },
    reason: {
      reason: reason ?? '',
      question: question ?? '',
      diagnosis: diagnosis ?? '',
      certainty: certainty ?? '',
      medication: medication ?? '',
      triedSoFar: triedSoFar ?? '',
      callbackPhone: callbackPhone ?? '',
    },
    urgency: content.urgency,
    serviceId: content.serviceId,
    shortNotice: content.shortNotice,
    minimumNoticeHours: String(content.minimumNoticeHours),
    further: furtherOf(content),
  };
}

const orNull = (text: string): string | null => text.trim() || null;

/** What the server is told about a person who is entered. */
export function personInputOf({
  familyName,
  givenName,
  birthDate,
  phone,
  ags,
  kvnr,
  keepKvnr,
  kvnrReason,
}: PersonPart): BodyInput<typeof createPerson> {
  return {
    familyName: familyName.trim(),
    givenName: givenName.trim(),
    birthDate,
    phone: orNull(phone),
    ags: orNull(ags),
    kvnr: orNull(kvnr.replace(/\s/g, '').toUpperCase()),
    ...(keepKvnr && kvnrReason.trim() ? { kvnrOverrideReason: kvnrReason.trim() } : {}),
  };
}

/** Answers in the version that stands on the page; as they were, until it is known what the service asks. */
function extraOf({ serviceId, further, asked }: Pick<ReferralDraft, 'serviceId' | 'further' | 'asked'>): ReferralContent['extra'] {
  if (serviceId !== null && asked?.serviceId === serviceId)
    return answersOf(asked.questions, asked.version, stillFitting(asked.questions, further.extra));
  return further.kept && further.kept.serviceId === serviceId ? further.kept.extra : null;
}

/** What the server is told about the referral. */
export function contentOf({ reason, urgency, serviceId, shortNotice, minimumNoticeHours, further, asked }: ReferralDraft): ReferralContent {
  return {
    serviceId,
    reason: orNull(reason.reason),
    question: orNull(reason.question),
    diagnosis: orNull(reason.diagnosis),
    certainty: reason.diagnosis.trim() ? (orNull(reason.certainty) as ReferralContent['certainty']) : null,
    medication: orNull(reason.medication),
    triedSoFar: orNull(reason.triedSoFar),
    urgency: urgency as Urgency | null,
    shortNotice,
    minimumNoticeHours: Number(minimumNoticeHours),
    callbackPhone: orNull(reason.callbackPhone),
    ...furtherContentOf(further),
    extra: extraOf({ serviceId, further, asked }),
  };
}

/** What the server is told about what the person agreed to. */
export function releaseInputOf({ release }: ReferralDraft, recipientOrganisationId: string): BodyInput<typeof recordRelease> {
  return {
    recipientOrganisationId,
    purpose: release.purpose.trim(),
    dataParts: [...partsNeededForReferral, ...release.furtherParts],
    coversHealthData: true,
    direction: 'mutual',
    form: release.form as 'written',
    givenOn: release.givenOn,
    validUntil: release.validUntil,
  };
}
