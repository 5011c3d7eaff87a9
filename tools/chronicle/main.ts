import { createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Outcome } from '../../libs/chronicle/server/src/chain/chain-check';
import { readWitness } from '../../libs/chronicle/server/src/chain/read-witness';
import { writeNewKey } from '../../libs/chronicle/server/src/seal-chronicle/seal-key-file';
import { readCommandLine } from '../start/command-line.mjs';
import { exportChronicle, readExport } from './export-chronicle';
import { gone, verifyChronicle } from './verify-chronicle';
import { databaseUrl, keptBeside, withDatabase } from './where';

const [command = '', ...rest] = process.argv.slice(2);
const given = readCommandLine(`chronicle:${command}`, rest);

async function verify(): Promise<boolean> {
  const keyFiles = given.all('public-key') ?? [process.env['CHRONICLE_PUBLIC_KEY_FILE'] ?? keptBeside('key.pem.pub')].filter(isGiven);
  if (keyFiles.length === 0) throw new Error('Pass --public-key FILE: without the key nobody can tell who made the seals.');
  const keys = keyFiles.map((file) => createPublicKey(readFileSync(file, 'utf8')));
  const witnesses = given.all('witness') ?? [process.env['CHRONICLE_WITNESS_FILE'] ?? keptBeside('witness.jsonl')].filter(isGiven);
  // Before anything else is read: what is sealed meanwhile is more than the witness has to know.
  const seen = (await Promise.all(witnesses.map(readWitness))).flat();
  const file = given.text('export');
  const outcomes = file
    ? await verifyChronicle(readExport(file), keys, seen)
    : await withDatabase(databaseUrl(given.text('database')), (ask) =>
        verifyChronicle(exportChronicle(ask, given.text('region')), keys, seen),
      );
  const lost = given.text('region') ? [] : gone(outcomes, seen);
  if (given.has('json')) console.log(JSON.stringify({ outcomes, lost }));
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
  await withDatabase(databaseUrl(given.text('database')), async (ask) => {
    for await (const line of exportChronicle(ask, given.text('region'))) {
      if (!process.stdout.write(`${JSON.stringify(line)}\n`)) await new Promise((done) => process.stdout.once('drain', done));
    }
  });
}

try {
  const [file] = given.words;
  if (command === 'verify') process.exitCode = (await verify()) ? 0 : 1;
  else if (command === 'export') await write();
  else if (file) console.log(`${file} (key ${writeNewKey(file).id}) and ${file}.pub`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
