import type { AnswerOf, BodyOf, QueryOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves } from '@lotse/server-kit/http';
import { readOutOfTurn, readRankRules, replayOffers, tryRankRule } from '@lotse/waiting-list/model';
import { Body, Controller, Query } from '@nestjs/common';
import { ReplayOffers } from '../replay/replay-offers';
import { TryRankRule } from '../what-if/try-rank-rule';
import { ReadRankRules } from './read-rank-rules';

/** The rules by which lists are ordered: what they are, what others would do, and whether the past comes out again. */
@Controller()
export class RankRulesController {
  constructor(
    private readonly rules: ReadRankRules,
    private readonly tryOut: TryRankRule,
    private readonly replay: ReplayOffers,
  ) {}

  @Serves(readRankRules)
  read(@Current() transaction: Transaction): Promise<AnswerOf<typeof readRankRules>> {
    return this.rules.run(transaction);
  }

  @Serves(readOutOfTurn)
  outOfTurn(@Current() transaction: Transaction): Promise<AnswerOf<typeof readOutOfTurn>> {
    return this.rules.outOfTurn(transaction);
  }

  @Serves(tryRankRule)
  whatIf(
    @Current() transaction: Transaction,
    @Body({ schema: tryRankRule.body }) body: BodyOf<typeof tryRankRule>,
  ): Promise<AnswerOf<typeof tryRankRule>> {
    return this.tryOut.run(transaction, body);
  }

  @Serves(replayOffers)
  replayed(
    @Current() transaction: Transaction,
    @Query({ schema: replayOffers.query }) query: QueryOf<typeof replayOffers>,
  ): Promise<AnswerOf<typeof replayOffers>> {
    return this.replay.run(transaction, query);
  }
}
