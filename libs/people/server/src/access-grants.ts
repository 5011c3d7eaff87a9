import { newId } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';

/** Opens and closes what leads to a person, in the transaction of whatever is the reason. */
@Injectable()
export class AccessGrants {
  /** Opens a person and a referral to the organisation that receives it, until the release ends. */
  openLeg(transaction: Transaction, grant: { personId: string; referralId: string; organisationId: string; validUntil: Date }): void {
    transaction.send(
      'grant.open-leg',
      `insert into access_grant (id, person_id, organisation_id, granted_by_organisation_id, basis, basis_id, referral_id, valid_until)
       values ($1, $2, $3, current_organisation(), 'leg', $4, $4, $5)
       on conflict (organisation_id, person_id, basis, basis_id) do update set valid_until = excluded.valid_until`,
      [newId(), grant.personId, grant.organisationId, grant.referralId, grant.validUntil],
    );
  }

  /** Ends at once what the actor's organisation opened about a person to another one. */
  end(transaction: Transaction, personId: string, organisationId: string): void {
    transaction.send(
      'grant.end',
      `update access_grant set valid_until = now()
       where person_id = $1 and organisation_id = $2 and granted_by_organisation_id = current_organisation()
         and (valid_until is null or valid_until > now())`,
      [personId, organisationId],
    );
  }
}
