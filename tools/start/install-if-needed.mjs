// Installs the packages of the lock file when they are not the ones that are there.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fail, inProject, root } from './project.mjs';

const stamp = () => inProject('node_modules/.lotse-installed');
const wanted = () =>
  createHash('sha256')
    .update(readFileSync(inProject('package-lock.json')))
    .digest('hex');

export async function installIfNeeded() {
  if (existsSync(stamp()) && readFileSync(stamp(), 'utf8') === wanted()) return;
  console.log('Installing packages (one to three minutes the first time) …');
  const { code, said } = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) explain(said);
  mkdirSync(inProject('node_modules'), { recursive: true });
  writeFileSync(stamp(), wanted());
}

function explain(said) {
  if (/ENOSPC/.test(said)) fail('There is no space left on the disk for the packages.', 'Free about 2 GB and start again.');
  if (/ENOTFOUND|ECONNREFUSED|ETIMEDOUT|network/i.test(said))
    fail('The npm registry cannot be reached.', 'Check the connection and start again; what was loaded is kept.');
  if (/EACCES/.test(said)) fail(`${root} cannot be written.`, 'Give yourself the right to write there.');
  console.error(said.slice(-4000));
  fail('Installing the packages failed.', 'See above for what npm said.');
}

function run(command, args) {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: root, shell: process.platform === 'win32' });
    const began = Date.now();
    let said = '';
    child.stdout.on('data', (data) => (said += data));
    child.stderr.on('data', (data) => (said += data));
    const ticking = setInterval(() => console.log(`  still installing, ${Math.round((Date.now() - began) / 1000)} s`), 20_000);
    child.on('exit', (code) => {
      clearInterval(ticking);
      done({ code, said });
    });
  });
}
