import { setTimeout as pause } from 'node:timers/promises';
import { get, type Held } from '../../apps/client-e2e/src/processes/call';
import { findings, settled } from './findings';
import { Counter, type Given, type Outcome, type Scenario } from './scenario';

const hour = 3_600_000;
const holds = 40;
/** How long after its end a hold may still be there: the sweep looks every two seconds. */
const latest = 4_000;

/** R12: processes whose clocks are an hour off. Whether a hold has ended is for the database to say, so nothing ends early, late or twice. */
export const wrongClocks: Scenario = {
  figure: 'R12',
  name: 'holds end on time while the clocks of API and worker are an hour off',
  weight: 2,
  run: async ({ lotse, people, county, size, say }: Given): Promise<Outcome> => {
    const answers = new Counter();
    const anomalies: string[] = [];
    await setClocks(lotse, [hour, -hour]);
    say('one API and one worker an hour ahead, the others an hour behind');
    const each = size(holds, 4);
    for (let count = 0; count < each; count++) {
      const offer = await people.offers(await people.opensSlot(), (await people.joins()).entryId);
      anomalies.push(...(await endsOnTime(lotse.owner, offer, answers)));
    }
    const running = await get<{ items: Held[] }>(lotse.apis[0]!.address, county.gp, ['GET', 'offers?limit=100']);
    if (running.items.length > 0) anomalies.push(`${running.items.length} offers still run`);
    anomalies.push(...(await settled(lotse.owner)), ...(await findings(lotse)));
    return { operations: answers.total, faults: 4, answers: answers.counts, anomalies };
  },
};

/** Restarts everything, the first of each kind with one clock and the second with the other. */
async function setClocks(lotse: Given['lotse'], shifts: readonly number[]): Promise<void> {
  for (const [index, shift] of shifts.entries()) {
    const extra = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(shiftedClock(shift))}` };
    await lotse.apis[index]!.process.stop(10_000);
    await lotse.restartApi(index, extra);
    await lotse.workers[index]!.stop(10_000);
    lotse.workers[index] = await lotse.startWorker(extra);
  }
}

/** What makes a process believe that it is another hour. */
const shiftedClock = (shift: number): string => `
  const Real = Date;
  globalThis.Date = class Date extends Real {
    constructor(...given) { given.length === 0 ? super(Real.now() + ${shift}) : super(...given); }
    static now() { return Real.now() + ${shift}; }
  };`;

async function endsOnTime(owner: Given['lotse']['owner'], { id }: Held, answers: Counter): Promise<string[]> {
  await owner.query(`update slot_offer set expires_at = clock_timestamp() + interval '2 seconds' where id = $1`, [id]);
  for (;;) {
    const { rows } = await owner.query<{ state: string; late: number; ends: number }>(
      `select state, extract(epoch from clock_timestamp() - expires_at)::float8 * 1000 as late,
         (select count(*)::int from outbox_event e where e.payload ->> 'offerId' = o.id::text and e.name = 'OfferEnded') as ends
       from slot_offer o where id = $1`,
      [id],
    );
    const { state, late, ends } = rows[0]!;
    if (state !== 'sent') {
      answers.add(state);
      return [...(late < 0 ? [`${id} ended ${-late} ms early`] : []), ...(ends === 1 ? [] : [`${id} ended ${ends} times`])];
    }
    if (late > latest) return [`${id} is still there ${Math.round(late)} ms after its end`];
    await pause(50);
  }
}
