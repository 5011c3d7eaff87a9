import type { ReferralMoved } from '@lotse/referral/model';
import type { Database } from '@lotse/server-kit/database';

/** What has become of a step when it is to be told: promise 5 asks at the last moment whether it still stands. */
export interface StepToTell {
  /** The reference of the referral, such as `Z-10042`. */
  reference: string | null;
  isUndone: boolean;
  /** Whether the receiver may see the referral: of what is closed to them nobody is told. */
  recipientSees: boolean;
}

const find = `
  select reference, exists (select from referral_step u where u.undoes = $2) as "isUndone",
    exists (select from access_grant g where g.referral_id = referral.id and g.organisation_id = $3
      and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now())) as "recipientSees"
  from referral where id = $1`;

/** The step behind an event, whose id is the step's; read in the name of the organisation that referred: it may always see its own. */
export async function stepToTell(
  database: Database,
  {
    referralId,
    referrerOrganisationId,
    recipientOrganisationId,
  }: Pick<ReferralMoved, 'referralId' | 'referrerOrganisationId' | 'recipientOrganisationId'>,
  eventId: string,
  regionId: string,
): Promise<StepToTell> {
  return database.asOrganisation({ organisationId: referrerOrganisationId, regionId }, async (transaction) => {
    const found = await transaction.row<StepToTell>('referral.step-to-tell', find, [referralId, eventId, recipientOrganisationId]);
    return found ?? { reference: null, isUndone: false, recipientSees: false };
  });
}
