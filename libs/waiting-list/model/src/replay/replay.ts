import { calendarDayOf } from '@lotse/kernel';
import { usualRankOrder, type RankOrder } from '@lotse/region/model';
import { replayed, type RankEvidence } from '../rank-evidence';
import { replayDifferences, offerNumber, type ReplayDifference, type ReplayResult } from './replay.contracts';

/** An offer as it stands, with what it was decided on and what the version of its rule says. */
export interface DecidedOffer {
  offeredAt: Date;
  entryId: string;
  /** Who else was asked at once: of them nobody came first. */
  askedWith: readonly string[];
  rank: number;
  outOfTurn: boolean;
  ruleVersion: number;
  evidence: RankEvidence;
  /** What is kept of the version of the rule; null for the usual one, which stands in the program. */
  keptOrder: RankOrder | null;
  keptFrom: string | null;
}

const same = (one: RankOrder, other: RankOrder): boolean => one.firstBands === other.firstBands && one.risesAt === other.risesAt;

function ruleDiffers({ evidence: { rule, at }, ruleVersion, keptOrder, keptFrom }: DecidedOffer): boolean {
  if (rule.version !== ruleVersion) return true;
  if (ruleVersion === 0) return rule.serviceId !== null || !same(rule.order, usualRankOrder);
  return keptOrder === null || keptFrom === null || !same(rule.order, keptOrder) || calendarDayOf(new Date(at)) < keptFrom;
}

/** Decides an offer again, under the version of the rule that it names, and says what is not as it was written down. */
export function replayOffer(offer: DecidedOffer): ReplayDifference[] {
  const { evidence, entryId, askedWith, rank, outOfTurn, offeredAt } = offer;
  const written = evidence.order.map(({ id }) => id);
  const again = replayed(evidence);
  const fits = (id: string) => evidence.order.find((input) => input.id === id)!.why === undefined;
  const firstFitting = again.find((id) => fits(id) && !askedWith.includes(id));
  const place = again.indexOf(entryId) + 1;
  const found: Readonly<Record<ReplayDifference, boolean>> = {
    rule: ruleDiffers(offer),
    order: again.some((id, index) => id !== written[index]),
    entry: evidence.entryId !== entryId || place === 0,
    // Beyond the first ten only some are kept, so a number there can only be too small.
    rank: place <= 10 ? place !== rank : rank < place,
    turn: !outOfTurn && firstFitting !== entryId,
    instant: Math.abs(new Date(evidence.at).getTime() - offeredAt.getTime()) > 1,
  };
  return replayDifferences.filter((one) => found[one]);
}

export interface NamedOffer extends DecidedOffer {
  id: string;
  serviceName: string;
}

const atMost = 100;

/** Decides many offers again, one after the other, and counts. */
export async function replayAll(offers: AsyncIterable<NamedOffer>): Promise<Omit<ReplayResult, 'from' | 'until'>> {
  const rules = new Map<string, ReplayResult['rules'][number]>();
  const result: Omit<ReplayResult, 'from' | 'until'> = { offers: 0, outOfTurn: 0, differing: 0, rules: [], differences: [] };
  for await (const offer of offers) {
    const { id, serviceName, offeredAt, outOfTurn, ruleVersion, evidence } = offer;
    const ofService = evidence.rule.serviceId === null ? null : serviceName;
    const counted = rules.get(`${ofService} ${ruleVersion}`) ?? { serviceName: ofService, version: ruleVersion, offers: 0 };
    rules.set(`${ofService} ${ruleVersion}`, { ...counted, offers: counted.offers + 1 });
    result.offers += 1;
    if (outOfTurn) result.outOfTurn += 1;
    const what = replayOffer(offer);
    if (what.length === 0) continue;
    result.differing += 1;
    if (result.differences.length < atMost) {
      result.differences.push({ number: offerNumber(id), at: offeredAt.toISOString(), serviceName, what });
    }
  }
  return { ...result, rules: [...rules.values()] };
}
