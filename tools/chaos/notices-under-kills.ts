import { offerAccepted, slotOffered } from '@lotse/waiting-list/model';
import { copies, findings, settled } from './findings';
import { Killer } from './killer';
import { Counter, type Given, type Outcome, type Scenario } from './scenario';

const notices = 10_000;
const killEvery = 2_000;
const leastKills = 3;

/** R4: referrals that ring at the clinic, while workers are killed in the middle of telling. */
export const noticesUnderKills: Scenario = {
  figure: 'R4',
  name: 'notices while workers are killed (-9)',
  weight: 4,
  run: async ({ lotse, people, time, size, say }: Given): Promise<Outcome> => {
    const answers = new Counter();
    const wanted = size(notices, 100);
    const killer = new Killer(lotse, ['worker'], killEvery);
    say(`${wanted} referrals are sent, kill -9 about every ${killEvery / 1000} s`);
    while (killer.kills < leastKills || (answers.total < wanted && !time.isOver())) {
      const sent = await Promise.all(Array.from({ length: 10 }, people.sends));
      for (const { id } of sent) answers.add(id ? 'sent' : 'not sent');
    }
    await killer.stop();
    say(`${killer.kills} kills, ${answers.total} referrals; waiting until everything has settled`);
    const anomalies = [...(await settled(lotse.owner)), ...(await findings(lotse)), ...(await unnoticed(lotse.owner))];
    return {
      operations: answers.total,
      faults: killer.kills,
      answers: { ...answers.counts, mails: lotse.mails().length, 'mails twice, same Message-ID': copies(lotse) },
      anomalies,
    };
  },
};

const untold = {
  'referrals of which nobody was told': `
    select id from referral r where clock_started_at is not null and not exists (
      select from notice n where n.referral_id = r.id and n.organisation_id = r.recipient_organisation_id and n.kind = 'referral_received')`,
  'offers, or answers to them, of which nobody was told': `
    select id from outbox_event e where e.name in ('${slotOffered}', '${offerAccepted}') and not exists (select from notice n where n.event_id = e.id)`,
} as const;

/** What has happened and rang nowhere. */
export async function unnoticed(owner: Given['lotse']['owner']): Promise<string[]> {
  const found: string[] = [];
  for (const [what, statement] of Object.entries(untold)) {
    const { rows } = await owner.query(statement);
    if (rows.length > 0) found.push(`${rows.length} ${what}`);
  }
  return found;
}
