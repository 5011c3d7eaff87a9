import { Slots } from '@lotse/calendar/server';
import { notFound, Refusal, type AnswerOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { holdEnds, placesOf, whoFits, type readCandidates } from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { showPlaces, standingOf } from '../entries';
import { ExpireBeforeReading } from '../expire-offers/expire-before-reading';
import { showRunningOffer } from '../offer-row';

const atMost = 50;

/** Who fits a slot and who does not and why: intake proposes from it and decides. */
@Injectable()
export class ReadCandidates {
  constructor(
    private readonly slots: Slots,
    private readonly expire: ExpireBeforeReading,
  ) {}

  async run(transaction: Transaction, slotId: string): Promise<AnswerOf<typeof readCandidates>> {
    await this.expire.run(transaction);
    const slot = await this.slots.read(transaction, slotId);
    if (!slot) throw new Refusal(notFound());
    const startsAt = new Date(slot.startsAt);
    const { now, entries } = await standingOf(transaction, slot.serviceId, slotId);
    const { fitting, excluded } = whoFits(startsAt, placesOf(entries, now), now);
    const notFitting = excluded.slice(0, atMost);
    const [candidates, others, running] = await Promise.all([
      showPlaces(transaction, fitting.slice(0, atMost)),
      showPlaces(
        transaction,
        notFitting.map(({ place }) => place),
      ),
      showRunningOffer(transaction, slotId),
    ]);
    transaction.shows({ people: [...new Set([...candidates, ...others].map(({ personId }) => personId))], basis: 'leg' });
    const whyById = new Map(notFitting.map(({ place, why }) => [place.entry.id, why]));
    return {
      slot,
      holdUntil: holdEnds(startsAt, now).toISOString(),
      candidates,
      excluded: others.map((entry) => ({ entry, why: whyById.get(entry.id)! })),
      running,
    };
  }
}
