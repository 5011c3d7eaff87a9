import { addCalendarDays, instantAt, newId } from '@lotse/kernel';
import type { Release } from '@lotse/people/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';

type Granting = Pick<Release, 'id' | 'personId' | 'recipientOrganisationId' | 'dataParts' | 'validFrom' | 'validUntil'>;

/** Until the end of a day. */
const endOfDay = (day: string): Date => instantAt(addCalendarDays(day, 1));

const grantRelease = `
  insert into access_grant (id, person_id, organisation_id, granted_by_organisation_id, basis, basis_id, parts, valid_from, valid_until)
  select $1, $2, $3, current_organisation(), 'release', $4, $5, $6, $7
  from person p where p.id = $2 and p.organisation_id = current_organisation() and $5 @> array['identity']`;

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

  /**
   * Opens the record to the recipient of a release, as far and as long as it goes. Only the own record: what others know of somebody is
   * theirs to release (§ 76 SGB X).
   */
  openRelease(transaction: Transaction, release: Granting): void {
    const { id, personId, recipientOrganisationId, dataParts, validFrom, validUntil } = release;
    transaction.send('grant.open-release', grantRelease, [
      newId(),
      personId,
      recipientOrganisationId,
      id,
      dataParts,
      instantAt(validFrom),
      endOfDay(validUntil),
    ]);
  }

  /** A release that was renewed keeps open what it had opened; nothing that has ended comes back by itself. Answers the referrals. */
  async prolongLegs(transaction: Transaction, personId: string, organisationId: string, until: string): Promise<string[]> {
    const prolonged = await transaction.rows<{ referralId: string }>(
      'grant.prolong-legs',
      `update access_grant set valid_until = $3 where person_id = $1 and organisation_id = $2 and basis = 'leg'
         and granted_by_organisation_id = current_organisation() and valid_until > now() and valid_until < $3 returning referral_id as "referralId"`,
      [personId, organisationId, endOfDay(until)],
    );
    return prolonged.map(({ referralId }) => referralId);
  }

  /** Ends at once what one release opened. */
  endRelease(transaction: Transaction, releaseId: string): void {
    transaction.send(
      'grant.end-release',
      `update access_grant set valid_until = now() where basis = 'release' and basis_id = $1
         and granted_by_organisation_id = current_organisation() and (valid_until is null or valid_until > now())`,
      [releaseId],
    );
  }

  /** Legs of referrals end with the last release that covers them: now, or on the last day of another one. */
  endLegs(transaction: Transaction, personId: string, organisationId: string, until: string | undefined): void {
    transaction.send(
      'grant.end-legs',
      `update access_grant set valid_until = least(valid_until, coalesce($3, now())) where person_id = $1 and organisation_id = $2
         and basis = 'leg' and granted_by_organisation_id = current_organisation() and (valid_until is null or valid_until > now())`,
      [personId, organisationId, until ? endOfDay(until) : null],
    );
  }
}
