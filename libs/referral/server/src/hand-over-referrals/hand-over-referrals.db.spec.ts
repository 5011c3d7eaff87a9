import { disableStaff, readOpenWork, readSession } from '@lotse/identity/model';
import { assignReferrals, withdrawReferral } from '@lotse/referral/model';
import { addStaff, type TestStaff } from '@lotse/server-kit/testing';
import { referralStory, type ReferralStory } from '../testing/referral-story';

describe('handing over referrals when an account is closed', () => {
  let story: ReferralStory;
  let administrator: TestStaff;
  beforeAll(async () => {
    story = await referralStory();
    administrator = await addStaff(story.database, story.county.clinic, ['org_admin']);
  });
  afterAll(() => story.stop());

  const leaves = () => addStaff(story.database, story.county.clinic, ['intake', 'triager']);
  const gives = async (staff: TestStaff, count: number) => {
    const sent = [];
    for (let number = 0; number < count; number++) sent.push(await story.received());
    await story.clinic.get(assignReferrals, { body: { ids: sent.map(({ id }) => id), staffId: staff.id } });
    return sent;
  };
  const work = (staff: TestStaff) => story.server.as(administrator).get(readOpenWork, { params: { id: staff.id } });
  const disable = (staff: TestStaff, body: object, version = 1) =>
    story.server.as(administrator).call(disableStaff, { params: { id: staff.id }, version, body });

  it('says how many there are and who may take them, and names no person', async () => {
    const staff = await leaves();
    const [, ended] = await gives(staff, 3);
    await story.does(ended!, withdrawReferral, { reason: 'recovered' }, story.practice);
    const found = await work(staff);
    expect(found.items).toEqual([{ kind: 'referral', count: 2 }]);
    expect(found.receivers.map(({ id }) => id)).toContain(story.colleague.id);
    expect(found.receivers.map(({ id }) => id)).not.toContain(administrator.id);
    expect(found.receivers.map(({ id }) => id)).not.toContain(staff.id);
  });

  it('nobody is left without somebody who cares: without a word about the work nothing happens', async () => {
    const staff = await leaves();
    const [sent] = await gives(staff, 1);
    const refused = await disable(staff, {});
    expect([refused.status, refused.problem.code, refused.problem.context]).toEqual([
      409,
      'open-work',
      { items: [{ kind: 'referral', count: 1 }] },
    ]);
    expect((await disable(staff, { workTo: administrator.id })).problem.code).toBe('unknown-receiver');
    expect((await disable(staff, { workTo: story.county.otherIntake.id })).problem.code).toBe('unknown-receiver');
    expect((await story.server.as(staff).call(readSession)).status).toBe(200);
    expect((await story.look(sent!)).assignee?.id).toBe(staff.id);
  });

  it('a colleague has all of it in the moment the account is closed, and the chronicle says so', async () => {
    const staff = await leaves();
    const sent = await gives(staff, 2);
    const { answer } = await disable(staff, { workTo: story.colleague.id });
    expect(answer).toMatchObject({ handedOver: 2, sessionsEnded: 1 });
    for (const one of sent) expect((await story.look(one)).assignee?.id).toBe(story.colleague.id);
    expect((await story.server.as(staff).call(readSession)).status).toBe(401);
    const lines = await story.database.query<{ verb: string; amount: number | null }>(
      `select verb, amount from chronicle_entry where staff_id = $1 and kind = 'act' order by id desc limit 3`,
      [administrator.id],
    );
    expect(lines.map(({ verb }) => verb)).toEqual(['staff.disable', 'referral.assign', 'referral.assign']);
    expect(lines[0]!.amount).toBe(2);
  });

  it('or goes back to the team', async () => {
    const staff = await leaves();
    const [sent] = await gives(staff, 1);
    expect((await disable(staff, { workTo: 'team' })).answer.handedOver).toBe(1);
    expect((await story.look(sent!)).assignee).toBeNull();
  });
});
