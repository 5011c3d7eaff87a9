import { createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Outcome } from '../../libs/chronicle/server/src/chain/chain-check';
import { readWitness } from '../../libs/chronicle/server/src/chain/read-witness';
import { writeNewKey } from '../../libs/chronicle/server/src/seal-chronicle/seal-key-file';
import { exportChronicle, readExport } from './export-chronicle';
import { gone, verifyChronicle } from './verify-chronicle';
import { databaseUrl, keptBeside, withDatabase } from './where';

const usage = `verify [--export FILE] [--database URL] [--region KEY] [--public-key FILE]… [--witness FILE]… [--json]
  checks the chronicle from its beginning; ends with 1 and names the first line that was altered, taken out or slipped in
export [--database URL] [--region KEY] > FILE
  writes the chronicle as lines of JSON that verify reads
key FILE
  makes the key that seals the chronicle, and FILE.pub for those who verify it`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    export: { type: 'string' },
    database: { type: 'string' },
    region: { type: 'string' },
    'public-key': { type: 'string', multiple: true },
    witness: { type: 'string', multiple: true },
    json: { type: 'boolean', default: false },
  },
});

async function verify(): Promise<boolean> {
  const keyFiles = values['public-key'] ?? [process.env['CHRONICLE_PUBLIC_KEY_FILE'] ?? keptBeside('key.pem.pub')].filter(isGiven);
  if (keyFiles.length === 0) throw new Error('Pass --public-key FILE: without the key nobody can tell who made the seals.');
  const keys = keyFiles.map((file) => createPublicKey(readFileSync(file, 'utf8')));
  const witnesses = values.witness ?? [process.env['CHRONICLE_WITNESS_FILE'] ?? keptBeside('witness.jsonl')].filter(isGiven);
  // Before anything else is read: what is sealed meanwhile is more than the witness has to know.
  const seen = (await Promise.all(witnesses.map(readWitness))).flat();
  const outcomes = values.export
    ? await verifyChronicle(readExport(values.export), keys, seen)
    : await withDatabase(databaseUrl(values.database), (ask) => verifyChronicle(exportChronicle(ask, values.region), keys, seen));
  const lost = values.region ? [] : gone(outcomes, seen);
  if (values.json) console.log(JSON.stringify({ outcomes, lost }));
  else print(outcomes, lost, witnesses.length > 0);
  return lost.length === 0 && outcomes.every(({ findings }) => findings.length === 0);
}

const isGiven = (file: string | undefined): file is string => file !== undefined && file !== '';

function print(outcomes: readonly Outcome[], lost: readonly string[], hasWitness: boolean): void {
  for (const { chain, lines, seals, loose, sealedAt, findings } of outcomes) {
    console.log(`${chain}: ${lines} lines under ${seals} seals, sealed until ${sealedAt ?? '–'}, ${loose} waiting for the next seal`);
    for (const { kind, position, text } of findings) console.log(`  ${kind} at place ${position}: ${text}`);
    console.log(findings.length === 0 ? '  intact' : '  NOT INTACT');
  }
  for (const chain of lost) console.log(`${chain}: NOT INTACT, the witness knows this chain and it is not there`);
  if (outcomes.length === 0) console.log('Nothing has been sealed yet.');
  if (!hasWitness) console.log('No witness was given: an end that was cut off cannot be noticed. Pass --witness FILE.');
}

async function write(): Promise<void> {
  await withDatabase(databaseUrl(values.database), async (ask) => {
    for await (const line of exportChronicle(ask, values.region)) {
      if (!process.stdout.write(`${JSON.stringify(line)}\n`)) await new Promise((done) => process.stdout.once('drain', done));
    }
  });
}

try {
  const [command, file] = positionals;
  if (command === 'verify') process.exitCode = (await verify()) ? 0 : 1;
  else if (command === 'export') await write();
  else if (command === 'key' && file) console.log(`${file} (key ${writeNewKey(file).id}) and ${file}.pub`);
  else throw new Error(usage);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
