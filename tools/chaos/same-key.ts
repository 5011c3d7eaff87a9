import { millisecondsPerDay } from '@lotse/kernel';
import { randomUUID } from 'node:crypto';
import { Counter, nameOf, type Given, type Outcome, type Scenario } from './scenario';

const callers = 50;
const keys = 500;

/** R2: one Idempotency-Key, sent fifty times at once: one effect, and the same answer byte for byte; another body is refused. */
export const sameKey: Scenario = {
  figure: 'R2',
  name: `one key sent ${callers} times at the same time`,
  weight: 2,
  run: async ({ lotse, county, time, size, say }: Given): Promise<Outcome> => {
    const answers = new Counter();
    const anomalies: string[] = [];
    const wanted = size(keys, 5);
    let tried = 0;
    for (; tried < wanted && (tried < 5 || !time.isOver()); tried++) {
      if (tried % 50 === 0) say(`key ${tried + 1} of ${wanted}`);
      const familyName = `Schluessel ${tried}`;
      const send = async (index: number, given: string, key: string) => {
        const response = await fetch(`${lotse.apis[index % 2]!.address}/api/people`, {
          method: 'POST',
          headers: { cookie: county.gp.cookie, 'content-type': 'application/json', 'idempotency-key': key },
          body: JSON.stringify({ familyName: given, givenName: 'Ida', birthDate: bornOn(tried) }),
        });
        return { status: response.status, text: await response.text() };
      };
      const key = randomUUID();
      const given = await Promise.all(Array.from({ length: callers }, (_, index) => send(index, familyName, key)));
      for (const { status, text } of given) answers.add(nameOf({ status, body: JSON.parse(text) as { code?: string } }));
      if (new Set(given.map(({ text }) => text)).size !== 1) anomalies.push(`key ${tried + 1}: answers differ`);
      const other = await send(0, `${familyName} anders`, key);
      answers.add(nameOf({ status: other.status, body: JSON.parse(other.text) as { code?: string } }));
      if (other.status !== 422) anomalies.push(`key ${tried + 1}: another body with the same key answers ${other.status}`);
    }
    const { rows } = await lotse.owner.query<{ count: number }>(`select count(*)::int from person where family_name like 'Schluessel %'`);
    if (rows[0]!.count !== tried) anomalies.push(`${tried} keys had ${rows[0]!.count} effects`);
    anomalies.push(...answers.failures);
    return { operations: answers.total, faults: tried * (callers - 1), answers: answers.counts, anomalies };
  },
};

/** Too far apart to be taken for one person. */
const bornOn = (number: number): string =>
  new Date(Date.UTC(1990, 0, 1) - ((number * 417) % 20_000) * millisecondsPerDay).toISOString().slice(0, 10);
