import type { SlotRecord } from '@lotse/calendar/server';
import { referralLifecycle } from '@lotse/referral/model';
import { Referrals } from '@lotse/referral/server';
import type { RankRuleInForce } from '@lotse/region/model';
import type { Transaction } from '@lotse/server-kit/database';
import {
  mayBeAsked,
  refusedEntry,
  whoFits,
  type ChosenFrom,
  type Exclusion,
  type Hold,
  type OfferMode,
  type Place,
  type Ranked,
  type Waiting,
} from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { lockEntry, type EntryRecord } from '../entries';
import { Holds } from '../holds';
import { alongLine } from '../line';
import type { FreeSlot } from '../slot-to-fit';
import type { Asked } from './make-offer';

/** Somebody who fits, wants to be asked in this way, and whose practice can answer in time. */
export type Askable = Ranked<Waiting> & { hold: Hold };

/** What a slot is offered for: its own times, whether several are asked, and the rule that the list is ordered by. */
export interface Asking {
  slot: Pick<SlotRecord, 'id' | 'serviceId' | 'state' | 'startsAt'>;
  /** What of it decides who fits. */
  free: FreeSlot;
  /** The earlier of two dates, or the only one. */
  startsAt: Date;
  mode: OfferMode;
  now: Date;
  rule: RankRuleInForce;
}

/** A list as far as somebody has looked. */
export interface Seen {
  places: Place<Waiting>[];
  askable: Askable[];
  excluded: { place: Place<Waiting>; why: Exclusion }[];
}

/** Makes the offer to those who are free, from the list as far as it was seen. */
export type MakesOffer = (asked: readonly Asked[], from: ChosenFrom) => Promise<unknown>;

/** Who can be asked, and locking them for it. */
@Injectable()
export class Askables {
  constructor(
    private readonly holds: Holds,
    private readonly referrals: Referrals,
  ) {}

  /** A list as far as one looks: whoever has seen enough stops. The same value grows with every piece. */
  async *along(transaction: Transaction, asking: Asking): AsyncGenerator<Seen, void> {
    const { slot, free, now, rule } = asking;
    const seen: Seen = { places: [], askable: [], excluded: [] };
    for await (const piece of alongLine(transaction, { serviceId: slot.serviceId, slot: free, now, rule })) {
      const { askable, excluded } = await this.of(transaction, asking, piece);
      seen.places.push(...piece);
      seen.askable.push(...askable);
      seen.excluded.push(...excluded);
      yield seen;
    }
  }

  /** From the beginning until enough who can be asked and the one who is asked about have been seen. */
  async untilSeen(transaction: Transaction, asking: Asking, entryId: string, enough: number): Promise<Seen> {
    let last: Seen = { places: [], askable: [], excluded: [] };
    for await (const seen of this.along(transaction, asking)) {
      last = seen;
      if (seen.askable.length >= enough && seen.places.some(({ entry }) => entry.id === entryId)) break;
    }
    return last;
  }

  /**
   * Along the line, so many at once, until an offer can be made; at its end to those who are left. Somebody may have been faster with these
   * people: then it goes on after them. Answers whether anybody was asked.
   */
  async askNext(transaction: Transaction, asking: Asking, atOnce: number, offer: MakesOffer): Promise<boolean> {
    let tried = 0;
    let seen: Seen | undefined;
    for await (seen of this.along(transaction, asking)) {
      for (; seen.askable.length - tried >= atOnce; tried += atOnce) {
        if (await this.asked(transaction, asking, seen, seen.askable.slice(tried, tried + atOnce), offer)) return true;
      }
    }
    const rest = seen?.askable.slice(tried) ?? [];
    return rest.length > 0 && this.asked(transaction, asking, seen!, rest, offer);
  }

  private async asked(transaction: Transaction, asking: Asking, seen: Seen, next: readonly Askable[], offer: MakesOffer): Promise<boolean> {
    const entries = await this.lock(
      transaction,
      next.map(({ entry }) => entry.id),
    );
    const chosen = next.map(({ entry, hold }) => ({ entry: entries.get(entry.id)!, hold }));
    const asked = await this.free(transaction, asking, chosen);
    if (asked.length === 0) {
      seen.excluded.push(...next.map((place) => ({ place, why: 'has_running_offer' as const })));
      return false;
    }
    await offer(asked, { ...seen, rule: asking.rule });
    return true;
  }

  /** Of a piece of the line those who can be asked, in order, and why not the others. */
  private async of(transaction: Transaction, { free, startsAt, mode, now }: Asking, piece: readonly Place<Waiting>[]) {
    const { fitting, excluded } = whoFits(free, piece, now);
    const ids = fitting.map(({ entry }) => entry.id);
    const { byEntry } = await this.holds.for(transaction, ids, startsAt, now);
    const askable: Askable[] = [];
    for (const one of fitting) {
      const hold = byEntry.get(one.entry.id);
      if (!mayBeAsked(mode, one.entry)) excluded.push({ place: one, why: 'notice_too_short' });
      else if (!hold) excluded.push({ place: one, why: 'nobody_answers_in_time' });
      else askable.push({ ...one, hold });
    }
    return { askable, excluded };
  }

  /** Entries are locked in the order of their ids: two rounds that want the same people never wait in a circle. */
  async lock(transaction: Transaction, ids: readonly string[]): Promise<Map<string, EntryRecord>> {
    const locked = new Map<string, EntryRecord>();
    for (const id of [...ids].sort()) locked.set(id, await lockEntry(transaction, id));
    return locked;
  }

  /** Those whom nobody was faster with, in order. */
  async free(transaction: Transaction, { slot }: Asking, chosen: readonly { entry: EntryRecord; hold: Hold }[]): Promise<Asked[]> {
    const asked: Asked[] = [];
    for (const { entry, hold } of chosen) {
      const referral = await this.referrals.load(transaction, entry.referralId);
      if (refusedEntry({ slot, entry }) || !referralLifecycle.allows(referral.state, 'offer')) continue;
      asked.push({ entry, referral, hold });
    }
    return asked;
  }
}
