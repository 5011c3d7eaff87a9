import {
  createPerson,
  mergePeople,
  previewMerge,
  readAccesses,
  readMerges,
  readPerson,
  recordRelease,
  undoMerge,
} from '@lotse/people/model';
import { createReferral, readReferral, readReferrals, submitReferral } from '@lotse/referral/model';
import fc from 'fast-check';
import { canary, guardedCounty, type GuardedCounty } from '../walls/guarded-county';

describe('merging two records of one person', () => {
  let place: GuardedCounty;
  let kept: string;
  let other: string;

  beforeAll(async () => {
    place = await guardedCounty();
    other = place.things['personId']!;
    const gp = place.server.as(place.county.gp);
    const body = {
      familyName: canary,
      givenName: canary,
      birthDate: '1970-05-04',
      phone: '07622 99',
      kvnr: 'A123456780',
      differentFrom: [other],
    };
    kept = (await gp.get(createPerson, { body })).id;
    const terms = { purpose: canary, dataParts: ['identity', 'diagnosis'], coversHealthData: true, form: 'written' };
    await gp.get(recordRelease, {
      params: { id: kept },
      body: { ...terms, recipientOrganisationId: place.county.otherClinic, givenOn: '2026-01-02', validUntil: '2099-12-31' },
    });
    const content = { personId: kept, serviceId: place.county.otherService, reason: 'low_mood', question: canary, urgency: 'routine' };
    const { id } = await gp.get(createReferral, { body: content });
    await gp.get(submitReferral, { params: { id }, version: 1 });
  });
  afterAll(() => place.server.stop());

  const gp = () => place.server.as(place.county.gp);
  const versionOf = async (id: string) => (await gp().get(readPerson, { params: { id } })).version;
  const merge = async (from: string, into: string, fields: readonly string[] = []) => {
    const body = { otherId: from, otherVersion: await versionOf(from), fields: [...fields] };
    return gp().call(mergePeople, { params: { id: into }, version: await versionOf(into), body });
  };

  /** Every row that leads to one of the two, as it is; what only says that something was done is left out. */
  async function standing(): Promise<string[]> {
    const tables = await place.database.query<{ name: string; field: string }>(
      'select * from columns_leading_to_person() union select $1, $2',
      ['person', 'id'],
    );
    const texts = await Promise.all(
      tables
        .filter(({ name }) => name !== 'correction')
        .map(({ name, field }) =>
          place.database.query<{ text: string }>(
            `select '${name}.${field} ' || (to_jsonb(x) - 'version')::text as text from ${name} x where x.${field} in ($1, $2) order by 1`,
            [kept, other],
          ),
        ),
    );
    return texts
      .flat()
      .map(({ text }) => text)
      .sort();
  }

  it('tells before what follows and what differs', async () => {
    const preview = await gp().get(previewMerge, { params: { id: kept, otherId: other } });
    expect(preview.differing.map(({ field }) => field)).toEqual(['birthDate', 'phone', 'street', 'kvnr']);
    const follows = Object.fromEntries(preview.follows.map(({ part, amount }) => [part, amount]));
    expect(follows).toMatchObject({ referral: 2, release: 1, waiting_list_entry: 1, slot_offer: 1 });
    expect((await place.server.as(place.county.otherGp).call(previewMerge, { params: { id: kept, otherId: other } })).status).toBe(404);
  });

  it('whatever leads to the other one follows, for everybody who may see it, and both chronicles are read', async () => {
    const done = await merge(other, kept, ['street', 'birthDate']);
    expect(done.status).toBe(200);
    const referral = { params: { id: place.things['referralId']! } };
    for (const reader of [place.county.gp, place.county.intake])
      expect((await place.server.as(reader).get(readReferral, referral)).personId).toBe(kept);
    expect((await gp().get(readReferrals, { query: { box: 'sent' } })).items.every(({ personId }) => personId === kept)).toBe(true);
    expect(await gp().get(readPerson, { params: { id: kept } })).toMatchObject({
      street: canary,
      phone: '07622 99',
      birthDate: '1970-05-03',
    });
    expect((await gp().get(readPerson, { params: { id: other } })).mergedInto).toBe(kept);
    expect((await place.server.as(place.county.intake).call(readPerson, { params: { id: other } })).status).toBe(404);
    expect((await place.server.as(place.county.intake).get(readPerson, { params: { id: kept } })).id).toBe(kept);
    const accesses = await gp().get(readAccesses, { params: { id: kept }, query: { limit: 100 } });
    expect(accesses.items.filter(({ verb }) => verb === 'people.create')).toHaveLength(2);
    expect((await merge(other, kept)).problem.code).toBe('merged-already');
    expect((await gp().get(readMerges, { params: { id: kept } })).items).toMatchObject([{ otherId: other, undoneAt: null }]);
    expect((await place.server.as(place.county.otherGp).call(undoMerge, { params: { id: done.answer.mergeId } })).status).toBe(404);
    await gp().get(undoMerge, { params: { id: done.answer.mergeId } });
    expect((await gp().call(undoMerge, { params: { id: done.answer.mergeId } })).problem.code).toBe('merge-undone');
    expect((await place.server.as(place.county.intake).call(readPerson, { params: { id: kept } })).status).toBe(404);
  });

  it('undone, everything is as it was, whichever way round and whatever was taken', async () => {
    const fields = ['familyName', 'givenName', 'birthDate', 'sex', 'phone', 'street', 'postcode', 'ags', 'language', 'kvnr'];
    await fc.assert(
      fc.asyncProperty(fc.subarray(fields), fc.boolean(), async (taken, isTurned) => {
        const before = await standing();
        const [from, into] = isTurned ? [kept, other] : [other, kept];
        const { answer, status } = await merge(from, into, taken);
        expect(status).toBe(200);
        expect(await standing()).not.toEqual(before);
        await gp().get(undoMerge, { params: { id: answer.mergeId } });
        expect(await standing()).toEqual(before);
      }),
      {
        numRuns: 12,
        examples: [
          [['kvnr', 'birthDate'], false],
          [fields, true],
          [[], false],
        ],
      },
    );
  });

  it('what came after the merge stays where it is, and what was mended since is not taken back', async () => {
    const done = await merge(other, kept, ['street']);
    await place.database.query(`update person set street = 'Neuer Weg 1' where id = $1`, [kept]);
    const { id } = await gp().get(createReferral, { body: { personId: kept } });
    await gp().get(undoMerge, { params: { id: done.answer.mergeId } });
    expect((await gp().get(readPerson, { params: { id: kept } })).street).toBe('Neuer Weg 1');
    expect((await gp().get(readReferral, { params: { id } })).personId).toBe(kept);
    expect((await gp().get(readReferral, { params: { id: place.things['referralId']! } })).personId).toBe(other);
  });

  it('two that are both kept beyond their period are not merged, and a record goes with the one it was merged into', async () => {
    const hold = (personId: string) =>
      place.database.query(
        `insert into legal_hold (id, region_id, organisation_id, person_id, reason, set_by) values (gen_random_uuid(), $1, $2, $3, 'für diese Probe', $4)`,
        [place.county.regionId, place.county.practice, personId, place.county.gp.id],
      );
    await hold(kept);
    await hold(other);
    expect((await merge(other, kept)).problem.code).toBe('both-held');
    await place.database.query('update legal_hold set ended_by = set_by, ended_at = now() where ended_at is null');
    expect((await merge(other, kept)).status).toBe(200);
    await place.database.query('select forget_record($1, $2)', [kept, place.county.practice]);
    expect(await place.database.query('select from person where id in ($1, $2)', [kept, other])).toEqual([]);
    expect(await place.database.query('select from person_merge')).toEqual([]);
  });
});
