import type { Database } from '@lotse/server-kit/database';

/** The reference of a referral, read in the name of the organisation that referred: it may always see its own. */
export async function referenceOf(
  database: Database,
  { referralId, referrerOrganisationId }: { referralId: string; referrerOrganisationId: string },
  regionId: string,
): Promise<string | null> {
  return database.asOrganisation({ organisationId: referrerOrganisationId, regionId }, async (transaction) => {
    const found = await transaction.row<{ reference: string }>('referral.reference', 'select reference from referral where id = $1', [
      referralId,
    ]);
    return found?.reference ?? null;
  });
}
