import { createPerson } from '@lotse/people/model';
import {
  addImportRows,
  beginImport,
  discardImport,
  readImport,
  readImportProblems,
  readReferrals,
  startImport,
  stopImport,
  type ImportCells,
} from '@lotse/referral/model';
import { addStaff } from '@lotse/server-kit/testing';
import { referralStory, type ReferralStory } from '../testing/referral-story';
import { RunImport, type RunningImport } from './run-import';

const columns = (['familyName', 'givenName', 'birthDate', 'kvnr', 'service', 'reason', 'urgency', 'question'] as const).map((field) => ({
  field,
  column: field,
}));
const row = (familyName: string, more: ImportCells = {}): ImportCells => ({
  familyName,
  givenName: 'Ida',
  birthDate: '24.11.1952',
  ...more,
});

describe('taking over referrals from a table', () => {
  let story: ReferralStory;
  let service: string;

  beforeAll(async () => {
    story = await referralStory();
    const [found] = await story.database.query<{ name: string }>(`select name from service where id = '${story.county.service}'`);
    service = found!.name;
  });
  afterAll(() => story.stop());

  const bring = async (cells: readonly ImportCells[], by = story.practice) => {
    const { id } = await by.get(beginImport, { body: { fileName: 'liste.csv', columns, rowCount: cells.length } });
    const rows = cells.map((one, index) => ({ number: index + 1, cells: one }));
    const checked = await by.get(addImportRows, { params: { id }, body: { rows } });
    return { id, rows, checked };
  };
  const start = async (id: string, send = false) => {
    const { version } = await story.practice.get(readImport, { params: { id } });
    return story.practice.get(startImport, { params: { id }, version, body: { send } });
  };
  const running = async (id: string): Promise<RunningImport> => ({
    id,
    organisationId: story.county.practice,
    regionId: story.county.regionId,
    staffId: story.county.gp.id,
    sends: (await story.practice.get(readImport, { params: { id } })).sends,
  });
  const run = async (id: string) => {
    const work = story.server.app.get(RunImport, { strict: false });
    while (await work.next(await running(id)));
    return story.practice.get(readImport, { params: { id } });
  };
  const referralsOf = (familyName: string) =>
    story.database.query<{ id: string; state: string; person: string; staff: string }>(
      `select r.id, r.state, r.person_id as person, r.created_by as staff from referral r join person p on p.id = r.person_id
       where p.family_name = '${familyName}' order by r.id`,
    );

  // @req ASVS 5.0.0-2.2.2
  it('a trial run says of every row what is wrong, in which column, and creates nothing', async () => {
    const { checked } = await bring([
      row('Trocken'),
      row('', { birthDate: '31.02.1980' }),
      row('Trocken', { givenName: 'Ole', service: 'Gibt es nicht', urgency: 'irgendwann', kvnr: 'A123456789' }),
      row(' Trocken '),
    ]);
    expect(checked.ready).toBe(1);
    expect(checked.problems.map(({ number, field, code }) => [number, field, code])).toEqual([
      [2, 'familyName', 'required'],
      [2, 'birthDate', 'format'],
      [3, 'service', 'unknown-service'],
      [3, 'urgency', 'unknown-choice'],
      [3, 'kvnr', 'kvnr-check-digit'],
      [4, null, 'twice-in-file'],
    ]);
    expect(await referralsOf('Trocken')).toEqual([]);
  });

  it('each fit row becomes one draft in the name of whoever started it; what it said is kept no longer', async () => {
    const { id } = await bring([
      row('Neu', { service, reason: 'low_mood', urgency: 'zeitnah', question: 'Bitte um Abklärung' }),
      row('Neu', { service, question: 'Noch etwas anderes' }),
      row('', {}),
    ]);
    await start(id);
    expect(await run(id)).toMatchObject({ state: 'done', ready: 0, done: 2, sent: 0, wrong: 1 });
    const found = await referralsOf('Neu');
    // One person, however often the table names them.
    expect([found.length, new Set(found.map(({ person }) => person)).size]).toEqual([2, 1]);
    expect(found.every(({ state, staff }) => state === 'draft' && staff === story.county.gp.id)).toBe(true);
    const kept = await story.database.query(`select given from referral_import_row where import_id = '${id}' and given is not null`);
    expect(kept).toEqual([]);
    const lines = await story.database.query<{ verb: string; amount: number | null }>(
      `select verb, amount from chronicle_entry where subject_id = '${id}' or subject_id = '${found[0]!.id}' order by id`,
    );
    expect(lines).toEqual([
      { verb: 'referral.import', amount: 2 },
      { verb: 'referral.create', amount: null },
    ]);
  });

  it('never takes a row over twice: killed in between, brought again, or the same file once more', async () => {
    const cells = Array.from({ length: 130 }, (_, index) => row('Oft', { givenName: `Ida ${index}` }));
    const { id, rows } = await bring(cells);
    await story.practice.get(addImportRows, { params: { id }, body: { rows: rows.slice(0, 50) } });
    await start(id);
    const work = story.server.app.get(RunImport, { strict: false });
    const one = await running(id);
    // Two workers at once, and one that dies after its first batch.
    await Promise.all([work.next(one), work.next(one)]);
    expect(await run(id)).toMatchObject({ state: 'done', done: 130 });
    expect(await referralsOf('Oft')).toHaveLength(130);
    const { checked } = await bring(cells.slice(0, 3));
    expect(checked).toMatchObject({ ready: 0, problems: [1, 2, 3].map((number) => ({ number, code: 'imported-before' })) });
  });

  it('sends what may be sent by the rules of sending; the rest stays a draft and says why', async () => {
    const { id: personId } = await story.practice.get(createPerson, {
      body: { familyName: 'Bekannt', givenName: 'Ida', birthDate: '1952-11-24' },
    });
    await story.release(personId, story.county.clinic);
    const full = { service, reason: 'low_mood', urgency: 'soon', question: 'Bitte' };
    const { id } = await bring([row('Bekannt', full), row('Fremd', full)]);
    await start(id, true);
    expect(await run(id)).toMatchObject({ state: 'done', done: 2, sent: 1 });
    expect((await referralsOf('Bekannt')).map(({ state, person }) => [state, person])).toEqual([['requested', personId]]);
    expect((await referralsOf('Fremd')).map(({ state }) => state)).toEqual(['draft']);
    const { items } = await story.practice.get(readImportProblems, { params: { id } });
    expect(items).toEqual([{ number: 2, field: null, code: 'release-does-not-cover-recipient' }]);
  });

  it('one row that is refused after all holds nobody up', async () => {
    const { id } = await bring([row('Vor'), row('Mitte', { kvnr: 'A123456780' }), row('Nach')]);
    await story.practice.get(createPerson, {
      body: { familyName: 'Anders', givenName: 'Ole', birthDate: '1960-01-01', kvnr: 'A123456780' },
    });
    await start(id);
    expect(await run(id)).toMatchObject({ state: 'done', done: 2, wrong: 1 });
    const { items } = await story.practice.get(readImportProblems, { params: { id } });
    expect(items).toEqual([{ number: 2, field: null, code: 'kvnr-of-another' }]);
  });

  it('can be stopped, gone on with, thrown away; never begun before all rows are there; seen by the own organisation only', async () => {
    const { id } = await bring([row('Halt'), row('Weiter')]);
    const half = await story.practice.get(beginImport, { body: { fileName: 'x.csv', columns, rowCount: 5 } });
    const early = await story.practice.call(startImport, { params: { id: half.id }, version: 1, body: { send: false } });
    expect([early.status, early.problem.code]).toEqual([409, 'import-not-whole']);
    await start(id);
    const stopped = await story.practice.get(stopImport, { params: { id }, version: 2, body: {} });
    expect(stopped.state).toBe('stopped');
    expect(await run(id)).toMatchObject({ done: 0, ready: 2 });
    const gone = await story.practice.get(discardImport, { params: { id }, version: stopped.version, body: {} });
    expect(gone).toMatchObject({ state: 'discarded', ready: 0, wrong: 2 });
    const other = story.server.as(await addStaff(story.database, story.county.clinic, ['referrer']));
    expect((await other.call(readImport, { params: { id } })).status).toBe(404);
    expect((await story.clinic.call(readImport, { params: { id } })).status).toBe(403);
  });

  it('stops when whoever started it has left', async () => {
    const leaving = await addStaff(story.database, story.county.practice, ['referrer']);
    const { id } = await bring([row('Bleibt')], story.server.as(leaving));
    await story.server.as(leaving).get(startImport, { params: { id }, version: 1, body: { send: false } });
    await story.database.query(`update staff set disabled_at = now() where id = '${leaving.id}'`);
    const work = story.server.app.get(RunImport, { strict: false });
    await work.next({ ...(await running(id)), staffId: leaving.id });
    expect(await story.practice.get(readImport, { params: { id } })).toMatchObject({ state: 'stopped', ready: 1 });
  });

  it('lists stay lists: what was taken over stands on the worklist', async () => {
    const { items } = await story.practice.get(readReferrals, { query: { box: 'sent', text: 'Neu' } });
    expect(items.length).toBe(2);
  });
});
