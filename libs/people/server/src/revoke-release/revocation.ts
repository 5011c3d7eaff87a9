import { calendarDayOf, notFound, Refusal } from '@lotse/kernel';
import { coveredUntil, type Release } from '@lotse/people/model';
import type { Transaction } from '@lotse/server-kit/database';
import { releaseById, releasesOf } from '../read-releases/read-releases';

/** A release of the own organisation; for others it does not exist. */
export async function ownRelease(transaction: Transaction, id: string): Promise<Release> {
  const release = await releaseById(transaction, id);
  if (!release || release.discloserOrganisationId !== transaction.actor.organisationId) throw new Refusal(notFound());
  return release;
}

/** Until when another release of the own organisation covers the same recipient; undefined when none does. */
export async function stillCoveredUntil(transaction: Transaction, release: Release): Promise<string | undefined> {
  const others = (await releasesOf(transaction, release.personId)).filter(
    ({ id, discloserOrganisationId }) => id !== release.id && discloserOrganisationId === release.discloserOrganisationId,
  );
  return coveredUntil(others, release.recipientOrganisationId, calendarDayOf(new Date()));
}
