import { daysAfter } from '@lotse/kernel';
import { changePerson, readPerson } from '@lotse/people/model';
import {
  acceptReferral,
  declineReferral,
  provideInfo,
  readChanges,
  readReferralActs,
  requestInfo,
  seeChanges,
  setDeadline,
  startTriage,
} from '@lotse/referral/model';
import { LiveEvents, type LiveEvent } from '@lotse/server-kit/http';
import type { Caller } from '@lotse/server-kit/testing';
import { referralStory, type ReferralStory, type Sent } from '../testing/referral-story';

describe('a referral that has changed since somebody looked', () => {
  let story: ReferralStory;
  beforeAll(async () => void (story = await referralStory()));
  afterAll(() => story.stop());

  const changes = ({ id }: Sent, by: Caller = story.clinic) => by.get(readChanges, { params: { id } });
  const see = async (sent: Sent, by: Caller = story.clinic) => {
    const { upTo } = await changes(sent, by);
    return by.get(seeChanges, { params: { id: sent.id }, body: { upTo } });
  };
  const act = async ({ id }: Sent, name: string, by: Caller = story.clinic) =>
    (await by.get(readReferralActs, { params: { id } })).items.find((item) => item.act === name)!;
  const moves = async ({ personId }: Sent, change: object) => {
    const { version } = await story.practice.get(readPerson, { params: { id: personId } });
    return story.practice.get(changePerson, { params: { id: personId }, version, body: change });
  };
  const dueOn = () => daysAfter(Date.now(), 5).toISOString().slice(0, 10);

  it('shows what was and what is, who and when, and holds up the decision until that was read', async () => {
    const sent = await story.received();
    expect(await changes(sent)).toMatchObject({ seenAt: null, isSeen: false, items: [] });
    await see(sent);
    await story.does(sent, setDeadline, { code: 'follow_up_after_discharge', startsOn: '2099-01-01' }, story.practice);
    const { items } = await changes(sent);
    expect(items).toMatchObject([
      {
        field: 'deadline',
        subject: 'follow_up_after_discharge',
        open: { before: null, after: '2099-01-08' },
        organisationName: 'Praxis Eins',
      },
    ]);
    expect(items[0]!.byName).toEqual(expect.any(String));
    for (const name of ['accept', 'decline']) {
      expect(await act(sent, name)).toMatchObject({ allowed: false, problem: { code: 'changed-since-seen', context: { changes: 1 } } });
    }
    expect((await act(sent, 'start_triage')).allowed).toBe(true);
    const declined = { reason: 'no_capacity', wayForward: 'Eine andere Stelle suchen' };
    expect(await story.does(sent, acceptReferral)).toMatchObject({ status: 409, problem: { code: 'changed-since-seen' } });
    expect(await story.does(sent, declineReferral, declined)).toMatchObject({ status: 409, problem: { code: 'changed-since-seen' } });
    await see(sent);
    expect(await changes(sent)).toMatchObject({ isSeen: true, items: [] });
    expect((await story.does(sent, acceptReferral)).status).toBe(200);
  });

  it('each person for themselves; whoever never said they looked, and whoever changed it, is not held up', async () => {
    const sent = await story.received();
    await see(sent);
    await story.does(sent, setDeadline, { code: 'follow_up_after_discharge', startsOn: '2099-01-01' });
    expect((await act(sent, 'accept')).allowed).toBe(true);
    expect((await changes(sent)).items).toEqual([]);
    const colleague = story.server.as(story.colleague);
    expect((await act(sent, 'accept', colleague)).allowed).toBe(true);
    expect((await changes(sent, colleague)).items).toEqual([]);
  });

  it('an answer is a change, and what is again as it was is none', async () => {
    const sent = await story.received();
    await see(sent);
    const asked = story.server.as(story.colleague);
    await story.does(sent, requestInfo, { question: 'Seit wann?', dueOn: dueOn() }, asked);
    expect((await changes(sent)).items).toMatchObject([{ field: 'openQuestion' }]);
    await story.does(sent, provideInfo, { answer: 'Seit Mai' }, story.practice);
    expect((await changes(sent)).items.map(({ field }) => field)).toEqual(['answered']);
    expect((await act(sent, 'accept')).problem?.code).toBe('changed-since-seen');
  });

  it('is cut by what was released', async () => {
    const sent = await story.received();
    await see(sent);
    await moves(sent, { phone: '07622 123', familyName: 'Anders' });
    const { items, hidden } = await changes(sent);
    expect(items.map(({ field }) => field).sort()).toEqual(['name', 'phone']);
    expect(items.find(({ field }) => field === 'name')!.identity).toEqual({ before: 'Ida Muster', after: 'Ida Anders' });
    expect(items.find(({ field }) => field === 'phone')!.contact).toBeNull();
    expect(hidden).toContain('contact');
    expect(JSON.stringify(items)).not.toContain('07622 123');
  });

  it('is nobody else’s to read', async () => {
    const sent = await story.received();
    await see(sent);
    const other = story.server.as(story.county.otherIntake);
    expect((await other.call(readChanges, { params: { id: sent.id } })).status).toBe(404);
    expect((await other.call(seeChanges, { params: { id: sent.id }, body: { upTo: 1 } })).status).toBe(404);
  });

  it('nobody has seen what is not there yet', async () => {
    const sent = await story.received();
    await story.clinic.get(seeChanges, { params: { id: sent.id }, body: { upTo: 2_000_000_000 } });
    await story.does(sent, startTriage);
    await moves(sent, { phone: '07622 99' });
    expect((await act(sent, 'accept')).allowed).toBe(false);
  });

  it('open pages of both sides are told at once that the person has changed, and nobody else is', async () => {
    const sent = await story.received();
    const live = story.server.app.get(LiveEvents);
    const told = new Map<string, LiveEvent[]>();
    const { practice, clinic, otherClinic } = story.county;
    const ends = [practice, clinic, otherClinic].map((organisationId) => {
      const heard: LiveEvent[] = [];
      told.set(organisationId, heard);
      return live.subscribe(organisationId, (event) => typeof event === 'object' && event.subjectId === sent.id && heard.push(event));
    });
    const names = (organisationId: string) => told.get(organisationId)!.map(({ name }) => name);
    await moves(sent, { phone: '07622 99' });
    // A second one that is heard for certain: what comes in order has all come when this has.
    await story.does(sent, setDeadline, { code: 'follow_up_after_discharge', startsOn: '2099-01-01' }, story.practice);
    await moves(sent, { phone: '07622 98' });
    for (let tries = 0; tries < 100 && names(practice).length < 2; tries += 1) await new Promise((done) => setTimeout(done, 50));
    expect(names(practice)).toContain('PersonOfReferralChanged');
    expect(names(clinic)).toContain('PersonOfReferralChanged');
    expect(names(otherClinic)).toEqual([]);
    ends.forEach((end) => end());
  });
});
