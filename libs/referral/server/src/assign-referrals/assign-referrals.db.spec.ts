import { newId } from '@lotse/kernel';
import { assignReferrals, countReferrals, readReferrals, statesToTriage, withdrawReferral } from '@lotse/referral/model';
import { addStaff } from '@lotse/server-kit/testing';
import { referralStory, type ReferralStory } from '../testing/referral-story';

describe('assigning referrals', () => {
  let story: ReferralStory;
  beforeAll(async () => void (story = await referralStory()));
  afterAll(() => story.stop());

  const idsOf = async (assignee: string, by = story.clinic) =>
    (await by.get(readReferrals, { query: { box: 'inbox', assignee, limit: 100 } })).items.map(({ id }) => id);

  it('gives one or many to a colleague, who finds them as theirs; the other side sees nothing of it', async () => {
    const [first, second] = [await story.received(), await story.sends()];
    const body = { ids: [first.id, second.id], staffId: story.colleague.id };
    const answer = await story.clinic.get(assignReferrals, { body });
    const assignee = { id: story.colleague.id, displayName: 'Person intake' };
    expect(answer.notDone).toEqual([]);
    expect(answer.done.map(({ assignee: given }) => given)).toEqual([assignee, assignee]);
    expect(await idsOf('me', story.server.as(story.colleague))).toEqual(expect.arrayContaining([first.id, second.id]));
    expect(await idsOf('nobody')).not.toContain(first.id);
    expect(await idsOf(story.colleague.id)).toContain(first.id);
    expect((await story.look(first)).assignee).toEqual(assignee);
    expect((await story.look(first, story.practice)).assignee).toBeNull();
    expect((await story.look(first)).version).toBe(first.version);
  });

  it('each side has a desk of its own', async () => {
    const sent = await story.received();
    await story.clinic.get(assignReferrals, { body: { ids: [sent.id], staffId: story.county.intake.id } });
    await story.practice.get(assignReferrals, { body: { ids: [sent.id], staffId: story.county.assistant.id } });
    expect((await story.look(sent)).assignee?.id).toBe(story.county.intake.id);
    expect((await story.look(sent, story.practice)).assignee?.id).toBe(story.county.assistant.id);
  });

  it('takes it from everybody again', async () => {
    const sent = await story.received();
    await story.clinic.get(assignReferrals, { body: { ids: [sent.id], staffId: story.colleague.id } });
    const { done } = await story.clinic.get(assignReferrals, { body: { ids: [sent.id], staffId: null } });
    expect(done).toEqual([{ id: sent.id, assignee: null }]);
    expect(await idsOf('nobody')).toContain(sent.id);
  });

  it('promise 10: says for each what could not be done, and does the rest', async () => {
    const [open, ended] = [await story.received(), await story.sends()];
    await story.does(ended, withdrawReferral, { reason: 'recovered' }, story.practice);
    const unknown = newId();
    const answer = await story.clinic.get(assignReferrals, { body: { ids: [open.id, ended.id, unknown], staffId: story.colleague.id } });
    expect(answer.done.map(({ id }) => id)).toEqual([open.id]);
    expect(answer.notDone).toEqual([
      { id: unknown, code: 'not-found' },
      { id: ended.id, code: 'invalid-state', context: { state: 'withdrawn' } },
    ]);
  });

  it.each([
    ['of another organisation', () => Promise.resolve(story.county.otherIntake.id)],
    ['who works with no referrals', async () => (await addStaff(story.database, story.county.clinic, ['dpo'])).id],
    ['whom nobody knows', () => Promise.resolve(newId())],
    [
      'who has left',
      async () => {
        const { id } = await addStaff(story.database, story.county.clinic, ['intake']);
        await story.database.query('update staff set disabled_at = now() where id = $1', [id]);
        return id;
      },
    ],
  ])('refuses somebody %s', async (_, whom) => {
    const sent = await story.received();
    const refused = await story.clinic.call(assignReferrals, { body: { ids: [sent.id], staffId: await whom() } });
    expect(refused).toMatchObject({ status: 422, problem: { code: 'unknown-colleague', fields: [{ field: 'staffId' }] } });
    expect((await story.look(sent)).assignee).toBeNull();
  });

  it('another organisation does not even learn that a referral exists', async () => {
    const sent = await story.received();
    const answer = await story.server
      .as(story.county.otherIntake)
      .get(assignReferrals, { body: { ids: [sent.id], staffId: story.county.otherIntake.id } });
    expect(answer).toEqual({ done: [], notDone: [{ id: sent.id, code: 'not-found' }] });
    expect(await story.database.query('select 1 from referral_desk where referral_id = $1', [sent.id])).toEqual([]);
  });

  it('wants at least one and at most a hundred', async () => {
    for (const ids of [[], Array.from({ length: 101 }, () => newId())]) {
      expect((await story.clinic.call(assignReferrals, { body: { ids, staffId: null } })).status).toBe(422);
    }
  });

  it('promise 8: leaves a line each, and tells only the screens of the own organisation; what changes nothing leaves nothing', async () => {
    const sent = await story.received();
    const body = { ids: [sent.id], staffId: story.colleague.id };
    const first = await story.clinic.call(assignReferrals, { body, key: 'assign-once' });
    const repeated = await story.clinic.call(assignReferrals, { body, key: 'assign-once' });
    expect(repeated.answer).toEqual(first.answer);
    await story.clinic.get(assignReferrals, { body });
    const lines = await story.database.query(`select verb from chronicle_entry where subject_id = $1 and verb like '%assign'`, [sent.id]);
    expect(lines).toEqual([{ verb: 'referral.assign' }]);
    const told = await story.database.query(
      `select audience, version, payload from outbox_event where subject_id = $1 and name = 'DeskChanged'`,
      [sent.id],
    );
    expect(told).toEqual([{ audience: [story.county.clinic], version: sent.version, payload: {} }]);
  });

  it('is not for those who work with no referrals', async () => {
    const sent = await story.sends();
    const body = { ids: [sent.id], staffId: null };
    expect((await story.server.as(story.county.administrator).call(assignReferrals, { body })).status).toBe(403);
    expect((await story.server.as(undefined).call(assignReferrals, { body })).status).toBe(401);
  });

  it('the views count what their lists show', async () => {
    const shown = async (assignee: 'me' | 'nobody') =>
      (await story.clinic.get(readReferrals, { query: { box: 'inbox', assignee, state: statesToTriage.join(','), limit: 100 } as never }))
        .items.length;
    const [mine, before] = [await story.received(), await story.clinic.get(countReferrals)];
    await story.clinic.get(assignReferrals, { body: { ids: [mine.id], staffId: story.county.intake.id } });
    const after = await story.clinic.get(countReferrals);
    expect([after.toTriageMine, after.toTriageNobodys]).toEqual([before.toTriageMine + 1, before.toTriageNobodys - 1]);
    expect([after.toTriageMine, after.toTriageNobodys]).toEqual([await shown('me'), await shown('nobody')]);
  });
});
