import { referralLifecycle, custodians } from '@lotse/referral/model';
import { slotLifecycle } from '@lotse/calendar/model';
import { noticeKindSchema } from '@lotse/notification/model';
import { testDatabase, type TestDatabase } from '@lotse/server-kit/testing';
import { slotOfferLifecycle, waitingListEntryLifecycle } from '@lotse/waiting-list/model';
import { findDrift } from './find-drift';
import { runMigrations } from './run-migrations';

describe('the schema', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());

  it('has the columns that the entities have, and no others', async () => {
    expect(await findDrift(database.ownerUrl)).toEqual([]);
  });

  it('drift is noticed', async () => {
    await database.query('alter table person add column shoe_size integer');
    await database.query('alter table slot drop column cancel_reason');
    const found = await findDrift(database.ownerUrl);
    expect(found.some((statement) => statement.includes('shoe_size'))).toBe(true);
    expect(found.some((statement) => statement.includes('cancel_reason'))).toBe(true);
  });

  it('is up to date after the migrations have run once', async () => {
    expect(await runMigrations(database.ownerUrl)).toBe(0);
  });

  it.each([
    ['referral_state', referralLifecycle.states],
    ['referral_custodian', custodians],
    ['slot_state', slotLifecycle.states],
    ['waiting_list_entry_state', waitingListEntryLifecycle.states],
    ['slot_offer_state', slotOfferLifecycle.states],
    ['notice_kind', noticeKindSchema.options],
  ])('the CHECK %s knows exactly the states of the model', async (constraint, states) => {
    const [check] = await database.query<{ text: string }>(
      `select pg_get_constraintdef(oid) as text from pg_constraint where conname = $1`,
      [constraint],
    );
    const inDatabase = [...check!.text.matchAll(/'([a-z_]+)'/g)].map((match) => match[1]);
    expect(inDatabase.sort()).toEqual([...states].sort());
  });
});
