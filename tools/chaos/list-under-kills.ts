import { setTimeout as pause } from 'node:timers/promises';
import type { Held } from '../../apps/client-e2e/src/processes/call';
import type { Staff } from '../../apps/client-e2e/src/processes/small-county';
import { copies, findings, settled } from './findings';
import { Killer } from './killer';
import { unnoticed } from './notices-under-kills';
import { any, Counter, nameOf, type Given, type Outcome, type Scenario } from './scenario';
import { surely } from './surely';

const clients = 50;
const slots = 1_000;
const people = 1_200;
/** A process about every three seconds, API or worker. */
const killEvery = 3_000;

interface OpenOffer extends Held {
  referral: string;
}

/** R3: slots, and clients who offer, accept, decline, withdraw, cancel and let holds end at random, while processes are killed. */
export const listUnderKills: Scenario = {
  figure: 'R3',
  name: 'offers and answers at random while API and worker are killed (-9)',
  weight: 6,
  run: async (given: Given): Promise<Outcome> => {
    const { lotse, county, size, say, time } = given;
    await fill(given, size(people, 40), size(slots, 25));
    const staff = { practice: await county.more('practice', clients), clinic: await county.more('clinic', clients) };
    const chaos = new Chaos(given, staff);
    const killer = new Killer(lotse, ['api', 'worker'], killEvery);
    say(`${clients} clients at work, kill -9 about every ${killEvery / 1000} s`);
    await Promise.all(Array.from({ length: clients }, (_, index) => chaos.client(index, () => time.isOver() && killer.kills >= 3)));
    await killer.stop();
    say(`${killer.kills} kills, ${chaos.answers.total} answers; waiting until everything has settled`);
    const anomalies = [
      ...(await settled(lotse.owner)),
      ...(await findings(lotse)),
      ...(await chaos.lost()),
      ...(await unnoticed(lotse.owner)),
      ...chaos.answers.failures,
    ];
    const answers = { ...chaos.answers.counts, 'asked again': chaos.askedAgain, 'mails twice, same Message-ID': copies(lotse) };
    return { operations: chaos.answers.total, faults: killer.kills, answers, anomalies };
  },
};

async function fill({ people: county, say }: Given, count: number, free: number): Promise<void> {
  say(`${count} people join the list, ${free} slots are opened`);
  for (let joined = 0; joined < count; joined += 10) await Promise.all(Array.from({ length: 10 }, county.joins));
  for (let opened = 0; opened < free; opened += 10) await Promise.all(Array.from({ length: 10 }, county.opensSlot));
}

/** What clients do, and what they were told: whatever was acknowledged must be there in the end. */
class Chaos {
  readonly answers = new Counter();
  askedAgain = 0;
  private readonly acknowledged: { offer: string; state: string }[] = [];

  constructor(
    private readonly given: Given,
    private readonly staff: Readonly<Record<'practice' | 'clinic', readonly Staff[]>>,
  ) {}

  async client(index: number, isOver: () => boolean): Promise<void> {
    const acts = [() => this.offer(index), () => this.accept(index), () => this.decline(index), () => this.withdraw(index)];
    acts.push(
      acts[0]!,
      acts[1]!,
      () => this.cancel(index),
      () => this.letHoldEnd(),
    );
    while (!isOver()) {
      await acts[Math.floor(Math.random() * acts.length)]!();
      await pause(20 * Math.random());
    }
  }

  /** Offers that were acknowledged and are not what somebody was told they are. */
  async lost(): Promise<string[]> {
    const { rows } = await this.rows<{ id: string; state: string }>('select id, state from slot_offer where id = any ($1)', [
      this.acknowledged.map(({ offer }) => offer),
    ]);
    const states = new Map(rows.map(({ id, state }) => [id, state]));
    return this.acknowledged
      .filter(({ offer, state }) => states.get(offer) === undefined || (state !== 'sent' && states.get(offer) !== state))
      .map(({ offer, state }) => `${offer} was acknowledged as ${state} and is ${states.get(offer) ?? 'not there'}`);
  }

  private async offer(index: number): Promise<void> {
    const slot = any((await this.rows<Held>(`select id, version from slot where state = 'open' and lower(during) > now() limit 50`)).rows);
    const entry = any((await this.rows<{ id: string }>(`select id from waiting_list_entry where state = 'waiting' limit 50`)).rows);
    if (!slot || !entry) return;
    const body = { entryId: entry.id, outOfTurnReason: 'Nur für diese Probe', cascade: Math.random() < 0.5 };
    const made = await this.act(this.staff.clinic[index]!, `slots/${slot.id}/offers`, { version: slot.version, body });
    if (made?.id) this.acknowledged.push({ offer: made.id, state: 'sent' });
  }

  private async accept(index: number): Promise<void> {
    await this.answer(this.staff.practice[index]!, 'accept', 'accepted');
  }

  private async decline(index: number): Promise<void> {
    await this.answer(this.staff.practice[index]!, 'decline', 'declined', { reason: 'time' });
  }

  private async withdraw(index: number): Promise<void> {
    await this.answer(this.staff.clinic[index]!, 'withdraw', 'withdrawn', { reason: 'Nur für diese Probe' });
  }

  private async answer(staff: Staff, act: string, state: string, body = {}): Promise<void> {
    const offer = await this.anyOffer();
    if (!offer) return;
    const answered = await this.act(staff, `offers/${offer.id}/${act}`, { version: offer.version, body });
    if (answered) this.acknowledged.push({ offer: offer.id, state });
  }

  private async cancel(index: number): Promise<void> {
    const { rows } = await this.rows<Held>(`select id, version from referral where state = 'booked' limit 20`);
    const booked = any(rows);
    if (!booked) return;
    const cancelled = await this.act(this.staff.clinic[index]!, `referrals/${booked.id}/cancel-appointment`, {
      version: booked.version,
      body: { by: 'person', reason: 'ill' },
    });
    if (cancelled) await this.act(this.staff.clinic[index]!, `referrals/${booked.id}/back-to-list`, { version: cancelled.version });
  }

  private async letHoldEnd(): Promise<void> {
    const offer = await this.anyOffer();
    if (offer) await this.rows(`update slot_offer set expires_at = now() where id = $1 and state = 'sent'`, [offer.id]);
  }

  private async anyOffer(): Promise<OpenOffer | undefined> {
    const { rows } = await this.rows<OpenOffer>(
      `select id, version, referral_id as referral from slot_offer where state = 'sent' limit 50`,
    );
    return any(rows);
  }

  private async act(staff: Staff, path: string, what: { version: number; body?: object }): Promise<Held | undefined> {
    const { apis } = this.given.lotse;
    const answer = await surely(
      apis.map(({ address }) => address),
      staff,
      ['POST', path],
      what,
    );
    this.askedAgain += answer.asked - 1;
    this.answers.add(nameOf(answer));
    return answer.status < 300 ? answer.body : undefined;
  }

  private rows<Row extends object>(text: string, values: unknown[] = []) {
    return this.given.lotse.owner.query<Row>(text, values);
  }
}
