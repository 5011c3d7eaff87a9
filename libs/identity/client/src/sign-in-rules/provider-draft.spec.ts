import type { IdentityProvider } from '@lotse/identity/model';
import { draftOf, providerOf } from './provider-draft';

const provider: IdentityProvider = {
  issuer: 'https://konto.klinik.example',
  clientId: 'lotse',
  mailDomains: ['klinik.example', 'mvz.example'],
  roleClaim: 'groups',
  roleMapping: { Aufnahme: ['intake', 'triager'], Leitung: ['service_manager'] },
  isStrong: true,
  isEnabled: false,
};

describe('an account service as it is being typed', () => {
  it('comes back as it was', () => expect(providerOf(draftOf(provider, []))).toEqual(provider));

  it('begins with the one that is allowed', () => expect(draftOf(null, ['https://only.example']).issuer).toBe('https://only.example'));

  it('leaves out empty lines, and says nothing twice', () => {
    const draft = { ...draftOf(provider, []), roleClaim: ' ', mailDomains: 'a.example;b.example  c.example' };
    const mapped = [
      { value: ' ', role: 'intake' },
      { value: 'Aufnahme ', role: 'intake' },
      { value: 'Aufnahme', role: 'intake' },
    ];
    expect(providerOf({ ...draft, mapped })).toMatchObject({
      roleClaim: null,
      roleMapping: { Aufnahme: ['intake'] },
      mailDomains: ['a.example', 'b.example', 'c.example'],
    });
  });
});
