import { Slots } from '@lotse/calendar/server';
import { notFound, Refusal, type AnswerOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { askedAtOnce, exclusionFacts, modesFor, type readCandidates } from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { showPlaces } from '../entries';
import { RankRules } from '../rank-rules/rank-rules';
import { ExpireBeforeReading } from '../expire-offers/expire-before-reading';
import { Holds } from '../holds';
import { instantOf } from '../line';
import { Askables, type Asking, type Seen } from '../offer-slot/askable';
import { showRunningOffers } from '../offer-row';
import { slotToFit } from '../slot-to-fit';
import { secondDatesOf } from './second-dates';
import { sameTrips } from './same-trips';

const atMost = 50;
type Candidates = AnswerOf<typeof readCandidates>;

/** Who fits a slot and who does not and why: intake proposes from it and decides. */
@Injectable()
export class ReadCandidates {
  constructor(
    private readonly slots: Slots,
    private readonly expire: ExpireBeforeReading,
    private readonly holds: Holds,
    private readonly askables: Askables,
    private readonly rules: RankRules,
  ) {}

  async run(transaction: Transaction, slotId: string): Promise<Candidates> {
    await this.expire.run(transaction);
    const slot = await this.slots.read(transaction, slotId);
    if (!slot) throw new Refusal(notFound());
    const startsAt = new Date(slot.startsAt);
    const now = await instantOf(transaction);
    const rule = await this.rules.of(transaction, slot.serviceId, now);
    const { offering } = await this.holds.rules(transaction, now);
    const free = await slotToFit(transaction, slotId);
    const asking: Asking = { slot: { ...slot, startsAt }, free, startsAt, mode: 'sequential', now, rule };
    const { askable, excluded } = await this.firstWhoFit(transaction, asking);
    const [candidates, others, running, secondDates, sameTrip] = await Promise.all([
      showPlaces(transaction, askable),
      showPlaces(
        transaction,
        excluded.map(({ place }) => place),
      ),
      showRunningOffers(transaction, slotId),
      secondDatesOf(transaction, this.slots, slot),
      sameTrips(
        transaction,
        free,
        askable.map(({ entry }) => entry.id),
      ),
    ]);
    transaction.shows({ people: [...new Set([...candidates, ...others].map(({ personId }) => personId))], basis: 'leg' });
    const whyById = new Map(excluded.map(({ place, why }) => [place.entry.id, { why, facts: exclusionFacts(why, free, place.entry) }]));
    return {
      slot,
      holds: askable.map(({ entry, hold: { goesOutAt, until, lead } }) => ({
        entryId: entry.id,
        goesOutAt: goesOutAt.toISOString(),
        until: until.toISOString(),
        byPhone: lead.byPhone,
      })),
      modes: modesFor(startsAt, now, offering).map((mode) => ({
        mode,
        atMost: askedAtOnce(mode, offering),
        belowHours: mode === 'sequential' ? null : offering[mode].belowHours,
      })),
      secondDates,
      candidates,
      sameTrip,
      excluded: others.map((entry) => ({ entry, ...whyById.get(entry.id)! })),
      running,
    };
  }

  /** As many as are shown, and those before them who cannot be asked. */
  private async firstWhoFit(transaction: Transaction, asking: Asking): Promise<Pick<Seen, 'askable' | 'excluded'>> {
    let last: Pick<Seen, 'askable' | 'excluded'> = { askable: [], excluded: [] };
    for await (const seen of this.askables.along(transaction, asking)) {
      last = seen;
      if (seen.askable.length >= atMost) break;
    }
    return { askable: last.askable.slice(0, atMost), excluded: last.excluded.slice(0, atMost) };
  }
}
