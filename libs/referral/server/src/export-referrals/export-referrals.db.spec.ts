import { acceptReferral, exportReferrals } from '@lotse/referral/model';
import { addStaff } from '@lotse/server-kit/testing';
import { createPerson } from '@lotse/people/model';
import papaparse from 'papaparse';
import { referralStory, type ReferralStory } from '../testing/referral-story';

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

  it('has a permission of its own, and takes a hundred at most by hand', async () => {
    const clinician = await addStaff(story.database, story.county.clinic, ['clinician']);
    expect((await download('box=inbox', clinician.token)).statusCode).toBe(403);
    const many = Array.from({ length: 101 }, () => story.county.service).join(',');
    expect((await download(`ids=${many}`)).statusCode).toBe(422);
    expect(exportReferrals.may).toBe('referral.export');
  });
});
