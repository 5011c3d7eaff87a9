import { calendarDayOf, addCalendarDays } from '@lotse/kernel';
import { declineReferral, previewDeadlineRule, readReasonUses, readReferralActs, setDeadline } from '@lotse/referral/model';
import {
  changeDeadlineRule,
  changeReasonRule,
  lastDayOf,
  readDeadlineRules,
  readReasonRules,
  readRegion,
  usualDeadlines,
  usualReasons,
  type WrittenDeadline,
} from '@lotse/region/model';
import { addStaff, testCounty, type Caller, type TestCounty } from '@lotse/server-kit/testing';
import { referralStory, type ReferralStory } from '../testing/referral-story';

const today = () => calendarDayOf(new Date());
const usual = usualDeadlines.find(({ code }) => code === 'acute_treatment_by_code')!;
const settings = { land: 'DE-BW', saturdayCounts: true };

describe('the rules of a county', () => {
  let story: ReferralStory;
  let admin: Caller;
  let elsewhere: TestCounty;
  let otherAdmin: Caller;
  beforeAll(async () => {
    story = await referralStory();
    admin = story.server.as(await addStaff(story.database, story.county.otherClinic, ['region_admin']));
    elsewhere = await testCounty(story.database, '08337');
    otherAdmin = story.server.as(await addStaff(story.database, elsewhere.clinic, ['region_admin']));
  });
  afterAll(() => story.stop());

  const settled = async (by = admin) => (await by.get(readDeadlineRules)).version;
  const change = async (rule: Partial<WrittenDeadline>, more: object = {}, by = admin) =>
    by.call(changeDeadlineRule, {
      version: await settled(by),
      body: { isNew: false, validFrom: today(), why: 'Beschluss vom Montag', rule: { ...usual, ...rule }, ...more },
    });
  const ofCode = async (code = usual.code, by = admin) => (await by.get(readDeadlineRules)).items.find((item) => item.code === code);
  const acute = { urgency: 'acute_treatment' };
  const running = async (id: string) => (await story.look({ id, personId: '', version: 0 })).deadlines;

  it('a deadline is changed in versions with author, reason and day, and what runs keeps its own', async () => {
    const before = await story.received(acute);
    expect(await ofCode()).toMatchObject({ inForce: 0, versions: [{ version: 0, byName: null, rule: { amount: 2, unit: 'weeks' } }] });
    expect(await change({ amount: 3, unit: 'days' })).toMatchObject({ status: 200, answer: { ruleVersion: 1 } });
    const after = await story.received(acute);
    const end = (rule: object) => lastDayOf({ ...usual, ...rule }, today(), settings);
    expect(await running(before.id)).toMatchObject([{ ruleVersion: 0, dueOn: end({}) }]);
    expect(await running(after.id)).toMatchObject([{ ruleVersion: 1, dueOn: end({ amount: 3, unit: 'days' }) }]);
    const item = await ofCode();
    expect(item).toMatchObject({ inForce: 1, versions: [{ version: 1, why: 'Beschluss vom Montag', validFrom: today() }, { version: 0 }] });
    expect(item!.versions[0]!.byName).toEqual(expect.any(String));

    // Moved to another day it still counts as it did when it began.
    const code = usual.code;
    await story.does(before, setDeadline, { code, startsOn: addCalendarDays(today(), -1) });
    expect(await running(before.id)).toMatchObject([{ ruleVersion: 0, dueOn: addCalendarDays(end({}), -1) }]);
  });

  it('a version is restored by a new one that says so', async () => {
    const rule = (await ofCode())!.versions.at(-1)!.rule;
    const restored = await change({ amount: rule.amount, unit: rule.unit }, { restores: 0 });
    expect(restored.status).toBe(200);
    expect((await ofCode())!.versions[0]).toMatchObject({ restores: 0, rule: { amount: 2, unit: 'weeks' } });
    expect(await change({ amount: rule.amount, unit: rule.unit })).toMatchObject({ status: 422, problem: { code: 'nothing-changed' } });
  });

  it('a version that begins later is not in force yet', async () => {
    const tomorrow = addCalendarDays(today(), 1);
    expect((await change({ amount: 5, unit: 'working_days', warnBefore: 4 }, { validFrom: tomorrow })).status).toBe(200);
    const item = (await ofCode())!;
    expect(item.versions[0]).toMatchObject({ validFrom: tomorrow, rule: { warnBefore: 4 } });
    expect(item.inForce).toBe(item.versions[1]!.version);
  });

  it('what cannot be is refused', async () => {
    expect(await change({ amount: 9 }, { validFrom: '2020-01-01' })).toMatchObject({
      status: 422,
      problem: { code: 'valid-from-in-past' },
    });
    expect(await change({ amount: 9 }, { isNew: true })).toMatchObject({ status: 422, problem: { code: 'code-taken' } });
    expect(await change({ code: 'no_such' })).toMatchObject({ status: 422, problem: { code: 'unknown-rule' } });
    expect((await change({ amount: 0 })).status).toBe(422);
    expect((await change({}, { why: ' ' })).status).toBe(422);
    const version = await settled();
    const body = { isNew: false, validFrom: today(), why: 'Zwei auf einmal', rule: { ...usual, amount: 7 } };
    const both = await Promise.all([
      admin.call(changeDeadlineRule, { version, body }),
      admin.call(changeDeadlineRule, { version, body: { ...body, rule: { ...usual, amount: 8 } } }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('says what a change would mean for what runs, in numbers', async () => {
    const code = 'own_rule';
    const own = { ...usual, code, de: 'Eigene Frist', en: 'Own deadline', urgencies: [], amount: 10, unit: 'days' as const };
    expect((await change(own, { isNew: true })).status).toBe(200);
    const sent = [await story.received(), await story.received()];
    for (const one of sent) await story.does(one, setDeadline, { code, startsOn: today() });
    const preview = (amount: number) => admin.get(previewDeadlineRule, { body: { rule: { ...own, amount } } });
    expect(await preview(8)).toEqual({ running: 2, earlier: 2, later: 0, same: 0, furthestEarlier: 2, furthestLater: 0 });
    expect(await preview(13)).toMatchObject({ running: 2, earlier: 0, later: 2, furthestLater: 3 });
    expect((await story.clinic.call(previewDeadlineRule, { body: { rule: own } })).status).toBe(403);
  });

  it('a reason is retired and not deleted, and its code is never used again', async () => {
    const reason = { ...usualReasons.find(({ list, code }) => list === 'decline' && code === 'no_capacity')! };
    const says = async (rule: object, more: object = {}) =>
      admin.call(changeReasonRule, {
        version: (await admin.get(readReasonRules)).version,
        body: { isNew: false, validFrom: today(), why: 'Neu geordnet', rule: { ...reason, ...rule }, ...more },
      });
    const decline = async (code: string) =>
      (await story.does(await story.received(), declineReferral, { reason: code, wayForward: 'Eine andere Stelle suchen' })).status;
    expect(await decline('no_capacity')).toBe(200);
    expect((await admin.get(readReasonUses)).items).toContainEqual({ list: 'decline', code: 'no_capacity', uses: 1 });
    expect((await says({ until: addCalendarDays(today(), -1) })).status).toBe(200);
    expect(await decline('no_capacity')).toBe(422);
    expect((await says({ code: 'no_capacity' }, { isNew: true })).problem?.code).toBe('code-taken');
    expect((await says({ code: 'too_far', de: 'Zu weit', en: 'Too far' }, { isNew: true })).status).toBe(200);
    expect(await decline('too_far')).toBe(200);
    expect((await says({ from: '2026-02-01', until: '2026-01-01' })).problem?.code).toBe('ends-before-it-begins');
  });

  it('only whoever administers the county may, and never another county', async () => {
    const { gp, administrator } = story.county;
    for (const staff of [gp, administrator]) {
      expect((await story.server.as(staff).call(readDeadlineRules)).status).toBe(403);
      expect((await change({ amount: 99 }, {}, admin)).status).toBe(200);
      const body = { isNew: false, validFrom: today(), why: 'Darf ich nicht', rule: { ...usual, amount: 99 } };
      expect((await story.server.as(staff).call(changeDeadlineRule, { version: 1, body })).status).toBe(403);
      await change({ amount: 98 });
    }
    expect(await ofCode(usual.code, otherAdmin)).toMatchObject({ inForce: 0, versions: [{ version: 0 }] });
    expect(await ofCode('own_rule', otherAdmin)).toBeUndefined();
    expect((await otherAdmin.get(previewDeadlineRule, { body: { rule: { ...usual, code: 'own_rule' } } })).running).toBe(0);
    expect((await otherAdmin.get(readReasonUses)).items).toEqual([]);
    const theirs = await story.server.as(elsewhere.gp).get(readRegion);
    expect(theirs.settings.deadlines ?? []).toEqual([]);
  });

  it('a deadline that may be set is among the acts, and says why it may not', async () => {
    const sent = await story.received();
    const act = async (by: Caller) =>
      (await by.get(readReferralActs, { params: { id: sent.id } })).items.find((item) => item.act === 'set_deadline');
    expect(await act(story.clinic)).toMatchObject({ allowed: true, problem: null });
    expect(await act(story.practice)).toMatchObject({ allowed: true });
    expect((await story.does(sent, setDeadline, { code: 'no_such', startsOn: today() })).problem?.code).toBe('unknown-deadline');
    expect(
      (
        await story.server
          .as(elsewhere.intake)
          .call(setDeadline, { params: { id: sent.id }, version: sent.version, body: { code: usual.code, startsOn: today() } })
      ).status,
    ).toBe(404);
  });
});
