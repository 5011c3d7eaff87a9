import { addCalendarDays, calendarDayOf } from '@lotse/kernel';
import { changeOfferingRule, readOfferingRules, usualOffering, type OfferingRules } from '@lotse/region/model';
import { addStaff, type Caller } from '@lotse/server-kit/testing';
import { readCandidates } from '@lotse/waiting-list/model';
import { listStory, type ListStory } from './testing/list-story';

const today = () => calendarDayOf(new Date());

describe('how a county offers slots', () => {
  let story: ListStory;
  let admin: Caller;
  beforeAll(async () => {
    story = await listStory();
    admin = story.server.as(await addStaff(story.database, story.county.otherClinic, ['region_admin']));
  });
  afterAll(() => story.server.stop());

  const rules = () => admin.get(readOfferingRules);
  const change = async ({ usualHours: _kept, ...rule }: OfferingRules, more: object = {}) =>
    admin.call(changeOfferingRule, {
      version: (await rules()).version,
      body: { rule, validFrom: today(), why: 'Beschluss vom Montag', ...more },
    });
  const held = async (): Promise<OfferingRules> => {
    const { versions, inForce } = await rules();
    return versions.find(({ version }) => version === inForce)!.rule;
  };

  it('is changed in versions; what is offered from then on is held as it says, and what runs keeps its own end', async () => {
    const [first, second] = [await story.joins(20), await story.joins(10)];
    const slot = await story.opensSlot(24 * 20);
    const before = await story.offers(slot, first);
    const usual = await held();
    expect(await rules()).toMatchObject({ inForce: 0, versions: [{ version: 0, byName: null }] });
    const leadTimes = [{ moreThanHours: 0, holdMinutes: 120, byPhone: false }];
    expect(await change({ ...usual, leadTimes })).toMatchObject({ status: 200, answer: { ruleVersion: 1 } });
    expect(await rules()).toMatchObject({
      inForce: 1,
      versions: [{ version: 1, why: 'Beschluss vom Montag', rule: { leadTimes } }, { version: 0 }],
    });
    const other = await story.opensSlot(24 * 21);
    const after = await story.offers(other, second);
    const minutes = ({ offeredAt, expiresAt }: typeof after) => (Date.parse(expiresAt) - Date.parse(offeredAt)) / 60_000;
    expect([minutes(before), minutes(after)]).toEqual([72 * 60, 120]);
  });

  it('is restored by a version that says so, and the same is not said twice', async () => {
    const first = (await rules()).versions.at(-1)!.rule;
    expect((await change(first, { restores: 0 })).status).toBe(200);
    expect((await rules()).versions[0]).toMatchObject({ restores: 0, rule: first });
    expect(await change(first)).toMatchObject({ status: 422, problem: { code: 'nothing-changed' } });
  });

  it('counts from its day on', async () => {
    const earlier = await held();
    const parallel = { atMost: 2, belowHours: 72 };
    await change({ ...earlier, parallel }, { validFrom: addCalendarDays(today(), 3) });
    expect(await held()).toEqual(earlier);
    const { modes } = await story.server.as(story.county.intake).get(readCandidates, { params: { id: (await story.opensSlot(60)).id } });
    expect(modes.map(({ mode }) => mode)).toEqual(['sequential']);
    await change({ ...earlier, parallel });
    const now = await story.server.as(story.county.intake).get(readCandidates, { params: { id: (await story.opensSlot(60)).id } });
    expect(now.modes.map(({ mode, atMost }) => [mode, atMost])).toEqual([
      ['sequential', 1],
      ['parallel', 2],
    ]);
  });

  it('is refused with its field where it makes no sense, from the past, and from whoever does not administer the county', async () => {
    const rule = await held();
    const [longest, ...others] = usualOffering.leadTimes;
    const upside = await change({ ...rule, leadTimes: [...others, longest!] });
    expect(upside.problem.fields).toMatchObject([{ field: 'rule.leadTimes', code: 'longest-notice-first' }]);
    const many = await change({ ...rule, parallel: { atMost: 4, belowHours: 48 } });
    expect(many.problem.fields).toMatchObject([{ field: 'rule.parallel.atMost' }]);
    expect(await change(usualOffering, { validFrom: addCalendarDays(today(), -1) })).toMatchObject({
      problem: { code: 'valid-from-in-past' },
    });
    const { usualHours: _, ...rest } = usualOffering;
    const body = { rule: rest, validFrom: today(), why: 'Weil es besser ist' };
    const intake = await story.server.as(story.county.intake).call(changeOfferingRule, { version: (await rules()).version, body });
    expect(intake.status).toBe(403);
  });
});
