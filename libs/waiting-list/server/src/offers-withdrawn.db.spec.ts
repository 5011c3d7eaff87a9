import { readSlot } from '@lotse/calendar/model';
import { readPerson, readReleases, readRevocationEffects, recordRelease, revokeRelease } from '@lotse/people/model';
import { readReferral, readReferrals } from '@lotse/referral/model';
import { readOffers, readWaitingList } from '@lotse/waiting-list/model';
import { listStory, type ListStory, type WaitingPerson } from './testing/list-story';

describe('revoking a release while a slot is offered', () => {
  let story: ListStory;
  let person: WaitingPerson;
  beforeEach(async () => {
    story = await listStory();
    person = await story.joins(10);
  });
  afterEach(() => story.server.stop());

  const practice = () => story.server.as(story.county.gp);
  const clinic = () => story.server.as(story.county.intake);
  const revoke = () => practice().get(revokeRelease, { params: { id: person.releaseId }, version: 1, body: { how: 'phone' } });
  const effects = () => practice().get(readRevocationEffects, { params: { id: person.releaseId } });

  it('says before what it will do, and does exactly that, in one step', async () => {
    const slot = await story.opensSlot(400);
    const offer = await story.offers(slot, person);
    const told = await effects();
    expect(told.items).toEqual([
      { kind: 'access_ends', amount: 2, ids: [] },
      { kind: 'referrals_come_back', amount: 1, ids: [person.referralId] },
      { kind: 'offers_withdrawn', amount: 1, ids: [offer.id] },
      { kind: 'told', amount: 1, ids: [] },
    ]);
    expect(told.received).toEqual([
      { referralId: person.referralId, reference: offer.reference, sentOn: expect.any(String), parts: ['diagnosis', 'identity'] },
    ]);

    await revoke();
    for (const [contract, id] of [
      [readReferral, person.referralId],
      [readPerson, person.personId],
    ] as const) {
      expect((await clinic().call(contract, { params: { id } })).status).toBe(404);
    }
    expect((await clinic().get(readReferrals, { query: { box: 'inbox' } })).items).toEqual([]);
    expect((await clinic().get(readWaitingList, { params: { id: story.county.service } })).items).toEqual([]);
    expect((await clinic().get(readOffers)).items).toEqual([]);
    expect(await clinic().get(readSlot, { params: { id: slot.id } })).toMatchObject({ state: 'open' });

    const referral = await practice().get(readReferral, { params: { id: person.referralId } });
    expect(referral.custody).toMatchObject({ custodian: 'referrer', organisationId: story.county.practice });
    expect(referral.steps.at(-1)).toMatchObject({ act: 'release_revoked', toState: referral.state });
    expect(await effects()).toEqual({ items: [], received: told.received });
  });

  it('what was offered to somebody else stays', async () => {
    const other = await story.joins(20);
    const offer = await story.offers(await story.opensSlot(400), other, { outOfTurnReason: 'für diese Probe' });
    await revoke();
    expect((await clinic().get(readOffers)).items.map(({ id }) => id)).toEqual([offer.id]);
  });

  it('another release that covers the same recipient keeps everything as it is, and that is said before', async () => {
    const [given] = (await practice().get(readReleases, { params: { id: person.personId } })).items;
    const { purpose, dataParts, form, givenOn, recipientOrganisationId } = given!;
    await practice().get(recordRelease, {
      params: { id: person.personId },
      body: { purpose, dataParts, form, givenOn, recipientOrganisationId, coversHealthData: true, validUntil: '2098-06-30' },
    });
    expect((await effects()).items).toEqual([{ kind: 'another_release', amount: 1, ids: [] }]);
    await revoke();
    expect((await clinic().call(readReferral, { params: { id: person.referralId } })).status).toBe(200);
    const [leg] = await story.database.query<{ until: string }>(
      `select (valid_until at time zone 'Europe/Berlin')::date::text as until from access_grant where basis = 'leg' and referral_id = $1`,
      [person.referralId],
    );
    expect(leg).toEqual({ until: '2098-07-01' });
  });

  it('whoever reads in the same moment gets all of it or nothing', async () => {
    const reads = Array.from({ length: 30 }, () => clinic().call(readReferral, { params: { id: person.referralId } }));
    const answers = await Promise.all([...reads, revoke()]);
    for (const { status } of answers.slice(0, -1) as { status: number }[]) expect([200, 404]).toContain(status);
    expect((await clinic().call(readReferral, { params: { id: person.referralId } })).status).toBe(404);
  });
});
