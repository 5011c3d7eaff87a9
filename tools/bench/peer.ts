import { join, resolve } from 'node:path';
import { freePort } from '../start/embedded-database';
import type { Given } from './against-floor';
import { compare, type Line } from './figure';
import { load, type Load } from './load';
import { startServer } from './processes';
import { createOne, readOne, readPage } from './requests';

const built = resolve(import.meta.dirname, '..');
const warmAfter = 2_000;

/** Requests a second of Medplum 4.4.3 with 10 and 100 connections, measured once on two cores of this kind; a search answers 20. */
const peer = { create: [55, 64], read: [567, 583], search: [166, 179] } as const;
const targets = { create: 10, read: 3, search: 3 } as const;

const note =
  'the other side are stored figures of Medplum 4.4.3 from another day on two cores of this kind, not measured now: on a busy or slower machine ours ' +
  'fall and theirs do not. It does more on create: almost half of its time goes into indexing by FHIRPath.';

/** P4: our side against stored figures of a peer. */
export async function measureAgainstPeer({ options, county, databaseUrl, say }: Given): Promise<Line[]> {
  const env = { DATABASE_URL: databaseUrl, DATABASE_CONNECTIONS: '12', LOG_LEVEL: 'warn', RATE_LIMITS: '1000' };
  const api = await startServer({ name: 'Lotse', script: join(built, 'api/main.mjs'), port: await freePort(), env });
  const requests: Record<keyof typeof peer, Load['requestsOf']> = {
    create: createOne(county),
    read: readOne(county),
    search: readPage(county, 'box=inbox&text=muster1&sort=sent&limit=20'),
  };
  const lines: Line[] = [];
  try {
    for (const kind of ['create', 'read', 'search'] as const) {
      for (const [index, connections] of [10, 100].entries()) {
        say(`P4 ${kind}, ${connections} connections`);
        const requestsOf = requests[kind];
        await load(api, { connections, until: { answers: warmAfter }, requestsOf });
        const ours: number[] = [];
        for (let round = 0; round < options.rounds; round++) {
          ours.push((await load(api, { connections, until: { seconds: options.seconds }, requestsOf })).perSecond);
        }
        const floor = ours.map(() => peer[kind][index]!);
        const goal = { is: 'at-least', target: targets[kind] } as const;
        lines.push(
          compare({ figure: 'P4', name: `${kind}, ${connections} connections / Medplum`, unit: 'req/s', ours, floor, goal, note }),
        );
      }
    }
    return lines;
  } finally {
    await api.stop();
  }
}
