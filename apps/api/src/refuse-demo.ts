import { Database } from '@lotse/server-kit/database';
import type { Settings } from '@lotse/server-kit/settings';
import type { INestApplicationContext } from '@nestjs/common';

/** Everybody knows the password of the invented people, so an installation does not start on a database that holds them. */
export async function refuseDemo(app: INestApplicationContext, { NODE_ENV }: Settings): Promise<void> {
  if (NODE_ENV !== 'production') return;
  const found = await app.get(Database).asPublic((transaction) => transaction.row('demo.is-there', 'select from demo_logins() limit 1'));
  if (!found) return;
  await app.close();
  throw new Error(
    'This database holds the invented demo region, whose password everybody knows. Start with an empty database, or leave NODE_ENV unset.',
  );
}
