import { calendarDayOf } from '@lotse/kernel';
import { Database } from '@lotse/server-kit/database';
import { Sweep } from '@lotse/server-kit/jobs';
import { LOG, type Logger } from '@lotse/server-kit/telemetry';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { CarryOutDeletions } from './carry-out-deletions';
import { ProposeDeletions } from './propose-deletions';

const every = 3_600_000;

/** For so long the answer of a request may be repeated; it says what the request said, so it is not kept for longer. */
const forgetAnswers = `delete from stored_answer where at < now() - interval '2 days'`;

/** Once an hour: what is due is proposed, what was confirmed is deleted, and answers that nobody repeats any more are forgotten. */
@Injectable()
export class RetentionSweep implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly sweep: Sweep;

  constructor(
    private readonly propose: ProposeDeletions,
    private readonly carryOut: CarryOutDeletions,
    private readonly database: Database,
    @Inject(LOG) log: Logger,
  ) {
    this.sweep = new Sweep('retention', every, () => this.run(), log);
  }

  async run(): Promise<void> {
    const day = calendarDayOf(new Date());
    await this.database.asSystem((transaction) => transaction.change('answers.forget', forgetAnswers));
    await this.propose.run(day);
    await this.carryOut.run(day);
  }

  onApplicationBootstrap(): void {
    this.sweep.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.sweep.stop();
  }
}
