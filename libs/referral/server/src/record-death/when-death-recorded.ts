import { referralLifecycle, referralMoved, type ReferralMoved } from '@lotse/referral/model';
import { Database } from '@lotse/server-kit/database';
import { claim, ReactsTo, type Reaction, type ToldEvent } from '@lotse/server-kit/jobs';
import { Injectable } from '@nestjs/common';
import { Referrals } from '../referrals';

const name = 'referral.when-death-recorded';

interface Beside {
  referralId: string;
  organisationId: string;
  regionId: string;
}

/** Ends, in words, what else is open of somebody who has died: nobody offers them anything and nobody waits for them. */
@Injectable()
@ReactsTo({ events: [referralMoved], name })
export class WhenDeathRecorded implements Reaction {
  constructor(
    private readonly database: Database,
    private readonly referrals: Referrals,
  ) {}

  concerns({ act }: ReferralMoved): boolean {
    return act === 'record_death';
  }

  async react(event: ToldEvent<ReferralMoved>): Promise<void> {
    const others = await this.database.asSystem((transaction) =>
      transaction.rows<Beside>(
        'death.beside',
        'select referral_id as "referralId", organisation_id as "organisationId", region_id as "regionId" from open_referrals_beside($1)',
        [event.payload.referralId],
      ),
    );
    for (const { referralId, ...actor } of others)
      await this.database.asOrganisation(actor, (transaction) => this.end(transaction, referralId, event));
  }

  private async end(transaction: Parameters<typeof claim>[0], referralId: string, event: ToldEvent<ReferralMoved>): Promise<void> {
    if (!(await claim(transaction, event.id, `${name}:${referralId}`))) return;
    const record = await this.referrals.lock(transaction, referralId);
    if (referralLifecycle.allows(record.state, 'record_death')) await this.referrals.move(transaction, record, 'record_death');
  }
}
