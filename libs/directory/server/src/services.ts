import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';

/** What other domains need to know about a service. */
export interface ServiceFacts {
  id: string;
  organisationId: string;
  acceptsReferrals: boolean;
}

/** Calls from other domains within one transaction. */
@Injectable()
export class Services {
  /** A service of the actor's region, or undefined. */
  find(transaction: Transaction, id: string): Promise<ServiceFacts | undefined> {
    return transaction.row<ServiceFacts>(
      'service.facts',
      `select id, organisation_id as "organisationId", accepts_referrals as "acceptsReferrals" from service
       where id = $1 and region_id = current_region()`,
      [id],
    );
  }
}
