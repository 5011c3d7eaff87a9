import { addCalendarDays, calendarDayOf } from '@lotse/kernel';
import { confirmDeletion, endHold, holdRecord, readPerson, readRetention } from '@lotse/people/model';
import { CarryOutDeletions, ProposeDeletions } from '@lotse/people/server';
import { makeLog } from '@lotse/server-kit/telemetry';
import { addStaff, type TestStaff } from '@lotse/server-kit/testing';
import { canary, guardedCounty, type GuardedCounty } from '../walls/guarded-county';

const today = calendarDayOf(new Date());
const later = (days: number) => addCalendarDays(today, days);

describe('how long records are kept', () => {
  let place: GuardedCounty;
  let practice: TestStaff;
  let clinic: TestStaff;
  let propose: ProposeDeletions;
  let carryOut: CarryOutDeletions;

  beforeAll(async () => {
    place = await guardedCounty();
    practice = await addStaff(place.database, place.county.practice, ['org_admin']);
    clinic = await addStaff(place.database, place.county.clinic, ['service_manager']);
    propose = new ProposeDeletions(place.server.database);
    carryOut = new CarryOutDeletions(place.server.database, makeLog('test', 'silent'));
  });
  afterAll(() => place.server.stop());

  const seenBy = (staff: TestStaff) => place.server.as(staff).get(readRetention);
  const kindsSeenBy = async (staff: TestStaff) => (await seenBy(staff)).batches.flatMap(({ items }) => items.map(({ kind }) => kind));
  const year = 365;

  /** Everything that still names the person or one of the referrals, in any table. */
  async function whereNamed(): Promise<string[]> {
    const tables = await place.database.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r'`,
    );
    const found: string[] = [];
    const { personId, referralId, arrivedId, releaseId, entryId, offerId } = place.things;
    const pattern = [personId, referralId, arrivedId, releaseId, entryId, offerId, canary].join('|');
    for (const { name } of tables) {
      const rows = await place.database.query(`select from ${name} x where x::text ~ $1 limit 1`, [pattern]);
      if (rows.length > 0) found.push(name);
    }
    return found.sort();
  }

  it('proposes nothing while a referral is open, however old it is', async () => {
    expect(await propose.run(later(20 * year))).toBe(0);
  });

  it('a receiver is asked about what led to nothing a month before the year is over; the sender keeps it', async () => {
    const { referralId, arrivedId } = place.things;
    // Taken back, wherever it was.
    await place.database.query(`update referral set state = 'withdrawn', custodian = 'nobody', version = version + 1 where id = any ($1)`, [
      [referralId, arrivedId],
    ]);
    await place.database.query(`update appointment set cancelled_at = now() where referral_id = $1`, [referralId]);
    expect(await propose.run(later(300))).toBe(0);
    expect(await propose.run(later(340))).toBe(2);
    expect(await propose.run(later(341))).toBe(0);
    expect([await kindsSeenBy(clinic), await kindsSeenBy(practice)]).toEqual([['received', 'received'], []]);
    const [told] = await place.database.query<{ audience: string[]; payload: object }>(
      `select audience, payload from outbox_event where name = 'DeletionProposed'`,
    );
    expect(told!.audience).toEqual([place.county.clinic]);
    expect(JSON.stringify(told!.payload)).not.toContain(canary);
  });

  it('no timer deletes: without a name below it nothing happens, and with one only when the period is over', async () => {
    expect(await carryOut.run(later(2 * year))).toBe(0);
    const { id, version } = (await seenBy(clinic)).batches[0]!;
    expect((await place.server.as(practice).call(confirmDeletion, { params: { id }, version })).status).toBe(404);
    await place.server.as(clinic).get(confirmDeletion, { params: { id }, version });
    const again = await place.server.as(clinic).call(confirmDeletion, { params: { id }, version: version + 1 });
    expect(again.problem.code).toBe('already-confirmed');
    expect(await carryOut.run(later(350))).toBe(0);
  });

  it('what a receiver was asked about is gone at the receiver, and stays with the sender', async () => {
    expect(await carryOut.run(later(year + 2))).toBe(2);
    const { personId } = place.things;
    const rows = await place.database.query(
      `select from waiting_list_entry where person_id = $1 union all select from slot_offer where person_id = $1`,
      [personId],
    );
    expect(rows).toEqual([]);
    expect(await place.database.query(`select from referral where person_id = $1`, [personId])).toHaveLength(2);
    const { protocol, batches } = await seenBy(clinic);
    expect(batches).toEqual([]);
    expect(protocol).toEqual([expect.objectContaining({ kind: 'received', amount: 2, months: 12, basis: 'Art. 5 Abs. 1 lit. e DSGVO' })]);
    expect((await place.server.as(place.county.gp).call(readPerson, { params: { id: personId! } })).status).toBe(200);
  });

  it('an enquiry about somebody that is open keeps their record, whatever became of the referrals', async () => {
    expect(await propose.run(later(20 * year))).toBe(0);
    await place.database.query(
      `update advice_thread set state = 'closed', custodian = 'nobody', custodian_organisation_id = null, due_at = null, provider_rank = 2
       where person_id = $1`,
      [place.things['personId']],
    );
  });

  it('an administrator decides by number and period, and sees no name', async () => {
    expect(await propose.run(later(10 * year - 20))).toBe(1);
    const { batches } = await seenBy(practice);
    expect(JSON.stringify(batches)).not.toContain(canary);
    expect(JSON.stringify(batches)).not.toContain(place.things['personId']);
    expect(batches[0]!.items[0]!.number).toMatch(/^L-[0-9A-F]{6}$/);
    const doctorToo = await addStaff(place.database, place.county.practice, ['org_admin', 'referrer']);
    expect(JSON.stringify((await seenBy(doctorToo)).batches)).toContain(canary);
  });

  it('a hold keeps a record beyond its period, also when its deletion was confirmed', async () => {
    const admin = place.server.as(practice);
    const { id, version, items } = (await seenBy(practice)).batches[0]!;
    const params = { id: items[0]!.id };
    await admin.get(confirmDeletion, { params: { id }, version });
    const hold = await admin.get(holdRecord, { params, body: { reason: 'Klage vor dem Sozialgericht' } });
    const second = await admin.call(holdRecord, { params, body: { reason: 'Noch einmal dasselbe' } });
    expect(second.problem.code).toBe('already-held');
    const reasonsSeenBy = async (staff: TestStaff) => (await seenBy(staff)).holds.map(({ reason }) => reason);
    const colleague = await addStaff(place.database, place.county.practice, ['org_admin']);
    const manager = await addStaff(place.database, place.county.practice, ['org_admin', 'referrer']);
    expect(await reasonsSeenBy(practice)).toEqual(['Klage vor dem Sozialgericht']);
    expect([await reasonsSeenBy(colleague), await reasonsSeenBy(manager)]).toEqual([[null], ['Klage vor dem Sozialgericht']]);
    const stranger = await addStaff(place.database, place.county.otherPractice, ['org_admin']);
    const foreign = await place.server.as(stranger).call(holdRecord, { params, body: { reason: 'Geht uns nichts an' } });
    expect(foreign.status).toBe(404);
    expect(await carryOut.run(later(11 * year))).toBe(0);
    expect((await seenBy(practice)).batches).toEqual([]);
    await admin.get(endHold, { params: { id: hold.id }, version: hold.version });
    expect(await propose.run(later(11 * year))).toBe(1);
  });

  // @req ASVS 5.0.0-14.2.7
  it('a record that is deleted leaves nothing behind but identifiers, and does not come back with a backup', async () => {
    const before = await place.database.query<{ person: object }>('select to_jsonb(p) as person from person p where id = $1', [
      place.things['personId'],
    ]);
    const { id, version } = (await seenBy(practice)).batches[0]!;
    await place.server.as(practice).get(confirmDeletion, { params: { id }, version });
    // Events that were dealt with; those that were not are still to be told.
    await place.database.query('update outbox_event set done_at = now()');
    expect(await carryOut.run(later(11 * year))).toBe(1);
    expect(await whereNamed()).toEqual(['chronicle_entry', 'deletion_item', 'slot', 'tombstone']);
    // A backup that is older than the deletion: the person is back, and the tombstones are all that knows better.
    await place.database.query('insert into person select * from jsonb_populate_record(null::person, $1)', [before[0]!.person]);
    expect(await place.database.query('select forget_again() as amount')).toEqual([{ amount: 1 }]);
    expect(await whereNamed()).toEqual(['chronicle_entry', 'deletion_item', 'slot', 'tombstone']);
  });

  it('the protocol is not rewritten by anybody', async () => {
    await expect(place.database.query('update deletion_protocol set amount = 0')).rejects.toThrow('append-only');
    await expect(
      place.server.database.asPublic((transaction) => transaction.select('select carry_out_deletion(gen_random_uuid(), current_date)', [])),
    ).rejects.toThrow('only the worker');
  });
});
