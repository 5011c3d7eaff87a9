import type { Urgency } from '@lotse/region/model';

/** What is typed on the page of a new enquiry, for either kind. */
export interface EnquiryDraft {
  readonly kind: 'advice' | 'capacity' | '';
  readonly about: 'person' | 'nobody' | '';
  readonly personId: string | null;
  readonly serviceIds: readonly string[];
  readonly serviceName: string;
  readonly question: string;
  readonly diagnosis: string;
  readonly medication: string;
  readonly triedSoFar: string;
  readonly urgency: Urgency | '';
  readonly age: string;
  readonly postcode: string;
  readonly category: string;
  readonly needs: string;
  readonly answerBy: string;
  readonly isChecked: boolean;
}

export const emptyEnquiry: EnquiryDraft = {
  kind: '',
  about: '',
  personId: null,
  serviceIds: [],
  serviceName: '',
  question: '',
  diagnosis: '',
  medication: '',
  triedSoFar: '',
  urgency: '',
  age: '',
  postcode: '',
  category: '',
  needs: '',
  answerBy: '',
  isChecked: false,
};

const requiredFor: Readonly<Record<'advice' | 'capacity', readonly (keyof EnquiryDraft)[]>> = {
  advice: ['about', 'question', 'serviceIds', 'answerBy'],
  capacity: ['age', 'diagnosis', 'category', 'postcode', 'urgency', 'serviceIds', 'answerBy'],
};

/** What is still missing before it can be sent, in the order of the page. */
export function missingIn(draft: EnquiryDraft): (keyof EnquiryDraft)[] {
  if (draft.kind === '') return ['kind'];
  const missing = requiredFor[draft.kind].filter(
    (field) => draft[field] === '' || (field === 'serviceIds' && draft.serviceIds.length === 0),
  );
  return draft.kind === 'advice' && draft.about === 'person' && draft.personId === null ? ['personId', ...missing] : missing;
}

const orNull = (text: string): string | null => text.trim() || null;
const asNumber = (text: string): number | null => (/^\d{1,3}$/.test(text.trim()) ? Number(text.trim()) : null);

/** The texts in which nobody should be named. */
export const textsOf = ({ question, diagnosis, medication, triedSoFar, needs }: EnquiryDraft): string[] => [
  question,
  diagnosis,
  medication,
  triedSoFar,
  needs,
];

/** The body of a request for advice. */
export function adviceOf(draft: EnquiryDraft) {
  const isNamed = draft.about === 'person';
  return {
    serviceId: draft.serviceIds[0]!,
    personId: isNamed ? draft.personId : null,
    question: draft.question.trim(),
    diagnosis: orNull(draft.diagnosis),
    medication: orNull(draft.medication),
    triedSoFar: orNull(draft.triedSoFar),
    urgency: (draft.urgency || null) as never,
    age: isNamed ? null : asNumber(draft.age),
    postcode: isNamed ? null : orNull(draft.postcode),
    answerBy: draft.answerBy,
    isChecked: draft.isChecked,
  };
}

/** The body of a question for room. */
export function capacityOf(draft: EnquiryDraft) {
  return {
    serviceIds: [...draft.serviceIds],
    age: asNumber(draft.age) ?? -1,
    diagnosis: draft.diagnosis.trim(),
    category: draft.category as never,
    postcode: draft.postcode.trim(),
    urgency: draft.urgency as never,
    needs: orNull(draft.needs),
    answerBy: draft.answerBy,
    isChecked: draft.isChecked,
  };
}
