import type { Problem } from '@lotse/kernel';
import type { OrganisationKind } from './organisation';
import type { Role } from './roles';
import { lastAdministrator, roleNotGivable } from './staff';

const everywhere: readonly Role[] = ['org_admin', 'dpo'];
const receiving: readonly Role[] = ['intake', 'triager', 'clinician', 'service_manager'];

const ofKind: Readonly<Record<OrganisationKind, readonly Role[]>> = {
  practice: ['referrer', 'referrer_admin', ...receiving],
  clinic: ['referrer', 'referrer_admin', 'social_worker', ...receiving],
  psychotherapy_practice: ['referrer', 'referrer_admin', ...receiving],
  social_psychiatric_service: ['social_worker', ...receiving],
  integration_assistance: ['social_worker', ...receiving],
  county: ['coordinator'],
};

/** The roles there are in a kind of organisation, for somebody who holds `held`: administrators of the county are made by their like. */
export function givableRoles(kind: OrganisationKind, held: readonly Role[]): Role[] {
  return [...ofKind[kind], ...everywhere, ...(kind === 'county' && held.includes('region_admin') ? (['region_admin'] as const) : [])];
}

/** Why roles cannot be given; what somebody has already may stay. */
export function refusedRoles(
  wanted: readonly Role[],
  had: readonly Role[],
  kind: OrganisationKind,
  held: readonly Role[],
): Problem | undefined {
  const givable = givableRoles(kind, held);
  const added = wanted.filter((role) => !had.includes(role) && !givable.includes(role));
  // Taking this one away is as much a matter of the county as giving it.
  const takenAway = had.includes('region_admin') && !wanted.includes('region_admin') && !held.includes('region_admin');
  return added.length > 0 || takenAway ? roleNotGivable({ context: { roles: takenAway ? ['region_admin'] : added } }) : undefined;
}

/** Why somebody cannot stop being an administrator: nobody else would be one. */
export function refusedAsLast(had: readonly Role[], wanted: readonly Role[], otherAdministrators: number): Problem | undefined {
  const stops = had.includes('org_admin') && !wanted.includes('org_admin');
  return stops && otherAdministrators === 0 ? lastAdministrator() : undefined;
}
