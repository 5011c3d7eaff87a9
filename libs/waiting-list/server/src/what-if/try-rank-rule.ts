import { calendarDayOf, notFound, Refusal, type AnswerOf, type BodyOf } from '@lotse/kernel';
import { rankRuleOn, unknownRule, type RankOrder, type RankRule } from '@lotse/region/model';
import { Regions } from '@lotse/region/server';
import type { Transaction } from '@lotse/server-kit/database';
import {
  movementOf,
  movesOfChoice,
  risingShare,
  type CountedMove,
  type DecidedChoice,
  type Movement,
  type ShownGroups,
  type ShownMovement,
  type ShownTable,
  type tryRankRule,
} from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { instantOf } from '../line';
import { triesOutCounty } from '../rank-rules/read-rank-rules';

const waiting = `
  select coalesce(ags, '') as municipality, age, band::text, moved, count
  from try_rank_rule($1, $2, $3, $4::integer, $5::float8, $6::integer, $7::float8)`;
const choices = `select evidence, asked, people from offers_to_try($1, $2, $3::timestamptz - interval '1 month')`;
const names = 'select ags, name from municipality where region_id = current_region()';
const lists = `
  select count(*)::integer as count from service x
  where x.region_id = current_region() and x.accepts_referrals and (x.id = $1 or ($1::uuid is null and x.id <> all ($2)))`;
const mine = 'select manages_service($1) as mine';

type Body = BodyOf<typeof tryRankRule>;

/** Where a rule would count, under which order, and under which one the lists stand now. */
interface Trial {
  serviceId: string | null;
  /** Services that have an order of their own, which the county’s does not touch. */
  others: string[];
  held: RankOrder;
  draft: RankOrder;
  now: Date;
}

/** What another rule would do, before anybody puts it in force. Reads only, counts only; small numbers never leave. */
@Injectable()
export class TryRankRule {
  constructor(private readonly regions: Regions) {}

  async run(transaction: Transaction, body: Body): Promise<AnswerOf<typeof tryRankRule>> {
    await this.expectOwn(transaction, body);
    const trial = trialOf(body, (await this.regions.settings(transaction)).ranks ?? [], await instantOf(transaction));
    const { serviceId, others } = trial;
    const [moved, decided, known, counted] = await Promise.all([
      this.movedNow(transaction, trial),
      this.decided(transaction, trial),
      transaction.rows<{ ags: string; name: string }>('rank-rules.municipalities', names),
      transaction.row<{ count: number }>('rank-rules.lists', lists, [serviceId, others]),
    ]);
    const nameOf = new Map(known.map(({ ags, name }) => [ags, name]));
    const moves = decided.flatMap((choice) => movesOfChoice(choice, trial.draft));
    return {
      lists: counted!.count,
      waiting: shown(movementOf(moved), nameOf),
      offers: { ...shown(movementOf(moves), nameOf), decided: decided.reduce((sum, { asked }) => sum + asked.length, 0) },
    };
  }

  /** Of the county only who administers or coordinates it, of a service only who manages it: else the numbers of one could be taken from those of the other. */
  private async expectOwn(transaction: Transaction, { serviceId, order }: Body): Promise<void> {
    if (serviceId === null && order === null) throw new Refusal(unknownRule());
    if (serviceId === null && triesOutCounty(transaction.actor.roles)) return;
    const found = serviceId === null ? undefined : await transaction.row<{ mine: boolean }>('rank-rules.mine', mine, [serviceId]);
    if (!found?.mine) throw new Refusal(notFound());
  }

  private movedNow(transaction: Transaction, { serviceId, others, held, draft, now }: Trial): Promise<CountedMove[]> {
    const orders = [held.firstBands, risingShare(held), draft.firstBands, risingShare(draft)];
    return transaction.rows<CountedMove>('rank-rules.try', waiting, [serviceId, others, now, ...orders]);
  }

  private decided(transaction: Transaction, { serviceId, others, now }: Trial): Promise<DecidedChoice[]> {
    return transaction.rows('rank-rules.decided', choices, [serviceId, others, now]);
  }
}

function trialOf({ serviceId, order }: Body, ranks: readonly RankRule[], now: Date): Trial {
  const today = calendarDayOf(now);
  const services = [...new Set(ranks.flatMap((rule) => rule.serviceId ?? []))];
  const others = serviceId === null ? services.filter((id) => rankRuleOn(ranks, id, today).serviceId === id) : [];
  const draft = order ?? rankRuleOn(ranks, null, today).order;
  return { serviceId, others, held: rankRuleOn(ranks, serviceId, today).order, draft, now };
}

function shown({ people, sum, by }: Movement, nameOf: ReadonlyMap<string, string>): ShownMovement {
  const table = (found: ShownGroups | null): ShownTable =>
    found && { ...found, groups: found.groups.map((group) => ({ ...group, name: nameOf.get(group.key) ?? null })) };
  return { people, sum, by: { municipality: table(by.municipality), age: table(by.age), band: table(by.band) } };
}
