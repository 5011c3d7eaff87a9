import { millisecondsPerDay, newId } from '@lotse/kernel';
import {
  acceptReferral,
  acknowledgeReferral,
  addPart,
  changeJoinRule,
  declineReferral,
  readLegs,
  readReferral,
  redirectReferral,
  splitOff,
  submitReferral,
  undoMove,
} from '@lotse/referral/model';
import { readTasks } from '@lotse/task/model';
import { referralStory, type ReferralStory, type Sent } from '../testing/referral-story';
import { ReferralWorkerModule } from '../referral-worker.module';
import { WhenPartMoved } from './when-part-moved';

describe('the legs of a referral', () => {
  let story: ReferralStory;
  beforeAll(async () => void (story = await referralStory({}, [ReferralWorkerModule])));
  afterAll(() => story.stop());

  const next = () => story.server.as(story.county.otherIntake);
  const legsOf = ({ id }: Sent, by = story.practice) => by.get(readLegs, { params: { id } });
  const turns = async (sent: Sent, by = story.practice) => {
    const { parts } = await legsOf(sent, by);
    return parts.map(({ legs }) => legs.map(({ serviceName, ending }) => `${serviceName}: ${ending}`));
  };
  const toOther = { serviceId: '', reason: 'more_appropriate_service' as const };
  const decline = { reason: 'no_capacity' as const, wayForward: 'Eine andere Stelle suchen' };

  it('one turn per receiver, with how it ended, the same for both sides', async () => {
    const sent = await story.received();
    expect(await turns(sent)).toEqual([['Ambulanz: null']]);
    await story.release(sent.personId, story.county.otherClinic);
    await story.does(sent, redirectReferral, { ...toOther, serviceId: story.county.otherService });
    const both = ['Ambulanz: redirected', 'Tagesklinik: null'];
    expect([await turns(sent), await turns(sent, next())]).toEqual([[both], [both]]);
    await story.does(sent, acknowledgeReferral, {}, next());
    await story.does(sent, declineReferral, decline, story.server.as(story.county.otherIntake));
    expect(await turns(sent)).toEqual([['Ambulanz: redirected', 'Tagesklinik: declined']]);
  });

  it('what was taken back is no end: whoever had it has it again', async () => {
    const sent = await story.received();
    await story.release(sent.personId, story.county.otherClinic);
    await story.does(sent, redirectReferral, { ...toOther, serviceId: story.county.otherService });
    await story.does(sent, undoMove);
    expect(await turns(sent)).toEqual([['Ambulanz: null', 'Tagesklinik: taken_back']]);
    await story.does(sent, declineReferral, decline);
    await story.does(sent, undoMove);
    expect(await turns(sent)).toEqual([['Ambulanz: null', 'Tagesklinik: taken_back']]);
  });

  it('nobody else reads them', async () => {
    const sent = await story.sends();
    expect((await next().call(readLegs, { params: { id: sent.id } })).status).toBe(404);
    expect((await next().call(readLegs, { params: { id: newId() } })).status).toBe(404);
  });

  const withPart = async (joinRule: 'all' | 'any' | 'first_then' = 'any', first?: Sent) => {
    const sent = first ?? (await story.sends());
    const called = await story.practice.call(addPart, {
      params: { id: sent.id },
      version: sent.version,
      body: { serviceId: story.county.otherService, joinRule },
    });
    return { sent, called, part: { id: called.answer.id, personId: sent.personId, version: 1 } };
  };
  const sendPart = async (part: Sent) => {
    await story.release(part.personId, story.county.otherClinic);
    return story.does(part, submitReferral, {}, story.practice);
  };

  it('promise 3: another service is asked with what was written, on the clock of the first', async () => {
    const { sent, called, part } = await withPart();
    expect(called).toMatchObject({ status: 201, answer: { state: 'draft' } });
    await story.database.query(`update outbox_event set done_at = now() where done_at is null`);
    expect((await sendPart(part)).status).toBe(200);
    const [first, second] = [await story.look(sent, story.practice), await story.look(part, story.practice)];
    expect(second).toMatchObject({ state: 'requested', serviceName: 'Tagesklinik', sentAt: first.sentAt, content: { diagnosis: 'F32.1' } });
    expect(await legsOf(sent)).toMatchObject({ joinRule: 'any', isOwn: true, clockStartedAt: first.sentAt, parts: [{}, { id: part.id }] });
  });

  it('promise 3: the database refuses a second clock in one bundle', async () => {
    const { sent, part } = await withPart();
    await expect(story.database.query(`update referral set clock_started_at = now() where id = $1`, [part.id])).rejects.toThrow(
      'one clock',
    );
    expect((await story.look(sent, story.practice)).sentAt).not.toBeNull();
  });

  it('promise 7: a part needs a release of its own, and a receiver learns of no other receiver', async () => {
    const { sent, part } = await withPart();
    expect((await story.does(part, submitReferral, {}, story.practice)).problem.code).toBe('release-does-not-cover-recipient');
    await sendPart(part);
    for (const [by, own] of [
      [story.clinic, sent],
      [next(), part],
    ] as const) {
      const { parts, joinRule, isOwn } = await legsOf(own, by);
      expect([parts.map(({ id }) => id), joinRule, isOwn]).toEqual([[own.id], 'any', false]);
    }
  });

  const react = async (sent: Sent) => {
    const [event] = await story.database.query<{ id: string; region_id: string; payload: object }>(
      `select id, region_id, payload from outbox_event where subject_id = $1 and name = 'ReferralMoved' order by sequence desc limit 1`,
      [sent.id],
    );
    const told = { id: event!.id, regionId: event!.region_id, name: 'ReferralMoved', payload: event!.payload };
    return story.server.app.get(WhenPartMoved).react(told as Parameters<WhenPartMoved['react']>[0]);
  };
  /** As if the act had been done: the acts that lead there belong to other domains. */
  const comesTo = async (sent: Sent, state: string) => {
    await story.database.query(`update referral set state = $2 where id = $1`, [sent.id, state]);
    await story.database.query(
      `update outbox_event set payload = payload || jsonb_build_object('to', $2::text) where subject_id = $1 and name = 'ReferralMoved'`,
      [sent.id, state],
    );
    await react(sent);
  };

  it('any: an appointment takes the other parts back, once, and says why', async () => {
    const { sent, part } = await withPart('any');
    await sendPart(part);
    await comesTo(sent, 'booked');
    await react(sent);
    const other = await story.look(part, story.practice);
    expect(other).toMatchObject({ state: 'withdrawn', custody: { custodian: 'nobody' } });
    expect(other.steps.filter(({ act }) => act === 'withdraw')).toMatchObject([{ note: expect.stringContaining('booked_outside') }]);
  });

  it('any: whoever had accepted already is asked to let it go, and may refuse', async () => {
    const { sent, part } = await withPart('any');
    await sendPart(part);
    await story.does(part, acknowledgeReferral, {}, next());
    await story.does(part, acceptReferral, {}, next());
    await comesTo(sent, 'booked');
    expect((await story.look(part, story.practice)).state).toBe('cancel_requested');
  });

  it('first then: the next part is due when the one before has ended', async () => {
    const { sent, part } = await withPart('first_then');
    const waiting = await story.look(part, story.practice);
    await comesTo(sent, 'outcome_sent');
    const due = await story.look(part, story.practice);
    const days = (at: string | null) => (Date.parse(at!) - Date.now()) / millisecondsPerDay;
    expect(days(waiting.custody.dueAt)).toBeGreaterThan(80);
    expect(days(due.custody.dueAt)).toBeLessThan(8);
    expect(due.state).toBe('draft');
    const tasks = await story.practice.get(readTasks, { query: { box: 'team' } });
    expect(tasks.items).toMatchObject([{ kind: 'part_to_send', subjectId: part.id }]);
  });

  it('the referrer changes the rule; nobody else does', async () => {
    const { sent } = await withPart('any');
    const change = (by = story.practice) =>
      by.call(changeJoinRule, { params: { id: sent.id }, version: sent.version, body: { joinRule: 'all' } });
    expect((await change(story.clinic)).status).toBe(403);
    expect((await change()).status).toBe(200);
    expect((await legsOf(sent)).joinRule).toBe('all');
  });

  it('refuses the service that has it, one that has a part, and the other side', async () => {
    const { sent } = await withPart();
    const add = (serviceId: string, by = story.practice) =>
      by.call(addPart, { params: { id: sent.id }, version: sent.version, body: { serviceId, joinRule: 'all' } });
    expect((await add(story.county.otherService)).problem.code).toBe('part-there');
    expect((await add(story.county.service)).problem.code).toBe('same-service');
    expect((await add(story.county.otherService, story.clinic)).status).toBe(403);
  });

  const service = () => ({ serviceId: story.county.otherService, question: 'Bitte die Gruppe mitübernehmen' });

  it('promise 3: splitting sends a part on at once, keeps the rest, and tells the referrer', async () => {
    const sent = await story.received();
    await story.release(sent.personId, story.county.otherClinic);
    const called = await story.does({ ...sent }, splitOff, service(), story.server.as(story.county.intake));
    expect(called).toMatchObject({ status: 200, answer: { state: 'requested' } });
    const part = { ...sent, id: called.answer.id, version: 1 };
    const [whole, seen, received] = [await story.look(sent), await story.look(part, story.practice), await story.look(part, next())];
    expect(whole).toMatchObject({ state: 'received', version: sent.version + 1 });
    expect(whole.steps.at(-1)).toMatchObject({ act: 'split', note: 'Klinik Zwei' });
    for (const one of [seen, received])
      expect(one).toMatchObject({
        state: 'requested',
        sentAt: whole.sentAt,
        serviceName: 'Tagesklinik',
        content: { question: service().question },
      });
    expect((await story.clinic.call(readReferral, { params: { id: part.id } })).status).toBe(404);
    expect(await turns(sent)).toEqual([['Ambulanz: null'], ['Tagesklinik: null']]);
    expect((await story.does(part, acknowledgeReferral, {}, next())).status).toBe(200);
  });

  it('promise 7: without a release that names the receiver nothing is split off', async () => {
    const sent = await story.received();
    const refused = await story.does(sent, splitOff, service());
    expect(refused).toMatchObject({ status: 422, problem: { code: 'release-missing' } });
    expect((await legsOf(sent)).parts).toHaveLength(1);
  });

  it('not before it was received, and not by the other side', async () => {
    const sent = await story.sends();
    expect((await story.does(sent, splitOff, service())).problem.code).toBe('not-to-split');
    await story.does(sent, acknowledgeReferral);
    expect((await story.does(sent, splitOff, service(), story.practice)).status).toBe(403);
  });
});
