import { call } from '../../apps/client-e2e/src/processes/call';
import { Counter, nameOf, type Given, type Outcome, type Scenario } from './scenario';

const racers = 200;
const rounds = 50;

/** R1: one offer, two hundred who accept it at the same time, at two processes. */
export const oneBooking: Scenario = {
  figure: 'R1',
  name: `${racers} accept one offer at the same time`,
  weight: 2,
  run: async ({ lotse, county, people, time, size, say }: Given): Promise<Outcome> => {
    const staff = [...(await county.more('practice', racers / 2)), ...(await county.more('clinic', racers / 2))];
    const answers = new Counter();
    const anomalies: string[] = [];
    const wanted = size(rounds, 3);
    let round = 0;
    for (; round < wanted && (round < 3 || !time.isOver()); round++) {
      say(`round ${round + 1} of ${wanted}`);
      const slot = await people.opensSlot();
      const offer = await people.offers(slot, (await people.joins()).entryId);
      const given = await Promise.all(
        staff.map((one, index) =>
          call(lotse.apis[index % 2]!.address, one, ['POST', `offers/${offer.id}/accept`], { version: offer.version }),
        ),
      );
      const accepted = given.filter(({ status }) => status === 200).length;
      for (const answer of given) answers.add(nameOf(answer));
      if (accepted !== 1) anomalies.push(`round ${round + 1}: ${accepted} were told that they have it`);
      const { rows } = await lotse.owner.query('select id from appointment where slot_id = $1 and cancelled_at is null', [slot.id]);
      if (rows.length !== 1) anomalies.push(`round ${round + 1}: ${rows.length} bookings`);
    }
    const unclear = Object.keys(answers.counts).filter(
      (name) => !['200', '409 offer-already-answered', '409 version-stale'].includes(name),
    );
    anomalies.push(...unclear.map((name) => `${answers.counts[name]} times ${name}`));
    return { operations: answers.total, faults: round * (racers - 1), answers: answers.counts, anomalies };
  },
};
