import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseModule } from '@lotse/server-kit/database';
import { readSettings, SettingsModule } from '@lotse/server-kit/settings';
import { testCounty, testDatabase, type TestCounty, type TestDatabase } from '@lotse/server-kit/testing';
import { Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Client } from 'pg';
import { newKeyPem, SealKey } from '../chain/seal';
import { CheckChronicle } from '../check-chronicle/check-chronicle';
import { SealChronicle } from './seal-chronicle';
import { Witness } from './witness';

describe('sealing the chronicle', () => {
  const directory = mkdtempSync(join(tmpdir(), 'lotse-witness-'));
  const witnessFile = join(directory, 'witness.jsonl');
  const key = SealKey.fromPem(newKeyPem());
  let postgres: TestDatabase;
  let county: TestCounty;
  let context: INestApplicationContext;
  let witness: Witness;

  beforeEach(async () => {
    postgres = await testDatabase();
    county = await testCounty(postgres);
    @Module({
      imports: [SettingsModule.with(readSettings({ NODE_ENV: 'test', DATABASE_URL: postgres.url })), DatabaseModule],
      providers: [SealChronicle, CheckChronicle],
    })
    class TestModule {}
    context = await NestFactory.createApplicationContext(TestModule, { logger: ['error'], abortOnError: false });
    writeFileSync(witnessFile, '');
    witness = new Witness(witnessFile);
  });
  afterEach(async () => {
    await context.close();
    await postgres.drop();
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  const write = (verb: string, query: (text: string, values: unknown[]) => Promise<unknown> = postgres.query) =>
    query(
      `insert into chronicle_entry (region_id, organisation_id, staff_id, kind, verb, subject, person_id, roles)
       values ($1, $2, $3, 'act', $4, 'person', $5, '{referrer}')`,
      [county.regionId, county.practice, county.gp.id, verb, county.gp.id],
    );
  const seal = async () => {
    const { seals } = await context.get(SealChronicle).run(key);
    witness.append(seals);
    return seals;
  };
  const findings = async () => {
    const outcomes = await context.get(CheckChronicle).run([key.publicKey], witnessFile);
    return outcomes.find(({ chain }) => chain === county.regionId)!.findings;
  };
  /** Other tests write beside this one: a seal goes as far as whoever is in the middle of something. */
  const nobodyInTheMiddle = async () => {
    const [now] = await postgres.query<{ next: string }>('select pg_snapshot_xmax(pg_current_snapshot())::text as next');
    const isOver = async () => {
      const [seen] = await postgres.query<{ over: boolean }>('select pg_snapshot_xmin(pg_current_snapshot()) >= $1::xid8 as over', [
        now!.next,
      ]);
      return seen!.over;
    };
    while (!(await isOver()));
  };
  const sealed = async () => {
    for (const verb of ['one', 'two', 'three']) await write(verb);
    await nobodyInTheMiddle();
    await seal();
    for (const verb of ['four', 'five', 'six']) await write(verb);
    await nobodyInTheMiddle();
    await seal();
  };
  /** As somebody who owns the database would. */
  const tamper = async (...statements: string[]) => {
    await postgres.query(
      'alter table chronicle_entry disable trigger all; alter table chronicle_link disable trigger all; alter table chronicle_seal disable trigger all',
    );
    for (const statement of statements) await postgres.query(statement);
  };

  it('gives every line one place and a seal, and finds nothing wrong', async () => {
    await sealed();
    expect(await findings()).toEqual([]);
    const places = await postgres.query(
      `select l.position::int as position, e.verb from chronicle_link l join chronicle_entry e on e.id = l.entry_id where chain = $1 order by 1`,
      [county.regionId],
    );
    expect(places.map((place) => (place as { verb: string }).verb)).toEqual(['one', 'two', 'three', 'four', 'five', 'six']);
    expect(await seal()).toEqual([]);
  });

  it('a line that is committed late, with a lower id than those that are sealed, follows them', async () => {
    const late = new Client({ connectionString: postgres.ownerUrl });
    await late.connect();
    await late.query('begin');
    await write('late', (text, values) => late.query(text, values));
    await write('early');
    expect(await seal()).toHaveLength(1);
    await late.query('commit');
    await late.end();
    await seal();
    expect(await findings()).toEqual([]);
    const places = await postgres.query<{ verb: string }>(
      `select e.verb from chronicle_link l join chronicle_entry e on e.id = l.entry_id where chain = $1 order by l.position`,
      [county.regionId],
    );
    expect(places.map(({ verb }) => verb)).toEqual(['early', 'late']);
  });

  it('finds nothing wrong while sealing goes on', async () => {
    await sealed();
    const writing = async () => {
      for (let round = 0; round < 12; round++) {
        await write(`round ${round}`);
        await seal();
      }
    };
    const checking = async () => {
      for (let round = 0; round < 6; round++) expect(await findings()).toEqual([]);
    };
    await Promise.all([writing(), checking()]);
  });

  it('two workers never seal at the same time', async () => {
    await write('one');
    const rounds = await Promise.all([1, 2, 3, 4].map(() => seal()));
    expect(rounds.flat()).toHaveLength(1);
    expect(await findings()).toEqual([]);
  });

  it('goes on after a dump was loaded into a server whose transactions count from the beginning', async () => {
    await sealed();
    await tamper('update chronicle_seal set mark = mark + 1000000000');
    await write('elsewhere');
    expect(await seal()).toHaveLength(1);
    await write('and on');
    expect(await seal()).toHaveLength(1);
    const [{ count }] = (await postgres.query<{ count: string }>('select count(*) from chronicle_link where chain = $1', [
      county.regionId,
    ])) as [{ count: string }];
    expect(count).toBe('8');
  });

  it('knows whom a line is about', async () => {
    await sealed();
    const [{ count }] = (await postgres.query<{ count: string }>('select count(*) from chronicle_about where person_id = $1', [
      county.gp.id,
    ])) as [{ count: string }];
    expect(count).toBe('6');
  });

  const entryAt = (position: number) => `(select entry_id from chronicle_link where position = ${position})`;
  // @req ASVS 5.0.0-16.4.2
  it.each([
    ['altered', 2, [`update chronicle_entry set staff_id = person_id, verb = 'zwei' where id = ${entryAt(2)}`]],
    ['missing', 4, [`delete from chronicle_entry where id = ${entryAt(4)}`]],
    ['missing', 4, [`delete from chronicle_entry where id = ${entryAt(4)}`, 'delete from chronicle_link where position = 4']],
    [
      'altered',
      1,
      [
        'drop index chronicle_link_once',
        `update chronicle_link l set entry_id = o.entry_id from chronicle_link o where l.position + o.position = 3`,
      ],
    ],
    [
      'inserted',
      7,
      [
        `insert into chronicle_entry (region_id, kind, verb, subject, written_in) select region_id, kind, 'slipped in', subject, written_in from chronicle_entry where id = ${entryAt(3)}`,
      ],
    ],
    [
      'inserted',
      7,
      [
        `insert into chronicle_entry (region_id, at, kind, verb, subject) select region_id, at - interval '1 day', kind, 'slipped in', subject from chronicle_entry where id = ${entryAt(3)}`,
      ],
    ],
    [
      'missing',
      7,
      [`insert into chronicle_link (chain, position, entry_id, hash) select chain, 7, 4711, hash from chronicle_link where position = 6`],
    ],
    ['seal', 1, ['delete from chronicle_seal where number = 1']],
    [
      'cut',
      4,
      [
        `delete from chronicle_entry where id in (select entry_id from chronicle_link where position > 3)`,
        'delete from chronicle_link where position > 3',
        'delete from chronicle_seal where number = 2',
      ],
    ],
  ])('finds that something is %s at place %i', async (kind, position, statements) => {
    await sealed();
    await tamper(...statements);
    expect((await findings())[0]).toMatchObject({ kind, position });
  });

  // @req ASVS 5.0.0-16.4.2
  it('the application may add to the chain and change nothing of it', async () => {
    await sealed();
    const application = new Client({ connectionString: postgres.url });
    await application.connect();
    await application.query(`select set_config('lotse.system', 'on', false)`);
    for (const table of ['chronicle_link', 'chronicle_seal', 'chronicle_check', 'chronicle_entry']) {
      await expect(application.query(`delete from ${table}`)).rejects.toThrow('permission denied');
      await expect(
        application.query(`update ${table} set ${table === 'chronicle_entry' ? 'verb = verb' : 'chain = chain'}`),
      ).rejects.toThrow('permission denied');
    }
    await application.end();
    await expect(postgres.query('delete from chronicle_link')).rejects.toThrow('append-only');
  });
});
