import { notFound, Refusal } from '@lotse/kernel';
import { shownTo } from '@lotse/people/model';
import { partsFrom } from '@lotse/people/server';
import { roadKm, wayBetween, type TravelTime } from '@lotse/region/model';
import type { Transaction } from '@lotse/server-kit/database';
import {
  explainRank,
  waitedDays,
  waitingListEntryDetailSchema,
  wishesOf,
  type Listed,
  type Place,
  type WaitingListEntryDetail,
} from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { showPlaces } from '../entries';
import { ExpireBeforeReading } from '../expire-offers/expire-before-reading';
import { instantOf, placeInLine } from '../line';
import { RankRules } from '../rank-rules/rank-rules';
import { entryText, type EntryRow } from './entry-row';

/** One place on a list of the own organisation, with everything that explains it. */
@Injectable()
export class ReadEntry {
  constructor(
    private readonly expire: ExpireBeforeReading,
    private readonly rules: RankRules,
  ) {}

  async run(transaction: Transaction, id: string): Promise<WaitingListEntryDetail> {
    await this.expire.run(transaction);
    const row = await transaction.row<EntryRow>('entry.read', entryText, [id]);
    if (!row) throw new Refusal(notFound());
    const now = await instantOf(transaction);
    const rule = await this.rules.of(transaction, row.serviceId, now);
    const standing = isInLine(row.state) ? await placeInLine(transaction, { serviceId: row.serviceId, now, rule }, id) : undefined;
    const place: Place<Listed> = standing ?? { entry: row, rank: null, reason: explainRank(row, now, rule.order) };
    const [entry] = await showPlaces(transaction, [place]);
    // The release may have been revoked between the two looks.
    if (!entry) throw new Refusal(notFound());
    transaction.shows({ people: [entry.personId], basis: 'leg' });
    return shownTo(waitingListEntryDetailSchema, { ...entry, ...detailOf(row, now) }, partsFrom(row.parts));
  }
}

const isInLine = (state: string): boolean => ['waiting', 'offered', 'suspended'].includes(state);

/** What the page shows besides the row of the list. */
function detailOf(row: EntryRow, now: Date) {
  const { serviceName, joinedAt, pauses, versions, offers, lastStep, choices } = row;
  return {
    serviceName,
    joinedAt: joinedAt.toISOString(),
    waited: waitedDays(row.receivedAt, pauses, now),
    pauses: pauses.map((pause) => ({ ...pause, createdAt: instant(pause.createdAt) })),
    versions: versions.map(({ at, wishes, shortNotice, minimumNoticeHours, furtherServiceIds, ...version }) => ({
      ...version,
      said: { wishes: wishesOf(wishes), shortNotice, minimumNoticeHours, furtherServiceIds },
      at: instant(at),
    })),
    offers: offers.map((offer) => ({
      ...offer,
      startsAt: instant(offer.startsAt),
      endsAt: instant(offer.endsAt),
      offeredAt: instant(offer.offeredAt),
      expiresAt: instant(offer.expiresAt),
      answeredAt: offer.answeredAt && instant(offer.answeredAt),
    })),
    lastStep: lastStep && { ...lastStep, at: instant(lastStep.at) },
    way: wayOf(row),
    choices,
  };
}

const instant = (text: string): string => new Date(text).toISOString();

/** By the means that were said; kilometres are the same for all. */
function wayOf({ home, there, ways, wishes }: EntryRow): WaitingListEntryDetail['way'] {
  if (!home || !there) return null;
  const means = wishesOf(wishes).travel?.means;
  if (!means) return { from: home.name, km: Math.round(roadKm(home, there)), minutes: null, isComputed: true };
  const { km, minutes, isComputed } = wayBetween(home, there, means, ways as TravelTime[]);
  return { from: home.name, km: Math.round(km), minutes, isComputed };
}
