import { birthDates } from '@lotse/server-kit/testing';
import { createPerson, recordRelease, type DataPart } from '@lotse/people/model';
import { changeReferral, createReferral, deliveredSchema, previewReferral, readReferral, submitReferral } from '@lotse/referral/model';
import { referralStory, type ReferralStory } from '../testing/referral-story';

describe('the preview as the receiver', () => {
  let story: ReferralStory;
  beforeAll(async () => void (story = await referralStory()));
  afterAll(() => story.stop());

  const bornOn = birthDates();
  const person = async () => {
    const body = { familyName: 'Muster', givenName: 'Ida', birthDate: bornOn(), phone: '07622 1', street: 'Weg 1', postcode: '79650' };
    return (await story.practice.get(createPerson, { body })).id;
  };
  const draft = async (extra: object = {}, about?: string) => {
    const personId = about ?? (await person());
    const content = {
      reason: 'low_mood',
      question: 'Bitte um Abklärung',
      medication: 'Sertralin',
      triedSoFar: 'Gespräche',
      urgency: 'soon',
    };
    const { id } = await story.practice.get(createReferral, {
      body: { personId, serviceId: story.county.service, ...content, ...extra } as never,
    });
    return { id, personId };
  };
  const releases = (personId: string, dataParts: DataPart[]) =>
    story.practice.get(recordRelease, {
      params: { id: personId },
      body: {
        recipientOrganisationId: story.county.clinic,
        purpose: 'Abklärung',
        dataParts,
        coversHealthData: true,
        form: 'written',
        givenOn: '2026-01-02',
        validUntil: '2099-12-31',
      },
    });
  const preview = (id: string) => story.practice.get(previewReferral, { params: { id } });

  it.each<[string, DataPart[], DataPart[]]>([
    ['as little as a referral needs', ['identity', 'diagnosis'], ['contact', 'medication', 'risk', 'notes']],
    ['contact details too', ['identity', 'contact', 'diagnosis'], ['medication', 'risk', 'notes']],
    ['everything there is', ['identity', 'contact', 'diagnosis', 'medication', 'risk', 'notes', 'appointments'], []],
  ])('shows what is delivered, to the letter: %s', async (_, parts, hidden) => {
    const { id, personId } = await draft();
    await releases(personId, parts);
    const shown = await preview(id);
    expect(shown).toMatchObject({ recipient: { organisationId: story.county.clinic }, until: '2099-12-31', delivered: { hidden } });
    await story.practice.get(submitReferral, { params: { id }, version: 1, body: { fingerprint: shown.fingerprint } });
    const received = await story.clinic.get(readReferral, { params: { id } });
    expect(deliveredSchema.parse(received)).toEqual(shown.delivered);
    expect(received.fingerprint).toBe(shown.fingerprint);
  });

  it('says that nothing is covered yet, and shows all the same what would be seen', async () => {
    const { id } = await draft();
    expect(await preview(id)).toMatchObject({ until: null, delivered: { hidden: ['contact', 'medication', 'risk', 'notes'] } });
  });

  it('what was changed after the preview is not sent under its fingerprint', async () => {
    const { id, personId } = await draft();
    await releases(personId, ['identity', 'diagnosis']);
    const { fingerprint } = await preview(id);
    await story.practice.get(changeReferral, { params: { id }, version: 1, body: { question: 'Etwas anderes' } });
    const refused = await story.practice.call(submitReferral, { params: { id }, version: 2, body: { fingerprint } });
    expect(refused).toMatchObject({ status: 409, problem: { code: 'preview-differs' } });
    expect((await story.practice.call(submitReferral, { params: { id }, version: 2, body: {} })).status).toBe(200);
  });

  it('needs somebody who is to receive it, and is only for whoever sends', async () => {
    const { id } = await draft({ serviceId: null });
    expect((await story.practice.call(previewReferral, { params: { id } })).problem.code).toBe('preview-needs-service');
    expect((await story.server.as(story.county.otherGp).call(previewReferral, { params: { id } })).status).toBe(404);
  });

  it('is the same whatever was hidden: the fingerprint tells nothing about it', async () => {
    const about = await person();
    const [one, other] = [await draft({ medication: 'Sertralin' }, about), await draft({ medication: null }, about)];
    await releases(about, ['identity', 'diagnosis']);
    expect((await preview(one.id)).fingerprint).toBe((await preview(other.id)).fingerprint);
  });
});
