import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/**
 * Gives the application's role a password that lives as long as this process and answers its address. The application never
 * connects as the owner: the policies would not hold it.
 */
export async function applicationUrl(ownerUrl: string): Promise<string> {
  const password = randomBytes(24).toString('hex');
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`alter role lotse_app login password '${password}'`);
  } finally {
    await client.end();
  }
  const url = new URL(ownerUrl);
  url.username = 'lotse_app';
  url.password = password;
  return url.toString();
}
