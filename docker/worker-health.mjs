// A worker has no port to ask. What it owes is that no event waits, so that is what its health check looks at.
import pg from 'pg';

const database = new pg.Client({ connectionString: process.env.DATABASE_URL, connectionTimeoutMillis: 3000, statement_timeout: 3000 });

try {
  await database.connect();
  await database.query(`begin read only; select set_config('lotse.system', 'on', true)`);
  const { rows } = await database.query(
    `select exists (select from outbox_event where relayed_at is null and created_at < now() - interval '2 minutes') as "isStuck"`,
  );
  process.exitCode = rows[0].isStuck ? 1 : 0;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await database.end();
}
