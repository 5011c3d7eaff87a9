import { grants, holds, permissionsOf, roles } from './roles';

describe('roles and what they may', () => {
  it('holds by any role, and nobody holds what the table does not name', () => {
    expect(holds(['dpo', 'intake'], 'referral.accept')).toBe(true);
    expect(holds(roles, 'referral.fly')).toBe(false);
  });

  it('administrators and the data-protection officer see no person', () => {
    for (const role of ['org_admin', 'region_admin', 'dpo', 'coordinator'] as const) {
      expect(permissionsOf([role]).filter((permission) => /^(people|release|referral|waitingList)\./.test(permission))).toEqual([]);
    }
  });

  it('names only roles that exist', () => {
    expect(
      Object.values(grants)
        .flat()
        .filter((role) => !roles.includes(role)),
    ).toEqual([]);
  });
});
