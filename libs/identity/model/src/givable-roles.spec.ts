import { givableRoles, refusedAsLast, refusedRoles } from './givable-roles';
import { organisationKindSchema } from './organisation';

describe('roles that can be given', () => {
  it('are those of the kind of organisation, and never the worker’s', () => {
    for (const kind of organisationKindSchema.options) {
      expect(givableRoles(kind, ['org_admin'])).toEqual(expect.arrayContaining(['org_admin', 'dpo']));
      expect(givableRoles(kind, ['org_admin', 'region_admin'])).not.toContain('system');
    }
    expect(refusedRoles(['coordinator'], [], 'practice', ['org_admin'])?.code).toBe('role-not-givable');
    expect(refusedRoles(['referrer'], [], 'practice', ['org_admin'])).toBeUndefined();
  });

  it('somebody who administers an organisation makes nobody administrator of the county, not even themselves', () => {
    expect(refusedRoles(['org_admin', 'region_admin'], ['org_admin'], 'county', ['org_admin'])?.code).toBe('role-not-givable');
    expect(refusedRoles(['org_admin'], ['org_admin', 'region_admin'], 'county', ['org_admin'])?.code).toBe('role-not-givable');
    expect(refusedRoles(['org_admin', 'region_admin'], ['org_admin'], 'county', ['region_admin'])).toBeUndefined();
    expect(refusedRoles(['region_admin'], [], 'clinic', ['region_admin'])?.code).toBe('role-not-givable');
  });

  it('what somebody has may stay, whatever kind it belongs to', () => {
    expect(refusedRoles(['coordinator', 'dpo'], ['coordinator'], 'practice', ['org_admin'])).toBeUndefined();
  });

  it('leave an organisation with an administrator', () => {
    expect(refusedAsLast(['org_admin'], [], 0)?.code).toBe('last-administrator');
    expect(refusedAsLast(['org_admin'], ['org_admin', 'dpo'], 0)).toBeUndefined();
    expect(refusedAsLast(['org_admin'], [], 1)).toBeUndefined();
    expect(refusedAsLast(['referrer'], [], 0)).toBeUndefined();
  });
});
