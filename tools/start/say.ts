import { demoPassword } from '@lotse/identity/server';
import type { Settings } from '@lotse/server-kit/settings';
import { Client } from 'pg';

export const say = (line: string): void => console.log(line);

/** Shows how far long work has come: in place on a terminal, in tenths elsewhere. */
export function progress(title: string): (done: number, total: number, what: string) => void {
  let shown = -1;
  return (done, total, what) => {
    const percent = Math.floor((done / Math.max(total, 1)) * 100);
    const step = process.stdout.isTTY ? percent : Math.floor(percent / 10) * 10;
    if (step === shown) return;
    shown = step;
    const line = `${title} … ${String(step).padStart(3)} %  ${what}`;
    if (process.stdout.isTTY) process.stdout.write(`\r\u001b[2K${line}${percent >= 100 ? '\n' : ''}`);
    else console.log(line);
  };
}

/** The address, and in the demo region whom one can sign in as. */
export async function printAddress(settings: Settings): Promise<void> {
  say(`\nLotse runs: ${settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`}\n`);
  if (settings.LOTSE_DEMO === '1') await printLogins(settings.DATABASE_URL);
  say('Stop with Ctrl-C.');
}

async function printLogins(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ email: string; roles: string[]; organisation: string }>(
    'select email, roles, organisation from demo_logins()',
  );
  await client.end();
  const width = (key: 'email' | 'organisation') => Math.max(...rows.map((row) => row[key].length)) + 2;
  say(`Demo region: everybody in it is invented. Password for all: ${demoPassword}`);
  for (const { email, roles, organisation } of rows)
    say(`  ${email.padEnd(width('email'))}${organisation.padEnd(width('organisation'))}${roles.join(', ')}`);
  say('');
}
