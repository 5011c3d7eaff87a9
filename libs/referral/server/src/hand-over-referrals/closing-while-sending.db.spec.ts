import { disableStaff, readSession, retireOrganisation } from '@lotse/identity/model';
import { createPerson } from '@lotse/people/model';
import { assignReferrals, createReferral, submitReferral, withdrawReferral } from '@lotse/referral/model';
import { addStaff, birthDates, type Caller } from '@lotse/server-kit/testing';
import { referralStory, type ReferralStory } from '../testing/referral-story';

/** Enough that both orders occur, and that a missing lock shows. */
const rounds = 15;

describe('promise 1: nobody is sent to somebody who is just leaving', () => {
  let story: ReferralStory;
  let region: Caller;
  let administrator: Caller;
  const bornOn = birthDates();

  beforeAll(async () => {
    story = await referralStory();
    region = story.server.as(await addStaff(story.database, story.county.administrator.organisationId, ['region_admin']));
    administrator = story.server.as(await addStaff(story.database, story.county.clinic, ['org_admin']));
  });
  afterAll(() => story.stop());

  /** A draft to the other clinic, which is open again. */
  async function draft(): Promise<{ id: string; version: number }> {
    const { otherClinic, otherService } = story.county;
    await story.database.query('update organisation set retired_at = null where id = $1', [otherClinic]);
    await story.database.query('update service set accepts_referrals = true where id = $1', [otherService]);
    const person = await story.practice.get(createPerson, { body: { familyName: 'Zweigle', givenName: 'Otto', birthDate: bornOn() } });
    await story.release(person.id, otherClinic);
    const body = {
      personId: person.id,
      serviceId: otherService,
      reason: 'low_mood',
      question: 'Bitte um Abklärung',
      urgency: 'soon' as const,
    };
    return { id: (await story.practice.get(createReferral, { body })).id, version: 1 };
  }

  /** How many of this county's transactions wait for another one. */
  async function waiting(): Promise<number> {
    await story.database.query('select pg_stat_clear_snapshot()');
    const [found] = await story.database.query<{ count: number }>(
      `select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return found!.count;
  }

  it('an organisation is not closed while a referral to it is halfway', async () => {
    const { otherClinic } = story.county;
    const { id, version } = await draft();
    const [organisation] = await story.database.query<{ version: number }>('select version from organisation where id = $1', [otherClinic]);
    let isAnswered = false;
    await story.database.query('begin');
    // The sender stands in the middle of its transaction until this lock goes.
    await story.database.query('lock table access_grant in share mode');
    const sending = story.practice.call(submitReferral, { params: { id }, version });
    while ((await waiting()) < 1);
    const closing = region
      .call(retireOrganisation, { params: { id: otherClinic }, version: organisation!.version, body: {} })
      .finally(() => (isAnswered = true));
    while (!isAnswered && (await waiting()) < 2);
    await story.database.query('commit');
    const [sent, closed] = await Promise.all([sending, closing]);
    expect([
      [200, 409],
      [503, 200],
    ]).toContainEqual([sent.status, closed.status]);
    if (sent.status !== 200) return;
    await story.practice.get(withdrawReferral, { params: { id }, version: sent.answer.version, body: { reason: 'recovered' } });
  });

  it('an organisation is closed or gets the referral, never both', async () => {
    const { otherClinic } = story.county;
    for (let round = 0; round < rounds; round++) {
      const { id, version } = await draft();
      const [organisation] = await story.database.query<{ version: number }>('select version from organisation where id = $1', [
        otherClinic,
      ]);
      const [sent, closed] = await Promise.all([
        story.practice.call(submitReferral, { params: { id }, version }),
        region.call(retireOrganisation, { params: { id: otherClinic }, version: organisation!.version, body: {} }),
      ]);
      // Whoever came second is refused by the rules, or asked to try again and refused then.
      if (sent.status === 200) expect([closed.status, closed.problem.code]).toEqual([409, 'organisation-has-work']);
      else expect([closed.status, [422, 503]]).toEqual([200, expect.arrayContaining([sent.status])]);
      const [referral] = await story.database.query<{ state: string }>('select state from referral where id = $1', [id]);
      expect(referral!.state).toBe(sent.status === 200 ? 'requested' : 'draft');
      if (sent.status !== 200) {
        expect((await story.practice.call(submitReferral, { params: { id }, version })).problem.code).toBe('service-not-accepting');
      } else {
        const body = { reason: 'recovered' };
        await story.practice.get(withdrawReferral, { params: { id }, version: sent.answer.version, body });
      }
    }
  });

  it('an account is closed or gets the referral, never both', async () => {
    const sent = await story.received();
    for (let round = 0; round < rounds; round++) {
      const leaving = await addStaff(story.database, story.county.clinic, ['intake']);
      const [given, closed] = await Promise.all([
        story.clinic.call(assignReferrals, { body: { ids: [sent.id], staffId: leaving.id } }),
        administrator.call(disableStaff, { params: { id: leaving.id }, version: 1, body: {} }),
      ]);
      if (given.status === 200) {
        expect([closed.status, closed.problem.code]).toEqual([409, 'open-work']);
        expect((await story.server.as(leaving).call(readSession)).status).toBe(200);
      } else {
        expect([closed.status, [422, 503]]).toEqual([200, expect.arrayContaining([given.status])]);
        expect((await story.look(sent)).assignee?.id).not.toBe(leaving.id);
      }
    }
  });
});
