import type { AnswerOf, BodyOf, ParamsOf, QueryOf } from '@lotse/kernel';
import {
  endBreakGlass,
  liftEmergencyLimit,
  openBreakGlass,
  readBreakGlassAtOurs,
  readBreakGlassReviews,
  readEmergencyFacts,
  readRunningBreakGlass,
  readUsedUpEmergencies,
  reviewBreakGlass,
} from '@lotse/people/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves } from '@lotse/server-kit/http';
import { Body, Controller, Param, Query } from '@nestjs/common';
import { EmergencyLimits } from './emergency-limits';
import { OpenBreakGlass } from './open-break-glass';
import { ReviewBreakGlass } from './review-break-glass';
import { RunningBreakGlass } from './running-break-glass';

/** Access in an emergency. */
@Controller()
export class BreakGlassController {
  constructor(
    private readonly openBreakGlass: OpenBreakGlass,
    private readonly running: RunningBreakGlass,
    private readonly reviews: ReviewBreakGlass,
    private readonly limits: EmergencyLimits,
  ) {}

  @Serves(openBreakGlass)
  open(
    @Current() transaction: Transaction,
    @Body({ schema: openBreakGlass.body }) body: BodyOf<typeof openBreakGlass>,
  ): Promise<AnswerOf<typeof openBreakGlass>> {
    return this.openBreakGlass.run(transaction, body);
  }

  @Serves(readRunningBreakGlass)
  readRunning(@Current() transaction: Transaction): Promise<AnswerOf<typeof readRunningBreakGlass>> {
    return this.running.read(transaction);
  }

  @Serves(readEmergencyFacts)
  facts(
    @Current() transaction: Transaction,
    @Param({ schema: readEmergencyFacts.params }) { id }: ParamsOf<typeof readEmergencyFacts>,
  ): Promise<AnswerOf<typeof readEmergencyFacts>> {
    return this.running.facts(transaction, id);
  }

  @Serves(endBreakGlass)
  end(
    @Current() transaction: Transaction,
    @Param({ schema: endBreakGlass.params }) { id }: ParamsOf<typeof endBreakGlass>,
  ): Promise<AnswerOf<typeof endBreakGlass>> {
    return this.running.end(transaction, id);
  }

  @Serves(readBreakGlassAtOurs)
  atOurs(@Current() transaction: Transaction): Promise<AnswerOf<typeof readBreakGlassAtOurs>> {
    return this.reviews.atOurs(transaction);
  }

  @Serves(readBreakGlassReviews)
  readReviews(
    @Current() transaction: Transaction,
    @Query({ schema: readBreakGlassReviews.query }) query: QueryOf<typeof readBreakGlassReviews>,
  ): Promise<AnswerOf<typeof readBreakGlassReviews>> {
    return this.reviews.read(transaction, query);
  }

  @Serves(reviewBreakGlass)
  review(
    @Current() transaction: Transaction,
    @Param({ schema: reviewBreakGlass.params }) { id }: ParamsOf<typeof reviewBreakGlass>,
    @Body({ schema: reviewBreakGlass.body }) body: BodyOf<typeof reviewBreakGlass>,
  ): Promise<AnswerOf<typeof reviewBreakGlass>> {
    return this.reviews.run(transaction, id, body);
  }

  @Serves(readUsedUpEmergencies)
  usedUp(@Current() transaction: Transaction): Promise<AnswerOf<typeof readUsedUpEmergencies>> {
    return this.limits.read(transaction);
  }

  @Serves(liftEmergencyLimit)
  lift(
    @Current() transaction: Transaction,
    @Param({ schema: liftEmergencyLimit.params }) { id }: ParamsOf<typeof liftEmergencyLimit>,
    @Body({ schema: liftEmergencyLimit.body }) { reason }: BodyOf<typeof liftEmergencyLimit>,
  ): Promise<AnswerOf<typeof liftEmergencyLimit>> {
    return this.limits.lift(transaction, id, reason);
  }
}
