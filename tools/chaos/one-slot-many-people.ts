import { call, type Held } from '../../apps/client-e2e/src/processes/call';
import type { Joined } from '../../apps/client-e2e/src/processes/waiting-people';
import { Counter, nameOf, type Given, type Outcome, type Scenario } from './scenario';

const racers = 200;
const rounds = 50;

/** R1: one free slot, and two hundred people for whom somebody books it at the same time. */
export const oneSlotManyPeople: Scenario = {
  figure: 'R1',
  name: `${racers} book one slot at the same time`,
  weight: 3,
  run: async ({ lotse, county, people, time, size, say }: Given): Promise<Outcome> => {
    const count = size(racers, 40);
    const staff = await county.more('clinic', count);
    say(`${count} people join the list`);
    const waiting: Joined[] = [];
    while (waiting.length < count) waiting.push(...(await Promise.all(Array.from({ length: 10 }, people.joins))));
    const answers = new Counter();
    const anomalies: string[] = [];
    const wanted = size(rounds, 3);
    let round = 0;
    for (; round < wanted && (round < 3 || !time.isOver()); round++) {
      say(`round ${round + 1} of ${wanted}`);
      const slot = await people.opensSlot();
      const versions = await versionsOf(lotse.owner, waiting);
      const given = await Promise.all(
        waiting.map(({ referralId }, index) =>
          call<Held>(lotse.apis[index % 2]!.address, staff[index], ['POST', `referrals/${referralId}/book`], {
            version: versions.get(referralId)!,
            body: { slotId: slot.id },
          }),
        ),
      );
      const booked = given.findIndex(({ status }) => status === 200);
      for (const answer of given) answers.add(nameOf(answer));
      const { rows } = await lotse.owner.query('select id from appointment where slot_id = $1 and cancelled_at is null', [slot.id]);
      if (rows.length !== 1) anomalies.push(`round ${round + 1}: ${rows.length} bookings`);
      // Whoever has an appointment races no more; somebody new takes their place.
      if (booked >= 0) waiting[booked] = await people.joins();
    }
    const unclear = Object.keys(answers.counts).filter((name) => !['200', '409 slot-gone'].includes(name));
    anomalies.push(...unclear.map((name) => `${answers.counts[name]} times ${name}`));
    if (answers.counts['200'] !== round) anomalies.push(`${answers.counts['200'] ?? 0} were told that they have it, in ${round} rounds`);
    return { operations: answers.total, faults: round * (count - 1), answers: answers.counts, anomalies };
  },
};

async function versionsOf(owner: Given['lotse']['owner'], waiting: readonly Joined[]): Promise<Map<string, number>> {
  const { rows } = await owner.query<Held>('select id, version from referral where id = any ($1)', [
    waiting.map(({ referralId }) => referralId),
  ]);
  return new Map(rows.map(({ id, version }) => [id, version]));
}
