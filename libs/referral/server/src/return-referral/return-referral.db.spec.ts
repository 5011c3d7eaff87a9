import { acceptReferral, declineReferral, handBack, readReferral, resendReferral, startTriage } from '@lotse/referral/model';
import { referralStory, type ReferralStory, type Sent } from '../testing/referral-story';

describe('a referral that comes back', () => {
  let story: ReferralStory;
  beforeAll(async () => void (story = await referralStory()));
  afterAll(() => story.stop());

  const words = { reason: 'wrong_service', wayForward: 'Dort ist eher Platz' };
  const suggests = async (sent: Sent) => (await story.look(sent)).suggested;

  it('says which service is suggested instead, to whoever sent it, for as long as it is back', async () => {
    const sent = await story.received();
    expect(await suggests(sent)).toBeNull();
    const body = { ...words, way: 'alternative' as const, alternativeServiceId: story.county.otherService };
    expect((await story.does(sent, declineReferral, body)).status).toBe(200);
    const { suggested, clockStartedAt } = await story.practice.get(readReferral, { params: { id: sent.id } });
    expect(suggested).toMatchObject({ way: 'alternative', service: { id: story.county.otherService, organisationName: 'Klinik Zwei' } });
    const sends = () => story.does(sent, resendReferral, { serviceId: story.county.otherService }, story.practice);
    expect((await sends()).problem?.code).toBe('release-does-not-cover-recipient');
    await story.release(sent.personId, story.county.otherClinic);
    expect((await sends()).status).toBe(200);
    const after = await story.practice.get(readReferral, { params: { id: sent.id } });
    expect(after).toMatchObject({ state: 'requested', suggested: null, clockStartedAt });
  });

  it('names no service where none was suggested', async () => {
    const sent = await story.received();
    await story.does(sent, startTriage);
    await story.does(sent, acceptReferral);
    expect((await story.does(sent, handBack, { ...words, way: 'advice' })).status).toBe(200);
    expect(await suggests(sent)).toEqual({ way: 'advice', service: null });
  });
});
