import { Client } from 'pg';

/** One connection to the database at this address, for as long as the work takes. */
export async function withClient<Result>(address: string | URL, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: String(address) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
