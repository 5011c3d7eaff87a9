import { changePerson, createPerson, exportEverything, readCorrections } from '@lotse/people/model';
import { PersonRecords } from '@lotse/people/server';
import { canary, guardedCounty, type GuardedCounty } from '../walls/guarded-county';

/** Tables that lead to a person and are in no export, with the reason. */
const leftOut: Readonly<Record<string, string>> = {
  chronicle_about: 'says which lines of the chronicle are about whom; the lines themselves are the access report',
  stored_file: 'the sealed key of an attachment, which is in the export',
  file_part: 'the sealed bytes of an attachment; whoever gives the export adds the files themselves, each is a download',
  delivery: 'says when a mail rang for a notice, which is in the export',
};

describe('what somebody may ask about their own record', () => {
  let place: GuardedCounty;

  beforeAll(async () => {
    place = await guardedCounty();
  });
  afterAll(() => place.server.stop());

  it('every table that leads to a person, straight or by another table, is in the export', async () => {
    const rows = await place.database.query<{ name: string }>(`
      with recursive pointing as (
        select distinct conrelid::regclass::text as name, confrelid::regclass::text as at from pg_constraint where contype = 'f'
      ), found as (
        select 'person' as name
        union select c.table_name::text from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
          where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.column_name in ('person_id', 'referral_id')
        union select p.name from found l join pointing p on p.at = l.name
      ) select name from found order by 1`);
    const known = new Set(place.server.app.get(PersonRecords, { strict: false }).parts.map(({ table }) => table));
    expect(rows.length).toBeGreaterThan(12);
    expect(rows.map(({ name }) => name).filter((name) => !known.has(name) && !(name in leftOut))).toEqual([]);
  });

  it('answers everything that is kept, to the organisation whose record it is and to nobody else', async () => {
    const params = { id: place.things['personId']! };
    const [link] = await place.database.query(
      `insert into receiver_link (id, region_id, referral_id, organisation_id, receiver_organisation_id, token_hash, code_hash, created_by, expires_at)
       select gen_random_uuid(), region_id, id, referrer_organisation_id, recipient_organisation_id, '\\x01', '\\x02', created_by, now() + interval '1 day'
       from referral where person_id = $1 and recipient_organisation_id is not null limit 1 returning id`,
      [params.id],
    );
    expect(link).toBeDefined();
    const everything = await place.server.as(place.county.gp).get(exportEverything, { params });
    const counts = Object.fromEntries(everything.parts.map(({ part, rows }) => [part, rows.length]));
    expect(counts).toMatchObject({ person: 1, release: 1, referral: 2, waiting_list_entry: 1, slot_offer: 1 });
    expect(counts['referral_step']).toBeGreaterThan(3);
    expect(JSON.stringify(everything.parts)).toContain(canary);
    // What opens a link is nobody's business but the link's.
    expect(counts['receiver_link']).toBe(1);
    expect(JSON.stringify(everything.parts)).not.toContain('_hash"');
    // The receiver keeps a copy of nothing: whose record it is answers the person.
    expect((await place.server.as(place.county.clinician).call(exportEverything, { params })).status).toBe(404);
    const [line] = await place.database.query(`select from chronicle_entry where verb = 'people.export' and person_id = $1`, [params.id]);
    expect(line).toBeDefined();
  });

  it('is handed out as a tagged document too, which says nothing about anybody in its title', async () => {
    const response = await place.server.app.inject({
      url: `/api/people/${place.things['personId']}/everything/print?language=de`,
      headers: { cookie: `lotse_session=${place.county.gp.token}` },
    });
    expect([response.statusCode, response.headers['content-type']]).toEqual([200, expect.stringContaining('application/pdf')]);
    const document = response.rawPayload.toString('latin1');
    expect(document.startsWith('%PDF-')).toBe(true);
    expect(document).toContain('/StructTreeRoot');
  }, 60_000);

  it('what was corrected stays visible, with who and when (§ 630f BGB), whoever writes', async () => {
    const gp = place.server.as(place.county.gp);
    const person = await gp.get(createPerson, { body: { familyName: 'Alt', givenName: 'Ida', birthDate: '1970-05-03', phone: '1' } });
    const params = { id: person.id };
    await gp.get(changePerson, { params, version: 1, body: { familyName: 'Neu' } });
    await gp.get(changePerson, { params, version: 2, body: { phone: null, street: 'Weg 1' } });
    await place.database.query(`update person set phone = '3' where id = $1`, [person.id]);
    const { items } = await gp.get(readCorrections, { params });
    expect(items.map(({ by, before }) => ({ by, before }))).toEqual([
      { by: null, before: [{ field: 'phone', value: null }] },
      {
        by: 'Person referrer',
        before: [
          { field: 'phone', value: '1' },
          { field: 'street', value: null },
        ],
      },
      { by: 'Person referrer', before: [{ field: 'familyName', value: 'Alt' }] },
    ]);
    expect((await place.server.as(place.county.otherGp).call(readCorrections, { params })).status).toBe(404);
    await expect(
      place.server.database.asPublic((transaction) => transaction.select(`update correction set before = '{}'`, [])),
    ).rejects.toThrow('permission denied');
  });

  it('what a referral said when it was sent stays as well; a draft is nobody’s record yet', async () => {
    const id = place.things['arrivedId'];
    await place.database.query(`update referral set diagnosis = 'F32.1' where id = $1`, [id]);
    const [kept] = await place.database.query<{ before: object; person_id: string }>(
      'select before, person_id from correction where referral_id = $1',
      [id],
    );
    expect(kept).toEqual({ before: { diagnosis: canary }, person_id: place.things['personId'] });
  });
});
