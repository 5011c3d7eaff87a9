import { emptyContent, type ReferralContent } from '@lotse/referral/model';
import type { Urgency } from '@lotse/region/model';
import { organisationOf } from '../county/organisations';
import type { InventedService } from '../county/services';
import type { InventedPerson } from '../people/invent-people';
import type { Chance } from '../random';
import { asks } from './phrases';
import { occasions, type Occasion, type Told } from './reasons';
import type { End } from './stories';

export type Written = Omit<ReferralContent, 'serviceId'>;

type Weights = Readonly<Partial<Record<Urgency, number>>>;

const weights: Readonly<Record<'new' | 'waiting' | 'top' | 'booked', Weights>> = {
  new: { very_urgent: 2, urgent: 6, acute_treatment: 7, soon: 10, routine: 7 },
  waiting: { urgent: 3, acute_treatment: 6, soon: 12, routine: 10 },
  top: { urgent: 1 },
  booked: { urgent: 1 },
};

const weightsOf = (end: End): Weights => (end === 'top' || end === 'booked' || end === 'waiting' ? weights[end] : weights.new);

const nouns = { patient: { female: 'Patientin', male: 'Patient' }, client: { female: 'Klientin', male: 'Klient' } } as const;

/** "52-jährige Patientin", as a practice writes; social services say Klientin. */
function who({ age, input: { sex } }: InventedPerson, referrer: string): string {
  const noun = nouns[organisationOf(referrer).kind === 'practice' ? 'patient' : 'client'];
  if (sex === 'female') return `${age}-jährige ${noun.female}`;
  return sex === 'male' ? `${age}-jähriger ${noun.male}` : `${age}-jährige Person`;
}

const textsFor = (stories: readonly Told[], age: number): string[] =>
  stories.flatMap((told) => {
    const [text, from, until] = typeof told === 'string' ? ([told, 0, 120] as const) : told;
    return age >= from && age <= until ? [text] : [];
  });

function fits(occasion: Occasion, { age, input: { sex } }: InventedPerson, service: InventedService | null, wanted: Weights): boolean {
  const [youngest, oldest] = occasion.ages ?? [16, 99];
  return (
    age >= youngest &&
    age <= oldest &&
    textsFor(occasion.stories, age).length > 0 &&
    (!occasion.sex || occasion.sex === sex) &&
    (!service || occasion.categories.includes(service.category)) &&
    occasion.urgencies.some((urgency) => wanted[urgency])
  );
}

const { serviceId: _, ...unwritten } = emptyContent;

const risks = [
  'Lebensüberdrüssige Gedanken, keine konkreten Pläne. Absprachen sind möglich, Notfallnummern besprochen.',
  'Vor zwei Jahren ein Suizidversuch. Derzeit glaubhaft distanziert.',
  'Keine akute Gefährdung. Im Rausch gelegentlich leichtsinnig.',
] as const;

/** What only some write: who pays, who interprets, how somebody gets there, what there is to fear. */
function besides(luck: Chance, { input: { language } }: InventedPerson): Partial<Written> {
  return {
    insurance: luck.percent(70)
      ? luck.weighted(['statutory', 'private', 'social_office'] as const, (kind) => (kind === 'statutory' ? 9 : 1))
      : null,
    interpreter: language && language !== 'de' && luck.percent(60) ? language : null,
    travel: luck.percent(22)
      ? {
          means: luck.one(['public_transport', 'car', 'is_driven'] as const),
          radiusKm: luck.one([10, 20, 30]),
          companion: luck.percent(20),
        }
      : null,
    accessibility: luck.percent(6) ? { needs: [luck.one(['step_free', 'hearing', 'plain_language'] as const)], note: null } : null,
    risk: luck.percent(14) ? luck.one(risks) : null,
    furtherDiagnoses: luck.percent(12) ? [{ text: 'Arterielle Hypertonie', code: 'I10.90', certainty: 'G' }] : [],
  };
}

/** Writes what a referrer would write about somebody to a service: reason, question and urgency go together. */
export function writeContent(luck: Chance, person: InventedPerson, referrer: string, service: InventedService | null, end: End): Written {
  const wanted = weightsOf(end);
  const occasion = luck.weighted(
    occasions.filter((candidate) => fits(candidate, person, service, wanted)),
    ({ weight }) => weight,
  );
  const urgencies = occasion.urgencies.filter((urgency) => wanted[urgency]);
  const [diagnosis, certainty] = luck.one(occasion.diagnoses);
  const withDiagnosis = luck.percent(80);
  const story = luck.one(textsFor(occasion.stories, person.age)).replace('{who}', who(person, referrer));
  const shortNotice = luck.percent(38);
  return {
    ...unwritten,
    ...besides(luck, person),
    reason: occasion.reason,
    question: `${story} ${luck.one(asks[service?.category ?? 'outpatient_clinic'])}`,
    diagnosis: withDiagnosis ? diagnosis : null,
    certainty: withDiagnosis ? certainty : null,
    medication: luck.one(occasion.medication),
    triedSoFar: luck.one(occasion.tried),
    urgency: luck.weighted(urgencies, (urgency) => wanted[urgency] ?? 0),
    shortNotice,
    minimumNoticeHours: shortNotice ? luck.one([4, 12, 24, 24, 48]) : luck.one([24, 48, 72]),
    callbackPhone: luck.percent(45) ? organisationOf(referrer).phone : null,
  };
}

/** Whether somebody is of the age a service is for. */
export const isOfAge = ({ age }: InventedPerson, service: InventedService | null): boolean =>
  !service || (age >= (service.ageFrom ?? 18) && age <= (service.ageTo ?? 120));

/** Whether there is anything at all that this person could be referred to the service for. */
export const canBeReferred = (person: InventedPerson, service: InventedService | null, end: End): boolean =>
  isOfAge(person, service) && occasions.some((occasion) => fits(occasion, person, service, weightsOf(end)));
