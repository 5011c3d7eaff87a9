import { readPerson, revokeRelease } from '@lotse/people/model';
import { acceptReferral, acknowledgeReferral, readReferral, readReferrals, redirectReferral, undoMove } from '@lotse/referral/model';
import { newId } from '@lotse/kernel';
import { referralStory, type ReferralStory, type Sent } from '../testing/referral-story';

describe('handing a referral on', () => {
  let story: ReferralStory;
  beforeAll(async () => void (story = await referralStory()));
  afterAll(() => story.stop());

  const next = () => story.server.as(story.county.otherIntake);
  const to = (serviceId: string) => ({ serviceId, reason: 'more_appropriate_service' as const, note: 'Dort gibt es eine Gruppe.' });
  const handsOn = async () => {
    const sent = await story.received();
    await story.release(sent.personId, story.county.otherClinic);
    const called = await story.does(sent, redirectReferral, to(story.county.otherService));
    return { sent, called };
  };
  const boxOf = async (by = story.clinic, sent: Sent) =>
    (await by.get(readReferrals, { query: { box: 'inbox', limit: 100 } })).items.some(({ id }) => id === sent.id);

  it('promise 3: it arrives at the other service with the clock it had, and both sides are told the same', async () => {
    const sent = await story.received();
    await story.release(sent.personId, story.county.otherClinic);
    const before = await story.look(sent);
    const { answer } = await story.does(sent, redirectReferral, to(story.county.otherService));
    expect(answer.state).toBe('requested');
    const [referrer, receiver] = [await story.look(sent, story.practice), await story.look(sent, next())];
    for (const seen of [referrer, receiver]) {
      expect(seen).toMatchObject({
        state: 'requested',
        sentAt: before.sentAt,
        targetDays: before.targetDays,
        reference: before.reference,
        serviceName: 'Tagesklinik',
        recipient: { organisationId: story.county.otherClinic },
        custody: { custodian: 'recipient_intake', organisationId: story.county.otherClinic },
      });
    }
    expect(referrer.steps.at(-1)).toMatchObject({ act: 'redirect', note: 'more_appropriate_service · Dort gibt es eine Gruppe.' });
    expect((await next().call(readPerson, { params: { id: sent.personId } })).status).toBe(200);
  });

  it('promise 1: it leaves one inbox and is in the other', async () => {
    const { sent } = await handsOn();
    expect([await boxOf(story.clinic, sent), await boxOf(next(), sent)]).toEqual([false, true]);
    expect((await story.does(sent, acknowledgeReferral, {}, next())).status).toBe(200);
  });

  it('promise 7: without a release that names the next receiver it stays where it is, and they learn nothing', async () => {
    const sent = await story.received();
    const refused = await story.does(sent, redirectReferral, to(story.county.otherService));
    expect(refused).toMatchObject({
      status: 422,
      problem: { code: 'release-missing', context: { organisationId: story.county.otherClinic, organisationName: 'Klinik Zwei' } },
    });
    expect((await story.look(sent)).state).toBe('received');
    expect((await next().call(readReferral, { params: { id: sent.id } })).status).toBe(404);
  });

  it('promise 7: revoking that release ends the access in the same moment', async () => {
    const { sent } = await handsOn();
    const [release] = await story.database.query<{ id: string }>(
      'select id from release where person_id = $1 and recipient_organisation_id = $2',
      [sent.personId, story.county.otherClinic],
    );
    await story.practice.get(revokeRelease, { params: { id: release!.id }, version: 1, body: { how: 'phone' } });
    expect((await next().call(readReferral, { params: { id: sent.id } })).status).toBe(404);
  });

  it('whoever handed it on still sees it, and may do nothing with it any more', async () => {
    const { sent } = await handsOn();
    expect((await story.look(sent)).state).toBe('requested');
    expect(await story.does(sent, acknowledgeReferral)).toMatchObject({ status: 403, problem: { code: 'not-your-turn' } });
  });

  it('taken back, it is where it was, and the other organisation sees it no more', async () => {
    const sent = await story.received();
    await story.release(sent.personId, story.county.otherClinic);
    const { custody, serviceName, sentAt } = await story.look(sent);
    await story.does(sent, redirectReferral, to(story.county.otherService));
    expect((await story.look(sent)).undo).toMatchObject({ act: 'redirect' });
    expect((await story.does(sent, undoMove)).status).toBe(200);
    expect(await story.look(sent)).toMatchObject({ state: 'received', custody, serviceName, sentAt });
    expect((await next().call(readReferral, { params: { id: sent.id } })).status).toBe(404);
    const told = await story.database.query<{ audience: string[] }>(
      `select audience from outbox_event where subject_id = $1 order by sequence desc limit 1`,
      [sent.id],
    );
    expect(told[0]!.audience.sort()).toEqual([story.county.practice, story.county.clinic, story.county.otherClinic].sort());
  });

  it('not taken back once the other organisation has acted', async () => {
    const { sent } = await handsOn();
    await story.does(sent, acknowledgeReferral, {}, next());
    expect(await story.does(sent, undoMove)).toMatchObject({ status: 403, problem: { code: 'undo-not-yours' } });
  });

  it('within one organisation it needs no other release', async () => {
    const sent = await story.received();
    const [other] = await story.database.query<{ id: string }>(
      `insert into service (id, region_id, organisation_id, name, category, description_de, description_en, ags, capacity, accepts_referrals, confirmed_on, search_text)
       select gen_random_uuid(), region_id, organisation_id, 'Sprechstunde', category, '', '', ags, capacity, true, confirmed_on, 'sprechstunde' from service where id = $1
       returning id`,
      [story.county.service],
    );
    expect((await story.does(sent, redirectReferral, to(other!.id))).status).toBe(200);
    expect(await story.look(sent)).toMatchObject({
      state: 'requested',
      serviceName: 'Sprechstunde',
      recipient: { organisationId: story.county.clinic },
    });
  });

  it.each([
    ['to where it is already', () => story.county.service, 'same-service'],
    ['to a service that takes no referrals', () => story.county.closedService, 'service-not-accepting'],
    ['to a service that does not exist', () => newId(), 'unknown-service'],
  ])('refuses to hand it on %s', async (_, service, code) => {
    const sent = await story.received();
    const refused = await story.does(sent, redirectReferral, to(service()));
    expect(refused).toMatchObject({ status: 422, problem: { code, fields: [{ field: 'serviceId' }] } });
  });

  it('promise 10: another reason needs words', async () => {
    const sent = await story.received();
    const refused = await story.does(sent, redirectReferral, { serviceId: story.county.otherService, reason: 'other' });
    expect(refused).toMatchObject({ status: 422, problem: { fields: [{ field: 'note', code: 'required' }] } });
  });

  it('only from states of the life, by the side that has it, with the version that was looked at', async () => {
    const sent = await story.sends();
    expect((await story.does(sent, redirectReferral, to(story.county.otherService))).problem.code).toBe('invalid-state');
    await story.does(sent, acknowledgeReferral);
    await story.does(sent, acceptReferral);
    expect((await story.does({ ...sent, version: 1 }, redirectReferral, to(story.county.otherService))).problem.code).toBe('version-stale');
    expect((await story.does(sent, redirectReferral, to(story.county.otherService), story.practice)).status).toBe(403);
  });
});
