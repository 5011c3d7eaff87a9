import { ownEmailFrom, rolesFrom } from './claims';

const roleMapping = { Aufnahme: ['intake' as const, 'triager' as const], Leitung: ['service_manager' as const, 'intake' as const] };

describe('what an account service says', () => {
  it.each<[string, string | null, object, unknown]>([
    ['a list', 'groups', { groups: ['Aufnahme', 'Leitung', 'Kantine'] }, ['intake', 'service_manager', 'triager']],
    ['a single value', 'groups', { groups: 'Aufnahme' }, ['intake', 'triager']],
    ['further inside', 'realm_access.roles', { realm_access: { roles: ['Leitung'] } }, ['intake', 'service_manager']],
    ['a name with dots', 'https://a.example/roles', { 'https://a.example/roles': ['Aufnahme'] }, ['intake', 'triager']],
    ['nothing known here', 'groups', { groups: ['Kantine', 'constructor', '__proto__'] }, []],
    ['nothing at all', 'groups', {}, []],
    ['something odd', 'groups', { groups: [7, null, { name: 'Aufnahme' }] }, []],
    ['kept here', null, { groups: ['Aufnahme'] }, undefined],
  ])('roles from %s', (_, roleClaim, claims, roles) => {
    expect(rolesFrom(claims as Record<string, unknown>, { roleClaim, roleMapping })).toEqual(roles);
  });

  it.each<[object, string | undefined]>([
    [{ email: 'Ida@Klinik.example', email_verified: true }, 'Ida@Klinik.example'],
    [{ email: 'ida@klinik.example', email_verified: false }, undefined],
    [{ email: 'ida@klinik.example', email_verified: 'true' }, undefined],
    [{ email: 'ida@klinik.example' }, undefined],
    [{ email: 'ida@evil.example', email_verified: true }, undefined],
    [{ email: 'ida@klinik.example@evil.example', email_verified: true }, undefined],
    [{ email: ['ida@klinik.example'], email_verified: true }, undefined],
  ])('an address counts when it is verified and of the organisation: %j', (claims, email) => {
    expect(ownEmailFrom(claims as Record<string, unknown>, { mailDomains: ['klinik.example'] })).toBe(email);
  });
});
