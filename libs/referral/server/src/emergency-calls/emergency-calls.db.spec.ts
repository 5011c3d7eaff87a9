import { createPerson } from '@lotse/people/model';
import {
  changeReferral,
  createReferral,
  discardReferral,
  readEmergencyCalls,
  readReferral,
  readReferrals,
  recordEmergencyCall,
  strikeEmergencyCall,
  submitReferral,
} from '@lotse/referral/model';
import type { BodyInput } from '@lotse/kernel';
import { addStaff, birthDates } from '@lotse/server-kit/testing';
import { referralStory, type ReferralStory } from '../testing/referral-story';

describe('calls in an emergency', () => {
  let story: ReferralStory;
  beforeAll(async () => (story = await referralStory()));
  afterAll(() => story.stop());

  const bornOn = birthDates();
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

  async function draft(): Promise<{ id: string; personId: string }> {
    const person = await story.practice.get(createPerson, { body: { familyName: 'Muster', givenName: 'Notburga', birthDate: bornOn() } });
    const written = { question: 'Spricht davon, nicht mehr leben zu wollen.', urgency: 'emergency' as const };
    const { id } = await story.practice.get(createReferral, { body: { personId: person.id, serviceId: story.county.service, ...written } });
    return { id, personId: person.id };
  }
  const record = (id: string, body: Partial<BodyInput<typeof recordEmergencyCall>>, by = story.practice) =>
    by.call(recordEmergencyCall, { params: { id }, body: { called: 'rescue', calledAt: ago(1), reached: true, ...body } });
  const read = (id: string, by = story.practice) => by.get(readEmergencyCalls, { params: { id } });
  const tasks = (id: string) =>
    story.database.query<{ kind: string; state: string }>(
      `select kind, state from task where subject_id = $1 and kind = 'emergency_follow_up'`,
      [id],
    );

  it('are written down one after the other, with who called and what was agreed', async () => {
    const colleague = await addStaff(story.database, story.county.practice, ['social_worker']);
    const { id } = await draft();
    const first = await record(id, { called: 'duty', calledAt: ago(9), reached: false, nextStep: 'Rettungsdienst anrufen' });
    expect(first.status).toBe(201);
    await record(id, { calledAt: ago(5), agreed: 'Rettungswagen kommt in die Praxis.', callerId: colleague.id });
    const { items, mayRecord } = await read(id);
    expect(mayRecord).toBe(true);
    expect(items).toMatchObject([
      { called: 'duty', reached: false, agreed: null, nextStep: 'Rettungsdienst anrufen', struck: null },
      { called: 'rescue', reached: true, agreed: 'Rettungswagen kommt in die Praxis.' },
    ]);
    expect(items[0]!.callerName).toBe(items[0]!.recordedByName);
    expect(items[1]!.callerName).not.toBe(items[1]!.recordedByName);
  });

  it('say what is missing: whom, what was agreed, or what happens now', async () => {
    const { id } = await draft();
    const refused = async (body: Parameters<typeof record>[1]) => (await record(id, body)).problem;
    expect((await refused({ called: 'clinic' })).fields.map(({ field }) => field)).toEqual(['calledName', 'agreed']);
    expect((await refused({ reached: false })).fields.map(({ field }) => field)).toEqual(['nextStep']);
    expect((await refused({ agreed: 'x', calledAt: ago(-60) })).code).toBe('called-in-future');
    expect((await refused({ agreed: 'x', callerId: story.county.intake.id })).code).toBe('caller-unknown');
    expect((await read(id)).items).toEqual([]);
    expect(await tasks(id)).toEqual([]);
  });

  it('keep the draft in sight: the list says so, and a day later somebody asks how it went on', async () => {
    const { id } = await draft();
    const rowOf = async () =>
      (await story.practice.get(readReferrals, { query: { box: 'sent', limit: 100 } })).items.find((row) => row.id === id)!;
    expect((await rowOf()).emergencyCalls).toBeUndefined();
    await record(id, { agreed: 'Kommt.' });
    const { answer: mistaken } = await record(id, { agreed: 'Zweimal aufgeschrieben.' });
    expect((await rowOf()).emergencyCalls).toBe(2);
    expect(await tasks(id)).toEqual([{ kind: 'emergency_follow_up', state: 'ready' }]);
    const params = { id: mistaken.id };
    const struck = await story.practice.get(strikeEmergencyCall, { params, body: { reason: 'Doppelt' } });
    expect(struck.struck).toMatchObject({ reason: 'Doppelt' });
    const again = await story.practice.call(strikeEmergencyCall, { params, body: { reason: 'Doppelt' } });
    expect(again.problem.code).toBe('call-struck');
    expect((await rowOf()).emergencyCalls).toBe(1);
    expect((await read(id)).items.map(({ agreed }) => agreed)).toEqual(['Kommt.', 'Zweimal aufgeschrieben.']);
    const { version } = await story.practice.get(readReferral, { params: { id } });
    await story.practice.get(discardReferral, { params: { id }, version, body: {} });
    expect((await tasks(id))[0]!.state).toBe('dropped');
  });

  // @req ASVS 5.0.0-8.2.2
  it('are never sent: whoever is sent the referral later sees none of them', async () => {
    const { id, personId } = await draft();
    await record(id, { called: 'clinic', calledName: 'Klinik Kanarienberg', agreed: 'Kanarienvereinbarung' });
    const refused = await story.practice.call(submitReferral, { params: { id }, version: 1 });
    expect(refused.status).toBe(422);
    await story.release(personId, story.county.clinic);
    const { version } = await story.practice.get(changeReferral, {
      params: { id },
      version: 1,
      body: { urgency: 'soon', reason: 'low_mood', diagnosis: 'F32.1' },
    });
    await story.practice.get(submitReferral, { params: { id }, version });
    expect((await read(id)).items).toHaveLength(1);
    expect(await read(id, story.clinic)).toEqual({ items: [], mayRecord: false });
    expect(JSON.stringify(await story.clinic.get(readReferral, { params: { id } }))).not.toContain('Kanarien');
    expect((await record(id, { agreed: 'x' }, story.clinic)).status).toBe(403);
    expect((await record(id, { agreed: 'x' }, story.server.as(story.county.otherGp))).status).toBe(404);
    const own = (await read(id)).items[0]!.id;
    const elsewhere = await story.server.as(story.county.otherGp).call(strikeEmergencyCall, { params: { id: own }, body: { reason: 'x' } });
    expect(elsewhere.status).toBe(404);
  });

  it('stand in the chronicle', async () => {
    const { id } = await draft();
    await record(id, { agreed: 'Kommt.' });
    await read(id);
    const verbs = await story.database.query<{ verb: string }>('select verb from chronicle_entry where subject_id = $1 order by at', [id]);
    expect(verbs.map(({ verb }) => verb)).toEqual(expect.arrayContaining(['emergencyCall.record']));
  });
});
