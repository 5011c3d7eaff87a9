import { changeServiceForm, readServiceForm, type ServiceQuestion } from '@lotse/directory/model';
import { answerDuplicate, createPerson, createPseudonymous, identifyPerson } from '@lotse/people/model';
import { answersOf, changeReferral, createReferral, readQualityHints, readReferral, submitReferral } from '@lotse/referral/model';
import { addStaff, birthDates, type Caller } from '@lotse/server-kit/testing';
import { referralStory, type ReferralStory } from './testing/referral-story';

const asked = (key: string, more: Partial<ServiceQuestion> = {}): ServiceQuestion => ({
  key,
  kind: 'text',
  titleDe: 'Wer unterstützt?',
  titleEn: 'Who supports?',
  helpDe: null,
  helpEn: null,
  required: false,
  part: 'notes',
  choices: [],
  ...more,
});

describe('all that a referral may say', () => {
  let story: ReferralStory;
  let manager: Caller;
  let params: { id: string };

  beforeAll(async () => {
    story = await referralStory();
    manager = story.server.as(await addStaff(story.database, story.county.clinic, ['service_manager']));
    params = { id: story.county.service };
  });
  afterAll(() => story.stop());

  const form = {
    furtherDiagnoses: [{ text: 'Schlafstörung', code: 'G47.0', certainty: 'V' as const }],
    diagnosisCode: 'F32.1',
    risk: 'Keine akute Gefährdung',
    ptv11: {
      dates: ['2026-03-02'],
      noDisorder: false,
      recommendations: ['acute_treatment'],
      methods: [],
      details: null,
      next: 'referred_on',
      promptNeeded: true,
      copyTo: null,
    },
    muster6: { purpose: 'curative', kind: 'co_treatment', issuedOn: '2026-03-02', order: null, findings: 'TSH im Normbereich' },
    placementCode: 'ab3d-ef67-89jk',
    insurance: 'statutory',
    interpreter: 'tr',
    accessibility: { needs: ['step_free'], note: null },
    travel: { means: 'public_transport', radiusKm: 20, companion: false },
    dischargeOn: '2027-01-12',
  };

  it('is kept as it was written, cut for the receiver, and stays visible when it is corrected', async () => {
    const sent = await story.received(form);
    const own = await story.look(sent, story.practice);
    expect(own.content).toMatchObject({ ...form, placementCode: 'AB3DEF6789JK' });
    const theirs = await story.look(sent);
    expect(theirs.content).toMatchObject({
      risk: null,
      accessibility: null,
      travel: null,
      dischargeOn: '2027-01-12',
      furtherDiagnoses: form.furtherDiagnoses,
    });
    expect(theirs.hidden).toEqual(expect.arrayContaining(['risk', 'contact']));
    await story.database.query(`update referral set risk = 'anders' where id = $1`, [sent.id]);
    const [kept] = await story.database.query<{ before: object }>('select before from correction where referral_id = $1', [sent.id]);
    expect(kept!.before).toEqual({ risk: form.risk });
  });

  it('refuses what has not the form of its field, by name', async () => {
    const { answer } = await story.practice.call(createReferral, { body: { personId: (await story.sends()).personId } });
    const wrong = await story.practice.call(changeReferral, {
      params: { id: answer.id },
      version: 1,
      body: { diagnosisCode: 'Depression', insurance: 'none' },
    });
    expect(wrong.problem.fields.map(({ field }) => field)).toEqual(['diagnosisCode', 'insurance']);
  });

  const bornOn = birthDates('1980-01-02');
  const begins = async (extra: unknown = null) => {
    const { id: personId } = await story.practice.get(createPerson, {
      body: { familyName: 'Fragner', givenName: 'Ole', birthDate: bornOn() },
    });
    await story.release(personId, story.county.clinic);
    const content = { reason: 'low_mood', question: 'Bitte', urgency: 'soon' as const };
    return story.practice.call(createReferral, { body: { personId, serviceId: story.county.service, ...content, extra } });
  };

  it('a service asks in versions: a draft is judged by the one it answered, and what is required counts when it is sent', async () => {
    const first = [asked('support'), asked('drives', { kind: 'yes_no', part: 'contact', required: true })];
    expect((await story.practice.call(changeServiceForm, { params, version: 0, body: { questions: first } })).status).toBe(403);
    expect(
      (await manager.call(changeServiceForm, { params: { id: story.county.otherService }, version: 0, body: { questions: first } })).status,
    ).toBe(404);
    const saved = await manager.get(changeServiceForm, { params, version: 0, body: { questions: first } });
    expect([saved.version, saved.questions]).toEqual([1, first]);
    expect((await manager.call(changeServiceForm, { params, version: 0, body: { questions: [] } })).status).toBe(409);

    const wrong = await begins(answersOf([asked('drives')], 1, { drives: 'ja' }));
    expect(wrong.problem.fields.map(({ field }) => field)).toContain('extra.drives');
    const begun = await begins(answersOf(first, 1, { support: 'Schwester' }));
    const id = begun.answer.id;
    const refused = await story.practice.call(submitReferral, { params: { id }, version: 1 });
    expect([refused.problem.code, refused.problem.fields[0]?.field]).toEqual(['referral-incomplete', 'extra.drives']);

    await manager.get(changeServiceForm, { params, version: 1, body: { questions: [asked('other')] } });
    const extra = answersOf(first, 1, { support: 'Schwester', drives: true });
    await story.practice.get(changeReferral, { params: { id }, version: 1, body: { extra } });
    await story.practice.get(submitReferral, { params: { id }, version: 2 });
    expect((await story.clinic.get(readReferral, { params: { id } })).content.extra).toMatchObject({
      version: 1,
      notes: null,
      contact: null,
    });
    expect((await story.clinic.get(readServiceForm, { params, query: { version: 1 } })).questions).toEqual(first);
    expect((await story.clinic.call(readServiceForm, { params, query: { version: 9 } })).status).toBe(404);
    await manager.get(changeServiceForm, { params, version: 2, body: { questions: [] } });
  });

  it('nobody is sent without a name, nor while a warning about a double waits for an answer', async () => {
    const { id: personId, version } = await story.practice.get(createPseudonymous, { body: { age: 42 } });
    const content = { personId, serviceId: story.county.service, reason: 'low_mood', question: 'Bitte', urgency: 'soon' as const };
    const { id } = await story.practice.get(createReferral, { body: content });
    const send = () => story.practice.call(submitReferral, { params: { id }, version: 1 });
    expect((await send()).problem.code).toBe('person-unnamed');
    const twin = await story.practice.get(createPerson, { body: { familyName: 'Zwilling', givenName: 'Uta', birthDate: '1984-03-03' } });
    await story.practice.get(identifyPerson, {
      params: { id: personId },
      version,
      body: { familyName: 'Zwilling', givenName: 'Uta', birthDate: '1984-03-04' },
    });
    await story.release(personId, story.county.clinic);
    const refused = await send();
    expect([refused.problem.code, refused.problem.context]).toEqual(['duplicate-unanswered', { personId, otherIds: [twin.id] }]);
    await story.practice.get(answerDuplicate, { params: { id: personId }, body: { otherId: twin.id, answer: 'different' } });
    expect((await send()).status).toBe(200);
  });

  it('tells what a service asks back for only when it has asked three times', async () => {
    const pieces = async () => (await story.practice.get(readQualityHints, { params })).items;
    expect(await pieces()).toEqual([]);
    await story.database.query(
      `insert into question_template (id, region_id, organisation_id, service_id, position, piece, text)
       values (gen_random_uuid(), $1, $2, $3, 1, 'medication', 'Bitte mit Dosis')`,
      [story.county.regionId, story.county.clinic, story.county.service],
    );
    expect(await pieces()).toEqual([{ piece: 'medication', amount: 0, share: 0, texts: ['Bitte mit Dosis'] }]);
  });
});
