import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { newId } from '@lotse/kernel';
import type { Pool, PoolClient } from 'pg';
import type { Statement } from '../recorded-statements';
import { entering, mustHold, onConnection, statement, type Actor } from './session';

/** What one request brings with it. */
interface Given {
  readonly personId: string;
  readonly serviceId: string;
  readonly enters: unknown[];
  readonly key: string;
  /** What is kept beside the key, to know the same request again. */
  readonly requestHash: Buffer;
}

/** Begins a referral with the statements of Lotse in the same three round trips. */
export async function createReferral(pool: Pool, recorded: readonly Statement[], request: IncomingMessage): Promise<unknown> {
  const text = await textOf(request);
  const requestHash = createHash('sha256').update(`POST ${request.url}\n${text}`).digest();
  const { personId, serviceId } = JSON.parse(text) as { personId: string; serviceId: string };
  const enters = entering(statement(recorded, 'session.enter'), request);
  const given = { personId, serviceId, enters, key: request.headers['idempotency-key'] as string, requestHash };
  return onConnection(pool, (client) => begin(client, recorded, given));
}

async function begin(client: PoolClient, recorded: readonly Statement[], given: Given): Promise<unknown> {
  const send = (name: string, values?: unknown[]) => client.query(statement(recorded, name, values));
  const [, entered] = await Promise.all([client.query('begin'), send('session.enter', given.enters), send('answer.find', [given.key])]);
  mustHold(entered.rows[0] as Actor, 'referrer');
  await Promise.all([send('person.own', [given.personId]), send('service.facts', [given.serviceId])]);
  const id = newId();
  const answer = { id, state: 'draft', version: 1 };
  const asRecorded = (name: string): unknown[] => valuesFor(recorded, name, { id, personId: given.personId });
  await Promise.all([
    send('referral.create', asRecorded('referral.create')),
    send('referral.step', [newId(), ...asRecorded('referral.step').slice(1)]),
    send('chronicle.record', asRecorded('chronicle.record')),
    send('outbox.tell', [newId(), ...asRecorded('outbox.tell').slice(1)]),
    send('answer.store', [given.key, given.requestHash, 201, JSON.stringify(answer), ...asRecorded('answer.store').slice(4)]),
    client.query('commit'),
  ]);
  return answer;
}

/** The values Lotse sent when it was listened to, about this referral and this person. */
function valuesFor(recorded: readonly Statement[], name: string, { id, personId }: { id: string; personId: string }): unknown[] {
  const [recordedId, recordedPerson] = statement(recorded, 'referral.create').values as [string, string];
  const about = (value: unknown) =>
    typeof value === 'string' ? value.replaceAll(recordedId, id).replaceAll(recordedPerson, personId) : value;
  return statement(recorded, name).values!.map(about);
}

function textOf(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    request.setEncoding('utf8');
    request.on('data', (data: string) => (text += data));
    request.on('end', () => resolve(text));
    request.on('error', reject);
  });
}
