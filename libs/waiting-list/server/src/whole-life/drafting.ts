import { createPerson, recordRelease, type DataPart } from '@lotse/people/model';
import { createReferral } from '@lotse/referral/model';
import { birthDates, type Caller, type TestCounty } from '@lotse/server-kit/testing';

/** A referral in a story, with the version it has now. */
export interface Living {
  id: string;
  personId: string;
  version: number;
  /** A number that nobody else has, in every word that is written about this person. */
  mark: string;
}

/** What is written about somebody, by the kind of information it is; the contact is a phone number. */
export const wordOf = (part: DataPart, mark: string): string => (part === 'contact' ? `07622 ${mark}` : `${part}wort ${mark}`);

const syllables = ['ba', 'ko', 'li', 'mur', 'ne', 'pas', 'ro', 'tiv', 'wel', 'zu'];
/** Names that are not alike, so that nobody is taken for somebody else. */
const nameOf = (index: number): string =>
  String(index + 1000)
    .split('')
    .map((digit) => syllables[Number(digit)])
    .join('');

/** Writes drafts about people who are not alike. */
export function drafting(county: TestCounty, practice: Caller): () => Promise<Living> {
  const bornOn = birthDates();
  let people = 0;
  return async () => {
    const mark = String(100_000 + people);
    const words = (part: DataPart) => wordOf(part, mark);
    const { id: personId } = await practice.get(createPerson, {
      body: { familyName: nameOf(people++), givenName: 'Ida', birthDate: bornOn(), phone: words('contact') },
    });
    for (const organisation of [county.clinic, county.otherClinic])
      await practice.get(recordRelease, { params: { id: personId }, body: releaseTo(organisation) });
    const content = { question: words('diagnosis'), medication: words('medication'), risk: words('risk'), triedSoFar: words('notes') };
    const body = { personId, serviceId: county.service, reason: 'low_mood', urgency: 'soon', shortNotice: true, ...content };
    const { id } = await practice.get(createReferral, { body });
    return { id, personId, version: 1, mark };
  };
}

/** What a person releases to begin with. */
export const releaseTo = (recipientOrganisationId: string) => ({
  recipientOrganisationId,
  purpose: 'Behandlung',
  dataParts: ['identity' as const, 'diagnosis' as const],
  coversHealthData: true as const,
  form: 'written' as const,
  givenOn: '2026-01-02',
  validUntil: '2099-12-31',
});
