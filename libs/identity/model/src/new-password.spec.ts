import { newPasswordSchema, passwordProblem } from './new-password';

const known = ['Dr. Ida Muster', 'ida.muster@praxis-beispiel.example', 'Praxis Beispiel'];
const isPlain = (password: string) => passwordProblem(password, known)?.code === 'password-too-plain';

describe('a password somebody chooses', () => {
  // @req ASVS 5.0.0-6.2.1, 5.0.0-6.2.5
  it('is long; what it is made of is its own business', () => {
    expect(newPasswordSchema.safeParse('elf Zeichen').success).toBe(false);
    expect(newPasswordSchema.safeParse('  zwölf Zeichen  ').data).toBe('  zwölf Zeichen  ');
  });

  // @req ASVS 5.0.0-6.2.11
  it.each([
    'aaaaaaaaaaaaaaaa',
    '123456789012',
    '1234512345123451',
    'abababababab',
    'Passwort1234!',
    'Lotse-Lotse-2026',
    'IdaMuster2026!',
    'praxisbeispiel1',
  ])('%s is what everybody would try', (password) => expect(isPlain(password)).toBe(true));

  it.each(['blaue Türen im Regen', 'vK9-pzt-Lw4-qh', 'Muster im Schnee von gestern', 'korrekt pferd batterie'])('%s is not', (password) =>
    expect(isPlain(password)).toBe(false),
  );
});
