import { Slots } from '@lotse/calendar/server';
import { notFound, Refusal, type AnswerOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { exclusionFacts, holdEnds, whoFits, type readCandidates } from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { showPlaces } from '../entries';
import { RankRules } from '../rank-rules/rank-rules';
import { ExpireBeforeReading } from '../expire-offers/expire-before-reading';
import { alongLine, instantOf, type SlotLine } from '../line';
import { showRunningOffer } from '../offer-row';
import { slotToFit } from '../slot-to-fit';

const atMost = 50;

/** Who fits a slot and who does not and why: intake proposes from it and decides. */
@Injectable()
export class ReadCandidates {
  constructor(
    private readonly slots: Slots,
    private readonly expire: ExpireBeforeReading,
    private readonly rules: RankRules,
  ) {}

  async run(transaction: Transaction, slotId: string): Promise<AnswerOf<typeof readCandidates>> {
    await this.expire.run(transaction);
    const slot = await this.slots.read(transaction, slotId);
    if (!slot) throw new Refusal(notFound());
    const startsAt = new Date(slot.startsAt);
    const now = await instantOf(transaction);
    const rule = await this.rules.of(transaction, slot.serviceId, now);
    const free = await slotToFit(transaction, slotId);
    const { fitting, excluded } = await firstWhoFit(transaction, { serviceId: slot.serviceId, slot: free, now, rule });
    const [candidates, others, running] = await Promise.all([
      showPlaces(transaction, fitting),
      showPlaces(
        transaction,
        excluded.map(({ place }) => place),
      ),
      showRunningOffer(transaction, slotId),
    ]);
    transaction.shows({ people: [...new Set([...candidates, ...others].map(({ personId }) => personId))], basis: 'leg' });
    const whyById = new Map(excluded.map(({ place, why }) => [place.entry.id, { why, facts: exclusionFacts(why, free, place.entry) }]));
    return {
      slot,
      holdUntil: holdEnds(startsAt, now).toISOString(),
      candidates,
      excluded: others.map((entry) => ({ entry, ...whyById.get(entry.id)! })),
      running,
    };
  }
}

/** As many as are shown, and those before them who do not fit. */
async function firstWhoFit(transaction: Transaction, line: SlotLine): Promise<ReturnType<typeof whoFits>> {
  const seen: ReturnType<typeof whoFits> = { fitting: [], excluded: [] };
  for await (const piece of alongLine(transaction, line)) {
    const { fitting, excluded } = whoFits(line.slot, piece, line.now);
    seen.fitting.push(...fitting);
    seen.excluded.push(...excluded);
    if (seen.fitting.length >= atMost) break;
  }
  return { fitting: seen.fitting.slice(0, atMost), excluded: seen.excluded.slice(0, atMost) };
}
