import { acceptReferral, exportReferrals, readReferrals } from '@lotse/referral/model';
import { addStaff } from '@lotse/server-kit/testing';
import { createPerson } from '@lotse/people/model';
import { hashOf, type GoOn } from '@lotse/server-kit/http';
import papaparse from 'papaparse';
import { referralStory, type ReferralStory } from '../testing/referral-story';
import { ExportReferrals } from './export-referrals';

describe('referrals as a file', () => {
  let story: ReferralStory;
  beforeAll(async () => void (story = await referralStory()));
  afterAll(() => story.stop());

  /** The file as it leaves the process: the callers of other tests read JSON. */
  const download = (query: string, token = story.county.intake.token) =>
    story.server.app.inject({ url: `/api/referrals/export?${query}`, headers: { cookie: `lotse_session=${token}` } });
  const rowsOf = (file: string) =>
    papaparse.parse<Record<string, string>>(file.slice(1), { header: true, delimiter: ';', skipEmptyLines: true }).data;

  it('opens in a German spreadsheet: byte order mark, semicolons, German words and days', async () => {
    const sent = await story.received();
    await story.does(sent, acceptReferral);
    const answer = await download(`ids=${sent.id}`);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': expect.stringMatching(/^attachment; filename="zuweisungen-\d{4}-\d\d-\d\d\.csv"$/),
    });
    expect(answer.body.startsWith('\uFEFFBezug;Person;Geburtsdatum;')).toBe(true);
    expect(rowsOf(answer.body)).toEqual([
      expect.objectContaining({ Person: 'Muster, Ida', Geburtsdatum: '03.05.1970', Stand: 'Angenommen', Dringlichkeit: 'Zeitnah' }),
    ]);
    const english = await download(`ids=${sent.id}&language=en`);
    expect(rowsOf(english.body)).toEqual([expect.objectContaining({ State: 'Accepted', Reason: 'Low mood' })]);
  });

  it('says what was written, as far as it was released', async () => {
    const sent = await story.received();
    await story.database.query(
      `update referral set risk = 'Sagt, dass es so nicht weitergeht.', insurance = 'statutory', travel = $2 where id = $1`,
      [sent.id, { means: 'public_transport', radiusKm: 25, companion: false }],
    );
    const [own] = rowsOf((await download(`ids=${sent.id}`, story.county.gp.token)).body);
    expect(own).toMatchObject({
      Gefährdung: 'Sagt, dass es so nicht weitergeht.',
      Versicherung: 'Gesetzlich',
      Anreise: 'Bus und Bahn, bis 25 km',
    });
    const [theirs] = rowsOf((await download(`ids=${sent.id}`)).body);
    expect(theirs).toMatchObject({ Gefährdung: 'nicht freigegeben', Anreise: 'nicht freigegeben', Versicherung: 'Gesetzlich' });
  });

  it('is the worklist with its filters, or exactly those that were chosen', async () => {
    const [first, second] = [await story.received(), await story.received()];
    await story.does(second, acceptReferral);
    const accepted = rowsOf((await download('box=inbox&state=accepted')).body);
    expect(accepted.map(({ Stand }) => Stand)).toEqual(accepted.map(() => 'Angenommen'));
    expect(rowsOf((await download(`ids=${first.id},${second.id}`)).body)).toHaveLength(2);
    expect((await download('sort=due')).json()).toMatchObject({ code: 'invalid-input', fields: [{ field: 'box', code: 'required' }] });
  });

  // @req ASVS 5.0.0-1.2.10
  it('holds nothing that a spreadsheet would run', async () => {
    const person = await story.practice.get(createPerson, {
      body: { familyName: '=cmd|calc', givenName: '@Ida', birthDate: '1970-05-03' },
    });
    const sent = await story.sends();
    await story.database.query('update referral set person_id = $2 where id = $1', [sent.id, person.id]);
    const { body } = await download(`ids=${sent.id}`, story.county.gp.token);
    expect(body).toContain(`;"'=cmd|calc, @Ida";`);
    expect(body).not.toContain(';=cmd');
  });

  // @req ASVS 5.0.0-8.2.2
  it('promise 7: shows nothing of what the reader may not see', async () => {
    const sent = await story.received();
    const { body } = await download(`ids=${sent.id}`, story.county.otherIntake.token);
    expect(rowsOf(body)).toEqual([]);
  });

  it('promise 8: the chronicle says how many, and leaves a line for each person', async () => {
    const [first, second] = [await story.received(), await story.received()];
    await download(`ids=${first.id},${second.id}`);
    const [act] = await story.database.query(
      `select amount, staff_id from chronicle_entry where verb = 'referral.export' and kind = 'act' order by id desc limit 1`,
    );
    expect(act).toEqual({ amount: 2, staff_id: story.county.intake.id });
    const looks = await story.database.query<{ person_id: string }>(
      `select person_id from chronicle_entry where verb = 'referral.export' and kind = 'look' and subject_id = any ($1)`,
      [[first.id, second.id]],
    );
    expect(looks.map(({ person_id }) => person_id).sort()).toEqual([first.personId, second.personId].sort());
  });

  it('comes as JSON too: the rows of the worklist, cut as there', async () => {
    const sent = await story.received();
    const { headers, body } = await download(`ids=${sent.id}&format=json`);
    expect(headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': expect.stringMatching(/^attachment; filename="zuweisungen-\d{4}-\d\d-\d\d\.json"$/),
    });
    const { items } = JSON.parse(body) as { items: { id: string; content: object }[] };
    const listed = await story.clinic.get(readReferrals, { query: { box: 'inbox', limit: 100 } });
    // Time goes by between the two.
    const timeless = ({ content: _, ...row }: { id?: string; content?: object }) => ({ ...row, waitedShare: 0 });
    expect(items[0]).toMatchObject({ content: expect.objectContaining({ question: 'Bitte um Abklärung' }) as object });
    expect(items.map(timeless)).toEqual(listed.items.filter(({ id }) => id === sent.id).map(timeless));
    expect(JSON.parse((await download('box=inbox&state=closed&format=json')).body)).toEqual({ items: [] });
  });

  describe('that is long', () => {
    const many = 10_000;
    /** Copies of one referral, past every trigger. */
    beforeAll(async () => {
      const sent = await story.received();
      const like = await story.database.query<{ name: string }>(
        `select column_name as name from information_schema.columns where table_name = 'referral' and is_generated = 'NEVER'`,
      );
      const own: Record<string, string> = {
        id: 'gen_random_uuid()',
        reference: `'Z-9' || n`,
        person_sort: `'zz' || lpad(n::text, 6, '0')`,
      };
      const columns = like.map(({ name }) => name);
      await story.database.query(
        `set session_replication_role = replica;
         insert into referral (${columns.join()}) select ${columns.map((name) => own[name] ?? `r.${name}`).join()}
           from referral r, generate_series(10001, ${10_000 + many}) n where r.id = '${sent.id}';
         reset session_replication_role; analyze referral`,
      );
    });
    const linesOf = async () => {
      const [row] = await story.database.query<{ count: number }>(
        `select count(*)::int as count from chronicle_entry where kind = 'look' and verb = 'referral.export' and subject_id is not null`,
      );
      return row!.count;
    };

    it.each(['csv', 'json'])('leaves whole as %s, page by page, and each page with its lines in the chronicle', async (format) => {
      const before = await linesOf();
      const { body } = await download(`box=sent&sort=person&format=${format}`, story.county.gp.token);
      const references = [...body.matchAll(/\bZ-9\d{5}\b/g)].map(([found]) => found);
      expect([references.length, new Set(references).size]).toEqual([many, many]);
      expect((await linesOf()) - before).toBeGreaterThanOrEqual(many);
      if (format === 'json') expect((JSON.parse(body) as { items: object[] }).items.length).toBeGreaterThanOrEqual(many);
    });

    it('holds no more than two pages, however slow the line is', async () => {
      let pages = 0;
      const goOn: GoOn = (work) => {
        pages++;
        return story.server.database.again(hashOf(story.county.gp.token), work) as ReturnType<typeof work>;
      };
      const query = { box: 'sent', sort: 'person', language: 'de', format: 'csv' } as const;
      const file = await goOn((transaction) => story.server.app.get(ExportReferrals).run(transaction, query, goOn));
      file.read();
      await new Promise<void>((resolve) => file.once('readable', resolve));
      await new Promise(setImmediate);
      expect(pages).toBeLessThanOrEqual(3);
      file.destroy();
    });

    it('ends in the middle when the right to it ends, and what is cut can be seen to be', async () => {
      const leaving = await addStaff(story.database, story.county.practice, ['referrer']);
      let isFirst = true;
      const goOn: GoOn = async (work) => {
        if (!isFirst) await story.database.query(`update staff set roles = '{clinician}' where id = $1`, [leaving.id]);
        isFirst = false;
        return story.server.database.again(hashOf(leaving.token), work) as ReturnType<typeof work>;
      };
      const query = { box: 'sent', sort: 'person', language: 'de', format: 'json' } as const;
      const file = await goOn((transaction) => story.server.app.get(ExportReferrals).run(transaction, query, goOn));
      await expect(file.toArray()).rejects.toMatchObject({ problem: { code: 'not-permitted' } });
    });
  });

  it('has a permission of its own, and takes a hundred at most by hand', async () => {
    const clinician = await addStaff(story.database, story.county.clinic, ['clinician']);
    expect((await download('box=inbox', clinician.token)).statusCode).toBe(403);
    const many = Array.from({ length: 101 }, () => story.county.service).join(',');
    expect((await download(`ids=${many}`)).statusCode).toBe(422);
    expect(exportReferrals.may).toBe('referral.export');
  });
});
