import type { Pool } from 'pg';
import { call, get, type Answer, type Held } from './call';
import type { SmallCounty } from './small-county';

/** In every field that says something about a person: words that stand nowhere else, to be looked for where they have no business. */
export const canaries = [
  'Zeisigmann',
  'Kanarina',
  '07622 555123',
  'Zeisigweg',
  'Gelbfinkfrage',
  'Gelbfinkversuch',
  'Gelbfinkmittel',
  'F33.31',
  'Gelbfinkgrund',
];

const [familyName, givenName, phone, street, question, triedSoFar, medication, diagnosis, purpose] = canaries as [
  string, string, string, string, string, string, string, string, string,
]; // prettier-ignore

/** Somebody with a canary in every field is entered, released, referred, asked about, searched for; and much of it is tried wrongly. Answers what was refused. */
export async function tellOfCanaries(address: string, { gp, intake, clinic, service }: SmallCounty): Promise<string> {
  const person = await get(address, gp, ['POST', 'people'], { body: { familyName, givenName, birthDate: '1970-05-03', phone, street } });
  const terms = { purpose, dataParts: ['identity', 'diagnosis'], coversHealthData: true, form: 'written', evidence: purpose };
  const release = { ...terms, recipientOrganisationId: clinic, givenOn: '2026-01-02', validUntil: '2099-12-31' };
  await get(address, gp, ['POST', `people/${person.id}/releases`], { body: release });
  const content = {
    personId: person.id,
    serviceId: service,
    reason: 'low_mood',
    urgency: 'routine',
    question,
    triedSoFar,
    medication,
    diagnosis,
  };
  const draft = await get(address, gp, ['POST', 'referrals'], { body: content });
  const sent = await get(address, gp, ['POST', `referrals/${draft.id}/submit`], { version: draft.version });
  const received = await get(address, intake, ['POST', `referrals/${draft.id}/acknowledge`], { version: sent.version });
  await get(address, intake, ['POST', `referrals/${draft.id}/request-info`], {
    version: received.version,
    body: { question, dueOn: '2099-01-01' },
  });
  for (const text of [familyName, phone]) {
    await get(address, gp, ['GET', `people?text=${encodeURIComponent(text)}`]);
    await get(address, intake, ['GET', `referrals?box=inbox&text=${encodeURIComponent(text)}`]);
  }
  const refused: Answer<Held>[] = [
    await call(address, gp, ['POST', 'people'], {
      body: { familyName, givenName, birthDate: phone, street: street.repeat(90), [medication]: 1 },
    }),
    await call(address, gp, ['POST', 'referrals'], { body: { ...content, reason: diagnosis, urgency: question } }),
    await call(address, gp, ['POST', `people/${person.id}/releases`], { body: { ...release, form: purpose } }),
    await call(address, gp, ['POST', `referrals/${draft.id}/submit`], { version: 1, body: { note: question } }),
    await call(address, undefined, ['POST', 'session'], { body: { email: `${familyName}@example.org`, password: givenName } }),
    await call(address, gp, ['GET', `people/${encodeURIComponent(familyName)}`]),
    await call(address, gp, ['GET', `referrals?box=inbox&cursor=${encodeURIComponent(question)}`]),
  ];
  return JSON.stringify(refused.map(({ status, body }) => [status, withoutNames(body)]));
}

/** A field that does not exist is refused by its own name, which only its sender knows. */
const withoutNames = (body: object): object => JSON.parse(JSON.stringify(body).replaceAll(medication, '')) as object;

/** Where a person is kept, and answers of requests for a day: there canaries sing rightly. */
const kept = new Set([
  'person',
  'release',
  'referral',
  'referral_step',
  'referral_change',
  'question_point',
  'waiting_list_entry',
  'slot_offer',
  'correction',
  'stored_answer',
]);

/** The canaries are looked for letter by letter: as patterns, the point in a diagnosis would match the digits of a hash now and then. */
const singing = (table: string): string => `
  select from ${table} x
   where exists (select from unnest($1::text[]) as canary (word) where strpos(lower(x::text), lower(word)) > 0)
   limit 1`;

/** The tables of the database, in every schema, in which a canary sings that has no business there. */
export async function tablesWithCanaries(owner: Pool): Promise<string[]> {
  const { rows: tables } = await owner.query<{ name: string; plain: string }>(
    `select format('%I.%I', schemaname, tablename) as name, tablename as plain from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  const found: string[] = [];
  for (const { name, plain } of tables.filter(({ plain: one }) => !kept.has(one))) {
    const { rows } = await owner.query(singing(name), [canaries]);
    if (rows.length > 0) found.push(plain);
  }
  return found;
}
