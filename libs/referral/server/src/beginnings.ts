import type { BodyOf } from '@lotse/kernel';
import type { createReferral, MovedReferral, ReferralOrigin } from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';

/** How a referral begins: as a draft of whoever acts, with where it came from, if it came from somewhere. */
export interface Beginning {
  run(transaction: Transaction, written: BodyOf<typeof createReferral>, origin?: ReferralOrigin): Promise<MovedReferral>;
}

/**
 * What lets other rooms begin a referral through `Referrals`. The act that does it is made of what `Referrals` does, so it registers when the
 * module starts, as effects do.
 */
@Injectable()
export class Beginnings {
  private act: Beginning | undefined;

  register(act: Beginning): void {
    this.act = act;
  }

  get run(): Beginning['run'] {
    if (!this.act) throw new Error('Nothing begins a referral before the module has started.');
    return this.act.run.bind(this.act);
  }
}
