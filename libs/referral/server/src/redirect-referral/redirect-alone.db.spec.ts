import { revokeRelease } from '@lotse/people/model';
import { askQuestion, readReferral, readReferralActs, redirectReferral, sendMessage, withdrawReferral } from '@lotse/referral/model';
import { referralStory, type ReferralStory, type Sent } from '../testing/referral-story';

describe('a referral whose receiver may no longer see it', () => {
  let story: ReferralStory;
  beforeAll(async () => void (story = await referralStory()));
  afterAll(() => story.stop());

  const next = () => story.server.as(story.county.otherIntake);
  const to = (serviceId: string) => ({ serviceId, reason: 'person_wishes' as const });
  const statusFor = async ({ id }: Sent, by = story.clinic) => (await by.call(readReferral, { params: { id } })).status;

  /** The person has revoked what let the clinic receive the referral. */
  async function revoked(): Promise<Sent> {
    const sent = await story.received();
    const [release] = await story.database.query<{ id: string }>('select id from release where person_id = $1', [sent.personId]);
    await story.practice.get(revokeRelease, { params: { id: release!.id }, version: 1, body: { how: 'phone' } });
    sent.version = (await story.look(sent, story.practice)).version;
    return sent;
  }
  const handsOn = (sent: Sent, serviceId = story.county.otherService) => story.does(sent, redirectReferral, to(serviceId), story.practice);
  const act = async ({ id }: Sent, name: string) =>
    (await story.practice.get(readReferralActs, { params: { id } })).items.find((item) => item.act === name);

  it('nobody is asked or told anything who would not read it', async () => {
    const sent = await revoked();
    const at = { params: { id: sent.id } };
    const points = [{ piece: 'diagnosis' as const, text: 'Seit wann?' }];
    const answers = [
      await story.practice.call(sendMessage, { ...at, body: { text: 'Die Person hat eine neue Nummer.' } }),
      await story.practice.call(askQuestion, { ...at, body: { points, dueOn: '2099-01-04' } }),
    ];
    expect(answers.map(({ status, problem }) => [status, problem.code])).toEqual([
      [422, 'nobody-reads'],
      [422, 'nobody-reads'],
    ]);
  });

  it('promise 3: whoever referred sends it elsewhere with the clock it had, and the first receiver learns nothing', async () => {
    const sent = await revoked();
    const before = await story.look(sent, story.practice);
    await story.release(sent.personId, story.county.otherClinic);
    expect(await act(sent, 'redirect')).toMatchObject({ allowed: true });
    expect((await handsOn(sent)).status).toBe(200);
    expect(await story.look(sent, next())).toMatchObject({
      state: 'requested',
      sentAt: before.sentAt,
      targetDays: before.targetDays,
      reference: before.reference,
      custody: { custodian: 'recipient_intake', organisationId: story.county.otherClinic },
    });
    expect(await statusFor(sent)).toBe(404);
    const [told] = await story.database.query<{ audience: string[] }>(
      'select audience from outbox_event where subject_id = $1 order by sequence desc limit 1',
      [sent.id],
    );
    expect(told!.audience.sort()).toEqual([story.county.practice, story.county.otherClinic].sort());
  });

  it('to the same service again, with a new release', async () => {
    const sent = await revoked();
    await story.release(sent.personId, story.county.clinic);
    expect(await statusFor(sent)).toBe(404);
    expect((await handsOn(sent, story.county.service)).status).toBe(200);
    expect(await story.look(sent)).toMatchObject({ state: 'requested', custody: { organisationId: story.county.clinic } });
  });

  it.each([
    ['elsewhere', () => story.county.otherService],
    ['to the same service', () => story.county.service],
  ])('promise 7: not without a new release: %s', async (_, service) => {
    const sent = await revoked();
    expect(await handsOn(sent, service())).toMatchObject({ status: 422, problem: { code: 'release-missing' } });
    expect(await story.look(sent, story.practice)).toMatchObject({ state: 'received', custody: { custodian: 'referrer' } });
  });

  it('not while the receiver has it: there others decide', async () => {
    const sent = await story.received();
    await story.release(sent.personId, story.county.otherClinic);
    expect(await act(sent, 'redirect')).toMatchObject({ allowed: false, problem: { code: 'not-permitted' } });
    expect(await handsOn(sent)).toMatchObject({ status: 403, problem: { code: 'not-permitted' } });
  });

  it('nor by the receiver who may no longer see it', async () => {
    const sent = await revoked();
    await story.release(sent.personId, story.county.otherClinic);
    expect((await story.does(sent, redirectReferral, to(story.county.otherService))).status).toBe(404);
  });

  it('or ends it as before', async () => {
    const sent = await revoked();
    const { answer } = await story.does(sent, withdrawReferral, { reason: 'no_longer_needed' }, story.practice);
    expect(answer.state).toBe('withdrawn');
  });
});
