import { setTimeout as pause } from 'node:timers/promises';
import { copies, findings, settled } from './findings';
import { unnoticed } from './notices-under-kills';
import { Counter, type Given, type Outcome, type Scenario } from './scenario';

const freezes = 20;
/** Longer than the queue waits before it gives a job to somebody else. */
const frozenFor = 40_000;

/** R5: a worker stands still for longer than its jobs are its own, and then goes on as if nothing had been. */
export const frozenWorker: Scenario = {
  figure: 'R5',
  name: `a worker stands still for ${frozenFor / 1000} s and goes on`,
  weight: 5,
  run: async ({ lotse, people, time, size, say }: Given): Promise<Outcome> => {
    const answers = new Counter();
    const wanted = size(freezes, 1);
    let frozen = 0;
    for (; frozen < wanted && (frozen < 1 || !time.isOver()); frozen++) {
      say(`freeze ${frozen + 1} of ${wanted}`);
      const sending = send(people.sends, answers, 30);
      await pause(100);
      const worker = lotse.workers[frozen % lotse.workers.length]!;
      worker.child.kill('SIGSTOP');
      await sending;
      await pause(frozenFor);
      worker.child.kill('SIGCONT');
      await send(people.sends, answers, 5);
    }
    const anomalies = [...(await settled(lotse.owner)), ...(await findings(lotse)), ...(await unnoticed(lotse.owner))];
    return {
      operations: answers.total,
      faults: frozen,
      answers: { ...answers.counts, 'mails twice, same Message-ID': copies(lotse) },
      anomalies,
    };
  },
};

async function send(sends: Given['people']['sends'], answers: Counter, count: number): Promise<void> {
  for (let sent = 0; sent < count; sent += 5) {
    const made = await Promise.all(Array.from({ length: 5 }, sends));
    for (const { id } of made) answers.add(id ? 'sent' : 'not sent');
  }
}
