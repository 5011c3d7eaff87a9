import { readSlot } from '@lotse/calendar/model';
import { calendarDayOf, daysAfter } from '@lotse/kernel';
import { recordRelease } from '@lotse/people/model';
import { PeopleWorkerModule, RunOutReleases } from '@lotse/people/server';
import { confirmCancel, readReferral, readReferralActs, redirectReferral, requestCancel, suspendReferral } from '@lotse/referral/model';
import { listStory, type ListStory, type WaitingPerson } from './testing/list-story';
import { orphans } from './whole-life/orphans';

describe('a release whose last day is over', () => {
  let story: ListStory;
  let person: WaitingPerson;
  beforeAll(async () => {
    story = await listStory([PeopleWorkerModule]);
  });
  beforeEach(async () => {
    person = await story.joins(10);
  });
  afterAll(() => story.server.stop());

  const practice = () => story.server.as(story.county.gp);
  const clinic = () => story.server.as(story.county.intake);
  const given = () => ({ params: { id: person.referralId } });
  const sweep = () => story.server.app.get(RunOutReleases).run();

  /** The release ends so many days from now, and with it what it opened. */
  async function endsIn(days: number): Promise<void> {
    const day = `(now() at time zone 'Europe/Berlin')::date + ${days}`;
    await story.database.query(
      `update release set given_on = '2020-01-01', valid_from = '2020-01-01', valid_until = ${day} where id = $1`,
      [person.releaseId],
    );
    await story.database.query(
      `update access_grant set valid_from = '2020-01-01', valid_until = (${day} + 1)::timestamp at time zone 'Europe/Berlin' where person_id = $1`,
      [person.personId],
    );
  }

  const tasks = async () => {
    await story.server.database.asSystem((transaction) => transaction.rows('test.tasks', 'select open_referral_tasks()'));
    return story.database.query<{ state: string }>(
      `select state, organisation_id = $2 as "isOfPractice" from task where kind = 'release_ends' and subject_id = $1`,
      [person.referralId, story.county.practice],
    );
  };

  it('brings back what the recipient had, once: the offer is withdrawn, and the referrer has the referral', async () => {
    const slot = await story.opensSlot(400);
    await story.offers(slot, person);
    await endsIn(-1);
    expect((await clinic().call(readReferral, given())).status).toBe(404);
    await sweep();
    await sweep();
    expect(await clinic().get(readSlot, { params: { id: slot.id } })).toMatchObject({ state: 'open' });
    const referral = await practice().get(readReferral, given());
    expect(referral).toMatchObject({ state: 'waitlisted', custody: { custodian: 'referrer', organisationId: story.county.practice } });
    expect(referral.steps.map(({ act }) => act).filter((act) => act.startsWith('release_'))).toEqual(['release_ran_out']);
    expect(await story.database.query(orphans)).toEqual([]);
  });

  it('leaves it to the referrer alone to end the referral: nobody else could confirm it', async () => {
    await endsIn(-1);
    await sweep();
    const { version } = await practice().get(readReferral, given());
    const asked = await practice().get(requestCancel, { ...given(), version, body: { reason: 'recovered' } });
    expect((await practice().get(readReferral, given())).custody).toMatchObject({ custodian: 'referrer' });
    const { items } = await practice().get(readReferralActs, given());
    expect(items.find(({ act }) => act === 'confirm_cancel')).toMatchObject({ allowed: true });
    expect(await practice().get(confirmCancel, { ...given(), version: asked.version })).toMatchObject({ state: 'withdrawn' });
    expect(await story.database.query(orphans)).toEqual([]);
  });

  it('lets the referrer hand it on from the list: the place ends, the clock goes on', async () => {
    await endsIn(-1);
    await sweep();
    const before = await practice().get(readReferral, given());
    await practice().get(recordRelease, { params: { id: person.personId }, body: terms(story.county.otherClinic) });
    const body = { serviceId: story.county.otherService, reason: 'person_wishes' };
    expect(await practice().get(redirectReferral, { ...given(), version: before.version, body })).toMatchObject({ state: 'requested' });
    const there = await story.server.as(story.county.otherIntake).get(readReferral, given());
    expect(there).toMatchObject({ state: 'requested', sentAt: before.sentAt });
    expect(await story.database.query('select state from waiting_list_entry where referral_id = $1', [person.referralId])).toEqual([
      { state: 'removed' },
    ]);
    expect(await story.database.query(orphans)).toEqual([]);
  });

  it('leaves the recipient no work that nobody there can do any more, and time makes none', async () => {
    const { version } = await clinic().get(readReferral, given());
    const body = { reason: 'ill', reviewOn: calendarDayOf(daysAfter(Date.now(), 30)) };
    await clinic().get(suspendReferral, { ...given(), version, body });
    const isOver = 'update referral set suspended_until = current_date - $2::integer where id = $1';
    const openThere = () =>
      story.database.query<{ kind: string }>('select kind from task where subject_id = $1 and organisation_id = $2 and ended_at is null', [
        person.referralId,
        story.county.clinic,
      ]);
    await story.database.query(isOver, [person.referralId, 1]);
    await tasks();
    expect(await openThere()).toEqual([{ kind: 'suspension_to_review' }]);
    await endsIn(-1);
    await sweep();
    expect(await openThere()).toEqual([]);
    await story.database.query(isOver, [person.referralId, 2]);
    await tasks();
    expect(await openThere()).toEqual([]);
  });

  it('leaves everything as it is while another one covers the recipient', async () => {
    await practice().get(recordRelease, { params: { id: person.personId }, body: terms(story.county.clinic) });
    await story.database.query(
      `update release set given_on = '2020-01-01', valid_from = '2020-01-01', valid_until = '2020-12-31' where id = $1`,
      [person.releaseId],
    );
    await sweep();
    expect(await clinic().get(readReferral, given())).toMatchObject({ custody: { custodian: 'recipient_intake' } });
  });

  it('two weeks before, the referrer is asked to have it renewed; renewing ends the task', async () => {
    await endsIn(20);
    expect(await tasks()).toEqual([]);
    await endsIn(10);
    expect(await tasks()).toEqual([{ state: 'ready', isOfPractice: true }]);
    expect(await tasks()).toHaveLength(1);
    await practice().get(recordRelease, { params: { id: person.personId }, body: terms(story.county.clinic) });
    expect(await tasks()).toEqual([{ state: 'done', isOfPractice: true }]);
  });
});

const terms = (recipientOrganisationId: string) => ({
  recipientOrganisationId,
  purpose: 'Behandlung',
  dataParts: ['identity' as const, 'diagnosis' as const],
  coversHealthData: true as const,
  form: 'written' as const,
  givenOn: '2026-01-02',
  validUntil: '2098-12-31',
});
