import type { Invitation, StaffMember } from '@lotse/identity/model';
import { fitting, rolesIn, rowsOf } from './staff-rows';

const member = (displayName: string, state: StaffMember['state'] = 'active'): StaffMember => ({
  id: displayName,
  displayName,
  email: `${displayName.split(' ')[0]!.toLowerCase()}@test.example`,
  roles: ['intake'],
  state,
  lastSignedInAt: null,
  hasSecondFactor: false,
  version: 1,
});
const invitation: Invitation = {
  id: 'i',
  displayName: 'Änne Ott',
  email: 'ott@test.example',
  roles: ['org_admin'],
  state: 'open',
  mailedAt: null,
  expiresAt: '2026-11-29T10:00:00Z',
  version: 1,
};
const rows = rowsOf([member('Zoe Berg'), member('Ada Şahin'), member('Max Fort', 'disabled')], [invitation]);
const names = (filters: Partial<Parameters<typeof fitting>[1]>) =>
  fitting(rows, { text: '', role: '', state: '', ...filters }).map(({ displayName }) => displayName);

describe('the list of staff', () => {
  it('has members and invitations in one order, and leaves out who has gone', () => {
    expect(names({})).toEqual(['Ada Şahin', 'Änne Ott', 'Zoe Berg']);
    expect(names({ state: 'all' })).toHaveLength(4);
    expect(names({ state: 'disabled' })).toEqual(['Max Fort']);
  });

  it('is searched by name or address, whatever marks a name has', () => {
    expect(names({ text: 'sahin' })).toEqual(['Ada Şahin']);
    expect(names({ text: 'OTT anne' })).toEqual(['Änne Ott']);
    expect(names({ text: 'zoe@test' })).toEqual(['Zoe Berg']);
    expect(names({ role: 'org_admin' })).toEqual(['Änne Ott']);
    expect(rolesIn(rows)).toEqual(['intake', 'org_admin']);
  });
});
