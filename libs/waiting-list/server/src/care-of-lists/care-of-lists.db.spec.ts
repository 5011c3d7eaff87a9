import { daysAfter } from '@lotse/kernel';
import { readReferral } from '@lotse/referral/model';
import { testCounty } from '@lotse/server-kit/testing';
import {
  answerListCheck,
  askReferrerToCheck,
  bookSlot,
  changeExpectedWait,
  decideListCheck,
  expectedWaitChanged,
  readCandidates,
  readExpectedWait,
  readListChecks,
  readListRounds,
  readWaitingList,
  recordCheckAttempt,
  startListChecks,
  type ListCheck,
} from '@lotse/waiting-list/model';
import { listStory, type ListStory, type WaitingPerson } from '../testing/list-story';
import { OpenListRounds } from './open-list-rounds';

const inWeeks = 60;

describe('the care of lists', () => {
  let story: ListStory;
  beforeEach(async () => void (story = await listStory()));
  afterEach(() => story.server.stop());

  const intake = () => story.server.as(story.county.intake);
  const clinician = () => story.server.as(story.county.clinician);
  const practice = () => story.server.as(story.county.gp);
  const sweep = () => story.server.app.get(OpenListRounds).run();

  /** Everything on lists has happened so many weeks earlier; the database's own clock cannot be set. */
  const letWeeksPass = (weeks: number, where = 'true') =>
    story.database.query(
      `update waiting_list_entry set received_at = received_at - make_interval(weeks => $1), joined_at = joined_at - make_interval(weeks => $1),
         last_validated_at = last_validated_at - make_interval(weeks => $1), last_contact_at = last_contact_at - make_interval(weeks => $1) where ${where}`,
      [weeks],
    );
  const letRoundsPass = (weeks: number) =>
    story.database.query(
      `with moved as (update list_round set begins_on = begins_on - 7 * $1::int returning 1)
       update list_check set opened_at = opened_at - make_interval(weeks => $1)`,
      [weeks],
    );
  const checksOf = (person: WaitingPerson, by = intake()) =>
    by.get(readListChecks, { query: { entryId: person.entryId } }).then(({ items }) => items);
  const validationOf = async (person: WaitingPerson): Promise<ListCheck> =>
    (await checksOf(person)).find(({ kind }) => kind === 'validation')!;

  it('after 60 weeks each is asked once a round, however many look at once; whoever is silent stays', async () => {
    const people = [await story.joins(0), await story.joins(0), await story.joins(0, { urgency: 'urgent' })];
    await letWeeksPass(inWeeks);
    const opened = await Promise.all([sweep(), sweep(), sweep()]);
    expect(opened.reduce((sum, one) => sum + one, 0)).toBe(2);
    await sweep();
    const { items: rounds } = await intake().get(readListRounds);
    expect(rounds.map(({ kind, people: amount, answered }) => [kind, amount, answered]).sort()).toEqual([
      ['check_in', 3, 0],
      ['validation', 3, 0],
    ]);
    for (const person of people) expect((await checksOf(person)).map(({ kind }) => kind).sort()).toEqual(['check_in', 'validation']);
    const milestones = await story.database.query('select distinct milestone from list_check where kind = $1', ['validation']);
    expect(milestones).toEqual([{ milestone: 364 }]);
    // Half a year of silence: nobody is asked a second time, and nobody has left.
    await letWeeksPass(26);
    await letRoundsPass(26);
    await sweep();
    const states = await story.database.query<{ state: string; amount: number }>(
      'select state, count(*)::int as amount from waiting_list_entry group by 1',
    );
    expect(states).toEqual([{ state: 'waiting', amount: 3 }]);
    const open = await story.database.query<{ amount: number }>(
      `select count(*)::int as amount from list_check where state = 'open' group by entry_id, kind having count(*) > 1`,
    );
    expect(open).toEqual([]);
    const tasks = await story.database.query<{ kind: string }>('select kind from task where ended_at is null and subject = $1 order by 1', [
      'list-round',
    ]);
    expect(tasks.map(({ kind }) => kind)).toEqual(['list_to_check_in', 'list_to_validate']);
  });

  it('asks again twelve weeks after the last time, and not before', async () => {
    const person = await story.joins(0);
    await letWeeksPass(53);
    await sweep();
    const check = await validationOf(person);
    await intake().get(answerListCheck, { params: { id: check.id }, version: check.version, body: { answer: 'stays' } });
    const asked = async () => (await checksOf(person)).filter(({ kind }) => kind === 'validation').length;
    await letWeeksPass(9);
    await letRoundsPass(9);
    await sweep();
    expect(await asked()).toBe(1);
    await letWeeksPass(3);
    await letRoundsPass(3);
    await sweep();
    expect(await asked()).toBe(2);
  });

  it('asks the very urgent every week, the others as the county has it', async () => {
    const urgent = await story.joins(0, { urgency: 'very_urgent' });
    const soon = await story.joins(0, { urgency: 'soon' });
    await letWeeksPass(1);
    await sweep();
    expect(await checksOf(urgent)).toMatchObject([{ kind: 'check_in', state: 'open' }]);
    expect(await checksOf(soon)).toEqual([]);
  });

  it('the round is done with the last answer, and its task with it; "stays" confirms the place', async () => {
    const person = await story.joins(0);
    await letWeeksPass(13);
    await sweep();
    const check = await validationOf(person);
    const tried = await intake().get(recordCheckAttempt, { params: { id: check.id }, version: check.version });
    expect(tried).toMatchObject({ state: 'open', attempts: 1 });
    const answered = await intake().get(answerListCheck, { params: { id: check.id }, version: tried.version, body: { answer: 'stays' } });
    expect(answered).toMatchObject({ state: 'answered', answeredByName: expect.any(String) });
    expect(Date.now() - Date.parse(answered.lastValidatedAt)).toBeLessThan(600_000);
    expect((await intake().get(readListRounds, { query: { state: 'done' } })).items).toMatchObject([{ people: 1, answered: 1 }]);
    const open = await story.database.query(`select from task where ended_at is null and kind = 'list_to_validate'`);
    expect(open).toEqual([]);
    const again = await intake().call(answerListCheck, { params: { id: check.id }, version: answered.version, body: { answer: 'stays' } });
    expect(again.problem?.code).toBe('check-not-open');
  });

  it('whoever wants to leave stays until a clinician has decided and they were told', async () => {
    const person = await story.joins(0);
    await letWeeksPass(13);
    await sweep();
    const check = await validationOf(person);
    const wants = await intake().get(answerListCheck, { params: { id: check.id }, version: check.version, body: { answer: 'remove' } });
    expect(wants.state).toBe('to_decide');
    const inList = { params: { id: story.county.service } };
    expect((await intake().get(readWaitingList, inList)).items).toMatchObject([{ id: person.entryId, wantsToLeave: true }]);
    const slot = await story.opensSlot(24 * 20);
    const { candidates, excluded } = await intake().get(readCandidates, { params: { id: slot.id } });
    expect(candidates).toEqual([]);
    expect(excluded).toMatchObject([{ why: 'wants_to_leave', entry: { id: person.entryId } }]);
    const state = async () => (await practice().get(readReferral, { params: { id: person.referralId } })).state;
    expect(await state()).toBe('waitlisted');
    const decide = { params: { id: check.id }, version: wants.version };
    const gone = { decision: 'removed', told: 'phone', wayForward: 'Kann sich jederzeit neu melden' } as const;
    expect((await practice().call(decideListCheck, { ...decide, body: gone })).status).toBe(403);
    const untold = await clinician().call(decideListCheck, { ...decide, body: { decision: 'removed', wayForward: 'x' } });
    expect(untold.problem?.code).toBe('telling-missing');
    const decided = await clinician().get(decideListCheck, { ...decide, body: gone });
    expect(decided).toMatchObject({ state: 'decided', decision: 'removed', told: 'phone' });
    expect(await state()).toBe('returned');
    const [entry] = await story.database.query('select state from waiting_list_entry where id = $1', [person.entryId]);
    expect(entry).toEqual({ state: 'removed' });
  });

  it('the database takes no removal without a clinician’s name and how the person was told', async () => {
    const person = await story.joins(0);
    await letWeeksPass(13);
    await sweep();
    await expect(
      story.database.query(
        `update list_check set state = 'decided', answer = 'remove', answered_at = now(), answered_by = $2, decision = 'removed', decided_at = now(),
           decided_by = $2 where entry_id = $1 and kind = 'validation'`,
        [person.entryId, story.county.intake.id],
      ),
    ).rejects.toMatchObject({ code: '23514' });
  });

  it('the referrer answers what they are asked, and sees nothing before', async () => {
    const person = await story.joins(0);
    await letWeeksPass(13);
    await sweep();
    const check = await validationOf(person);
    const side = { query: { side: 'referrer' } } as const;
    expect((await practice().get(readListChecks, side)).items).toEqual([]);
    expect((await practice().call(answerListCheck, { params: { id: check.id }, version: 1, body: { answer: 'stays' } })).status).toBe(404);
    await intake().get(askReferrerToCheck, { params: { id: check.id }, version: check.version });
    const [asked] = (await practice().get(readListChecks, side)).items;
    const answer = { params: { id: check.id }, version: asked!.version, body: { answer: 'stays' } } as const;
    expect(await practice().get(answerListCheck, answer)).toMatchObject({ state: 'answered', isAnswerOfReferrer: true });
    const tasks = await story.database.query('select state from task where subject_id = $1', [check.id]);
    expect(tasks).toEqual([{ state: 'done' }]);
  });

  it('"later" pauses until the day; "worse" asks somebody qualified, who changes the band and never the clock', async () => {
    const [later, worse] = [await story.joins(0), await story.joins(0)];
    await letWeeksPass(13);
    await sweep();
    const check = await validationOf(later);
    const until = daysAfter(Date.now(), 30).toISOString().slice(0, 10);
    const answer = { params: { id: check.id }, version: check.version } as const;
    expect((await intake().call(answerListCheck, { ...answer, body: { answer: 'postpone' } })).problem?.code).toBe(
      'postponed-until-missing',
    );
    await intake().get(answerListCheck, { ...answer, body: { answer: 'postpone', postponedUntil: until } });
    expect((await intake().get(readReferral, { params: { id: later.referralId } })).state).toBe('suspended');
    const checkIn = (await checksOf(worse)).find(({ kind }) => kind === 'check_in')!;
    const said = await intake().get(answerListCheck, {
      params: { id: checkIn.id },
      version: checkIn.version,
      body: { answer: 'worse', asksForPriority: true },
    });
    const before = await story.database.query('select received_at from waiting_list_entry where id = $1', [worse.entryId]);
    await clinician().get(decideListCheck, {
      params: { id: checkIn.id },
      version: said.version,
      body: { decision: 'urgency_changed', urgency: 'urgent' },
    });
    const [entry] = await story.database.query('select urgency, band from waiting_list_entry where id = $1', [worse.entryId]);
    expect(entry).toEqual({ urgency: 'urgent', band: 2 });
    expect(await story.database.query('select received_at from waiting_list_entry where id = $1', [worse.entryId])).toEqual(before);
  });

  it('chosen people are asked, each with a result; whoever is placed meanwhile is asked no more', async () => {
    const people = [await story.joins(0), await story.joins(0)];
    const ask = (entryIds: string[]) => intake().get(startListChecks, { params: { id: story.county.service }, body: { entryIds } });
    const first = await ask([people[0]!.entryId]);
    expect(first.items).toEqual([{ entryId: people[0]!.entryId, result: 'asked' }]);
    const nobody = '0199a000-0000-7000-8000-000000000001';
    const results = (await ask([people[0]!.entryId, people[1]!.entryId, nobody])).items.map(({ result }) => result);
    expect(results).toEqual(['already_open', 'asked', 'not_found']);
    const slot = await story.opensSlot(400);
    const { version } = await intake().get(readReferral, { params: { id: people[0]!.referralId } });
    await intake().get(bookSlot, { params: { id: people[0]!.referralId }, version, body: { slotId: slot.id } });
    expect(await checksOf(people[0]!)).toEqual([]);
    const tooMany = Array.from({ length: 101 }, () => nobody);
    const refused = await intake().call(startListChecks, { params: { id: story.county.service }, body: { entryIds: tooMany } });
    expect(refused.status).toBe(422);
  });

  it('an expected wait is said once to each who referred, and only for one’s own service', async () => {
    for (let count = 0; count < 3; count++) await story.joins(0);
    const params = { id: story.county.service };
    const now = await intake().get(readExpectedWait, { params });
    expect(now).toMatchObject({ entries: 3, referrers: 1, version: 0 });
    const body = { weeks: 22, note: 'Länger durch Krankheit im Team' };
    expect(await intake().get(changeExpectedWait, { params, version: 0, body })).toEqual({ version: 1, told: 1 });
    const { payload } = await story.latest(expectedWaitChanged);
    expect(payload).toMatchObject({ referrerOrganisationIds: [story.county.practice] });
    expect((await intake().call(changeExpectedWait, { params, version: 0, body })).problem?.code).toBe('version-stale');
    expect((await intake().call(changeExpectedWait, { params, version: 1, body })).problem?.code).toBe('expected-wait-unchanged');
    expect((await intake().get(readExpectedWait, { params })).earlier).toMatchObject([{ weeks: 22, told: 1 }]);
    const other = story.server.as(story.county.otherIntake);
    expect((await other.call(readExpectedWait, { params })).status).toBe(404);
  });

  it('two counties are looked after apart', async () => {
    await story.joins(0);
    await letWeeksPass(13);
    const other = await testCounty(story.database, '08337');
    await sweep();
    const there = story.server.as(other.intake);
    expect((await there.get(readListRounds)).items).toEqual([]);
    expect((await there.get(readListChecks)).items).toEqual([]);
    expect((await intake().get(readListRounds)).items).toHaveLength(2);
  });
});
