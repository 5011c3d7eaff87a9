import type { OutsideOrganisationInput } from '@lotse/identity/model';
import { instantAt } from '@lotse/kernel';
import type { BodyInput } from '@lotse/kernel';
import type { enterPaperReferral } from '@lotse/referral/model';

/** What the form for paper holds while it is written. */
export interface PaperDraft {
  cameBy: string | null;
  receivedOn: string;
  receivedTime: string;
  senderId: string | null;
  isNewSender: boolean;
  sender: Record<Exclude<keyof OutsideOrganisationInput, 'kind'>, string> & { kind: string };
  senderName: string;
  personId: string | null;
  /** Who was shown as a possible double and is somebody else. */
  differentFrom: readonly string[];
  familyName: string;
  givenName: string;
  birthDate: string;
  phone: string;
  serviceId: string;
  reason: string;
  question: string;
  diagnosis: string;
  medication: string;
  urgency: string;
  hasRelease: boolean;
  releaseNames: string;
  releaseForm: string;
  releaseGivenOn: string;
  releaseSeen: boolean;
}

export const emptyPaper = (today: string, time: string): PaperDraft => ({
  cameBy: null,
  receivedOn: today,
  receivedTime: time,
  senderId: null,
  isNewSender: false,
  sender: { name: '', kind: 'practice', street: '', postcode: '', place: '', phone: '', fax: '', email: '', lanr: '', bsnr: '' },
  senderName: '',
  personId: null,
  differentFrom: [],
  familyName: '',
  givenName: '',
  birthDate: '',
  phone: '',
  serviceId: '',
  reason: '',
  question: '',
  diagnosis: '',
  medication: '',
  urgency: '',
  hasRelease: false,
  releaseNames: '',
  releaseForm: 'written',
  releaseGivenOn: '',
  releaseSeen: false,
});

/** The fields that are still empty and may not be. */
export function missingIn(draft: PaperDraft): string[] {
  const needed: [name: string, isThere: boolean][] = [
    ['cameBy', draft.cameBy !== null],
    ['receivedAt', draft.receivedOn !== '' && draft.receivedTime !== ''],
    ['senderOrganisationId', draft.isNewSender || draft.senderId !== null],
    ['name', !draft.isNewSender || draft.sender.name.trim().length > 1],
    ['familyName', draft.personId !== null || draft.familyName.trim() !== ''],
    ['givenName', draft.personId !== null || draft.givenName.trim() !== ''],
    ['birthDate', draft.personId !== null || draft.birthDate !== ''],
    ['serviceId', draft.serviceId !== ''],
    ['reason', draft.reason !== ''],
    ['question', draft.question.trim() !== ''],
    ['urgency', draft.urgency !== ''],
    ['release.givenOn', !draft.hasRelease || draft.releaseGivenOn !== ''],
  ];
  return needed.filter(([, isThere]) => !isThere).map(([name]) => name);
}

const given = (text: string): string | null => text.trim() || null;

/** A sender as the directory takes it. */
export function senderOf({ sender }: PaperDraft): OutsideOrganisationInput {
  const { name, kind, ...rest } = sender;
  const others = Object.fromEntries(Object.entries(rest).map(([field, text]) => [field, given(text)]));
  return { name: name.trim(), kind, ...others } as OutsideOrganisationInput;
}

/** A person as they are entered. */
export const personOf = ({ familyName, givenName, birthDate, phone }: PaperDraft) => ({
  familyName: familyName.trim(),
  givenName: givenName.trim(),
  birthDate,
  phone: given(phone),
});

/** What can be compared with the people there are, once there is a name and a birth date. */
export function comparable(draft: PaperDraft): ReturnType<typeof personOf> | undefined {
  const person = personOf(draft);
  return draft.personId !== null || [person.familyName, person.givenName, person.birthDate].includes('') ? undefined : person;
}

/** What is sent, once sender and person are known. */
export function bodyOf(draft: PaperDraft, senderOrganisationId: string, personId: string): BodyInput<typeof enterPaperReferral> {
  const { releaseForm, releaseGivenOn, releaseSeen, releaseNames } = draft;
  return {
    personId,
    senderOrganisationId,
    senderName: given(draft.senderName),
    cameBy: draft.cameBy as 'fax',
    receivedAt: instantAt(draft.receivedOn, draft.receivedTime).toISOString(),
    release: draft.hasRelease
      ? { names: given(releaseNames), form: releaseForm as 'written', givenOn: releaseGivenOn, seen: releaseSeen }
      : null,
    serviceId: draft.serviceId,
    reason: draft.reason,
    question: draft.question,
    diagnosis: given(draft.diagnosis),
    medication: given(draft.medication),
    urgency: draft.urgency as 'soon',
  };
}
