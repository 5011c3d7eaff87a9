import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { addImportRows, beginImport, importRowsAtOnce, readImport, startImport } from '@lotse/referral/model';
import { Client } from 'pg';
import { freePort } from '../../start/embedded-database';
import type { Given } from '../against-floor';
import { callerOf, type Call } from '../caller';
import { compare, type Line } from '../figure';
import { startServer } from '../processes';
import { startWorker } from '../walls/start-worker';

const built = resolve(import.meta.dirname, '..');
const rowCount = 10_000;
const fields = ['familyName', 'givenName', 'birthDate', 'reason', 'question', 'urgency', 'service'] as const;

type Cells = Record<(typeof fields)[number], string>;

const cellsOf = (round: number, number: number): Cells => ({
  familyName: `Liste${round} ${number}`,
  givenName: 'Ida',
  birthDate: `${1 + (number % 28)}.${1 + (number % 12)}.${1950 + (number % 50)}`,
  reason: 'low_mood',
  question: 'Bitte um Abklärung und Empfehlung zur weiteren Behandlung.',
  urgency: 'zeitnah',
  service: '',
});

/** P8: a table of 10,000 rows, checked and taken over by API and worker, against COPY of the same rows into one table. */
export async function measureImport(given: Given, ownerUrl: string): Promise<Line[]> {
  const { databaseUrl, county, say } = given;
  const env = { DATABASE_URL: databaseUrl, DATABASE_CONNECTIONS: '12', LOG_LEVEL: 'warn', RATE_LIMITS: '0' };
  const api = await startServer({ name: 'Lotse', script: join(built, 'api/main.mjs'), port: await freePort(), env });
  const worker = startWorker(join(built, 'worker/main.mjs'), env);
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const [ours, copied, written]: [number[], number[], number[]] = [[], [], []];
    for (let round = 0; round < Math.min(given.options.rounds, 3); round++) {
      say(`P8 a table of ${rowCount} rows, round ${round + 1}`);
      const rows = Array.from({ length: rowCount }, (_, index) => cellsOf(round, index + 1));
      const seconds = await importRows(callerOf(api.url, county.gps[0]!), rows);
      ours.push(rowCount / seconds.all);
      copied.push(rowCount / (await copySeconds(owner, rows)));
      written.push(rowCount / (await sameRowsSeconds(owner, round)));
    }
    const goal = { is: 'at-least', target: 0.25 } as const;
    const note =
      'each row is read, checked, looked for among the people there are, and becomes person, referral, history, chronicle and event by the acts ' +
      'that staff use, in steps that can be killed; COPY writes one line of one table. "The same rows": one insert ... select into each table with its indexes.';
    return [
      compare({ figure: 'P8', name: `import of ${rowCount} rows / COPY`, unit: 'rows/s', ours, floor: copied, goal, note }),
      compare({ figure: 'P8', name: '  … / the same rows into the same tables', unit: 'rows/s', ours, floor: written }),
    ];
  } finally {
    await owner.end();
    await Promise.all([api.stop(), worker.stop()]);
  }
}

async function importRows(call: Call, rows: readonly Cells[]): Promise<{ all: number }> {
  const began = performance.now();
  const columns = fields.map((field) => ({ field, column: field }));
  const { id, version } = await call(beginImport, { body: { fileName: 'bench.csv', columns, rowCount: rows.length } });
  for (let from = 0; from < rows.length; from += importRowsAtOnce) {
    const batch = rows.slice(from, from + importRowsAtOnce).map((cells, index) => ({ number: from + index + 1, cells }));
    const { problems } = await call(addImportRows, { id, body: { rows: batch } });
    if (problems.length > 0) throw new Error(`Row ${problems[0]!.number} is refused: ${problems[0]!.code}`);
  }
  await call(startImport, { id, version, body: { send: false } });
  for (;;) {
    const { state, done } = await call(readImport, { id });
    if (state === 'done' && done === rows.length) return { all: (performance.now() - began) / 1_000 };
    if (state !== 'running') throw new Error(`The import is ${state} after ${done} rows.`);
    await pause(500);
  }
}

/** COPY by the server's own reader: the same cells into one table with a key. */
async function copySeconds(owner: Client, rows: readonly Cells[]): Promise<number> {
  await owner.query(
    'drop table if exists bench_row; create table bench_row (number int primary key, a text, b text, c text, d text, e text, f text, g text)',
  );
  const lines = rows.map((cells, index) => [index, ...fields.map((field) => cells[field])].join('\t')).join('\n');
  await owner.query(`create or replace function bench_lines() returns text language sql as $f$ select $t$${lines}$t$ $f$`);
  const { rows: found } = await owner.query<{ directory: string }>(`select current_setting('data_directory') as directory`);
  const file = `${found[0]!.directory}/bench-rows.tsv`;
  const { rows: kept } = await owner.query<{ id: number }>(`select lo_from_bytea(0, convert_to(bench_lines(), 'UTF8')) as id`);
  await owner.query(`select lo_export($1::oid, $2)`, [kept[0]!.id, file]);
  const began = performance.now();
  await owner.query(`copy bench_row from '${file}'`);
  return (performance.now() - began) / 1_000;
}

const tables: Readonly<Record<string, string>> = {
  person: `family_name like $1`,
  referral: `person_id in (select id from person where family_name like $1)`,
  referral_step: `referral_id in (select r.id from referral r join person p on p.id = r.person_id where p.family_name like $1)`,
  chronicle_entry: `person_id in (select id from person where family_name like $1)`,
  outbox_event: `subject_id in (select r.id from referral r join person p on p.id = r.person_id where p.family_name like $1)`,
};

/** What became of them, written once more into empty tables with the same columns and indexes. */
async function sameRowsSeconds(owner: Client, round: number): Promise<number> {
  let seconds = 0;
  for (const [table, condition] of Object.entries(tables)) {
    await owner.query(
      `drop table if exists bench_from, bench_to; create table bench_to (like ${table} including all excluding identity excluding generated)`,
    );
    await owner.query(`create temp table bench_from as select * from ${table} where ${condition.replace('$1', `'Liste${round} %'`)}`);
    const began = performance.now();
    await owner.query('insert into bench_to select * from bench_from');
    seconds += (performance.now() - began) / 1_000;
  }
  return seconds;
}
