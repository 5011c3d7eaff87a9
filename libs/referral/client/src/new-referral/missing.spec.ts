import { kvnrCheckDigit } from '@lotse/kernel';
import { findingsOf, hasPerson, isEmergency } from './missing';
import { contentOf, emptyDraft, personInputOf, releaseInputOf, type ReferralDraft } from './referral-draft';

const today = '2026-11-22';
const recipient = '0190a0a0-0000-7000-8000-000000000001';
const nothing = { releaseStands: false, recipient: undefined, today };
const names = (draft: ReferralDraft, facts: Partial<typeof nothing> | { recipient: string; releaseStands?: boolean } = {}) =>
  findingsOf(draft, { ...nothing, ...facts }).map(({ name }) => name);

const empty = emptyDraft(today);
const complete: ReferralDraft = {
  ...empty,
  person: { ...empty.person, familyName: 'Öztürk', givenName: 'Ayşe', birthDate: '1974-03-12' },
  reason: { ...empty.reason, reason: 'low_mood', question: 'Bitte um Einschätzung.' },
  urgency: 'urgent',
  serviceId: '0190a0a0-0000-7000-8000-000000000002',
  release: { ...empty.release, purpose: 'Behandlung', form: 'written', agreedFor: recipient },
};

describe('what is missing on the page of a new referral', () => {
  it('asks for nine things, the purpose apart, in the order of the page', () => {
    expect(names({ ...empty, release: complete.release })).toEqual([
      'familyName',
      'givenName',
      'birthDate',
      'reason',
      'question',
      'urgency',
      'serviceId',
      'coversHealthData',
    ]);
    expect(names({ ...empty, release: { ...empty.release, purpose: 'Behandlung' } })).toHaveLength(9);
  });

  it('never presets urgency, form or consent', () => {
    expect(empty.urgency).toBeNull();
    expect(empty.release.form).toBeNull();
    expect(empty.release.agreedFor).toBeNull();
  });

  it('is content with a complete page', () => expect(names(complete, { recipient })).toEqual([]));

  it('asks for the consent anew when another recipient is chosen', () => {
    expect(names(complete, { recipient: '0190a0a0-0000-7000-8000-000000000009' })).toEqual(['coversHealthData']);
  });

  it('asks for no release when one is in force', () => {
    expect(names({ ...complete, release: empty.release }, { recipient, releaseStands: true })).toEqual([]);
  });

  it('knows an emergency, which hides the send button', () => {
    expect(isEmergency({ urgency: 'emergency' })).toBe(true);
    expect(isEmergency({ urgency: 'very_urgent' })).toBe(false);
    expect(isEmergency({ urgency: null })).toBe(false);
  });

  it('finds dates that cannot be', () => {
    const person = { ...complete.person, birthDate: '2030-01-01' };
    expect(findingsOf({ ...complete, person }, { ...nothing, recipient })).toEqual([{ name: 'birthDate', code: 'birth-date-in-future' }]);
    const release = { ...complete.release, givenOn: '2026-11-01', validUntil: '2026-10-01' };
    expect(names({ ...complete, release }, { recipient })).toEqual(['validUntil']);
  });

  it('takes a wrong check digit of a KVNR as a warning that a reason overrides', () => {
    const right = `A12345678${kvnrCheckDigit('A12345678')}`;
    const wrong = `A12345678${(Number(right.at(-1)) + 1) % 10}`;
    const codes = (person: Partial<ReferralDraft['person']>) =>
      findingsOf({ ...complete, person: { ...complete.person, ...person } }, { ...nothing, recipient }).map(({ code }) => code);
    expect(codes({ kvnr: right })).toEqual([]);
    expect(codes({ kvnr: 'A12' })).toEqual(['kvnr-form']);
    expect(codes({ kvnr: wrong })).toEqual(['kvnr-check-digit']);
    expect(codes({ kvnr: wrong, keepKvnr: true })).toEqual(['missing']);
    expect(codes({ kvnr: wrong, keepKvnr: true, kvnrReason: 'Ersatzbescheinigung' })).toEqual([]);
  });

  it('needs only the person for a draft', () => {
    expect(hasPerson(empty.person, today)).toBe(false);
    expect(hasPerson(complete.person, today)).toBe(true);
  });
});

describe('what the server is told', () => {
  it('turns empty inputs into nothing', () => {
    expect(personInputOf(complete.person)).toEqual({
      familyName: 'Öztürk',
      givenName: 'Ayşe',
      birthDate: '1974-03-12',
      phone: null,
      ags: null,
      kvnr: null,
    });
    expect(contentOf(empty)).toMatchObject({ serviceId: null, reason: null, question: null, urgency: null, certainty: null });
  });

  it('always releases what a referral needs', () => {
    const release = { ...complete.release, furtherParts: ['contact' as const] };
    expect(releaseInputOf({ ...complete, release }, recipient)).toMatchObject({
      dataParts: ['identity', 'diagnosis', 'contact'],
      recipientOrganisationId: recipient,
    });
  });
});
