import { Database } from '@lotse/server-kit/database';
import { LOG, type Logger } from '@lotse/server-kit/telemetry';
import { Inject, Injectable } from '@nestjs/common';

/** Deletes what somebody has confirmed, once its period has ended. Each list is a transaction of its own. */
@Injectable()
export class CarryOutDeletions {
  constructor(
    private readonly database: Database,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  async run(day: string): Promise<number> {
    const confirmed = await this.database.asSystem((transaction) =>
      transaction.rows<{ id: string }>(
        'retention.confirmed',
        'select id from deletion_batch where confirmed_by is not null and done_at is null order by confirmed_at',
        [],
      ),
    );
    let deleted = 0;
    for (const { id } of confirmed) {
      const row = await this.database.asSystem((transaction) =>
        transaction.row<{ amount: number }>('retention.carry-out', 'select carry_out_deletion($1, $2) as amount', [id, day]),
      );
      if (row!.amount > 0) this.log.info({ batch: id, amount: row!.amount }, 'records deleted');
      deleted += row!.amount;
    }
    return deleted;
  }
}
