import { partsNeededForReferral, shownTo, type DataPart, type Release } from '@lotse/people/model';
import { deliveredSchema, partsOfReceiver, type Delivered } from '@lotse/referral/model';
import { contentOf, personInputOf, type KnownPerson, type PersonPart, type ReferralDraft } from './referral-draft';

const nameOf = ({ known, familyName, givenName }: PersonPart): string => {
  const { familyName: family, givenName: given } = known ?? { familyName, givenName };
  return [family.trim(), given.trim()].filter(Boolean).join(', ');
};

const nothingElse = { street: null, postcode: null, language: 'de', isInvented: false };

const personOf = ({ phone, kvnr = null, street = null, postcode = null }: KnownPerson): Delivered['person'] => ({
  ...nothingElse,
  phone,
  kvnr,
  street,
  postcode,
});

/** What would be delivered of what stands on the page, before any of it is saved. */
export function previewOf(draft: ReferralDraft, standing: Release | undefined): Delivered {
  const { known, birthDate } = draft.person;
  const typed = personInputOf(draft.person);
  const released: readonly DataPart[] = standing?.dataParts ?? [...partsNeededForReferral, ...draft.release.furtherParts];
  const delivered = {
    personName: nameOf(draft.person),
    birthDate: known?.birthDate ?? birthDate,
    person: known ? personOf(known) : { ...nothingElse, phone: typed.phone ?? null, kvnr: typed.kvnr ?? null },
    content: contentOf(draft),
  };
  return shownTo(deliveredSchema, delivered, partsOfReceiver(released));
}

/** The parts in which something stands that could be released. */
export function filledParts({ person, reason, further }: ReferralDraft): DataPart[] {
  const filled: Partial<Record<DataPart, boolean>> = {
    contact: Boolean(person.known?.phone ?? person.phone.trim()) || further.needs.length > 0 || further.travelMeans !== '',
    risk: further.risk.trim() !== '',
    medication: reason.medication.trim() !== '',
    notes: reason.triedSoFar.trim() !== '',
  };
  return (Object.keys(filled) as DataPart[]).filter((part) => filled[part]);
}
