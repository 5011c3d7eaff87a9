import { setTimeout as after } from 'node:timers/promises';
import type { Transaction } from '@lotse/server-kit/database';
import { LOG, type Logger } from '@lotse/server-kit/telemetry';
import { Inject, Injectable } from '@nestjs/common';
import { ExpireOffers } from './expire-offers';

const waitAtMost = 1_000;

/**
 * Lets a list be true even when no worker runs: whoever reads first ends the offers that are due. Readers share one run, and wait for
 * it only so long, because it needs a connection while they keep theirs.
 */
@Injectable()
export class ExpireBeforeReading {
  private running: Promise<void> | undefined;

  constructor(
    private readonly expireOffers: ExpireOffers,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  async run(transaction: Transaction): Promise<void> {
    if (!(await transaction.row('offers.any-due', 'select offer_id from due_offers(1)'))) return;
    this.running ??= this.expireOffers
      .run()
      .catch((error: unknown) => this.log.warn({ error }, 'offers will be expired later'))
      .finally(() => (this.running = undefined));
    await Promise.race([this.running, after(waitAtMost, undefined, { ref: false })]);
  }
}
