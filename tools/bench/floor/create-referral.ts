import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { newId } from '@lotse/kernel';
import type { Pool } from 'pg';
import type { Statement } from '../recorded-statements';
import { mustHold, statement, tokenHash, type Actor } from './session';

interface Body extends Record<string, unknown> {
  personId: string;
  serviceId: string;
}

/** Begins a referral with the statements of Lotse in the same three round trips. */
export async function createReferral(pool: Pool, recorded: readonly Statement[], request: IncomingMessage): Promise<unknown> {
  const text = await textOf(request);
  const key = request.headers['idempotency-key'] as string;
  const hash = createHash('sha256').update(`POST ${request.url}\n${text}`).digest();
  const body = JSON.parse(text) as Body;
  const client = await pool.connect();
  const send = (name: string, values?: unknown[]) => client.query(statement(recorded, name, values));
  const [, entered] = await Promise.all([client.query('begin'), send('session.enter', [tokenHash(request)]), send('answer.find', [key])]);
  const actor = mustHold(entered.rows[0] as Actor, 'referrer');
  const [, service] = await Promise.all([send('person.own', [body.personId]), send('service.facts', [body.serviceId])]);
  const recipient = (service.rows[0] as { organisationId: string }).organisationId;
  const id = newId();
  const answer = { id, state: 'draft', version: 1 };
  const payload = {
    referralId: id,
    act: 'create',
    from: null,
    to: 'draft',
    referrerOrganisationId: actor.organisationId,
    recipientOrganisationId: null,
  };
  await Promise.all([
    send('referral.create', [id, body.personId, recipient, new Date(Date.now() + 86_400_000), ...contentOf(body)]),
    send('referral.step', [newId(), id, 'create', null, 'draft', null]),
    send('chronicle.record', ['act', 'referral.create', 'referral', id, body.personId, null, actor.roles, null, null, 'done', null]),
    send('outbox.tell', [newId(), 'referral.moved', 'referral', id, 1, [actor.organisationId], JSON.stringify(payload)]),
    send('answer.store', [key, hash, 201, JSON.stringify(answer)]),
    client.query('commit'),
  ]);
  client.release();
  return answer;
}

const contentOf = (body: Body): unknown[] => [
  body.serviceId,
  body['reason'],
  body['question'],
  body['diagnosis'],
  body['certainty'],
  body['medication'],
  body['triedSoFar'],
  body['urgency'],
  body['shortNotice'],
  body['minimumNoticeHours'],
  body['callbackPhone'],
  null,
  '[]',
  ...Array.from({ length: 10 }, () => null),
];

function textOf(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    request.setEncoding('utf8');
    request.on('data', (data: string) => (text += data));
    request.on('end', () => resolve(text));
    request.on('error', reject);
  });
}
