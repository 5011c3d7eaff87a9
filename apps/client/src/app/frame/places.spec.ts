import { permissionsOf, type Role } from '@lotse/identity/model';
import { placesFor, splitForPhone } from './places';

const pathsOf = (...roles: Role[]) => {
  const held = permissionsOf(roles);
  return placesFor((permission) => held.includes(permission)).map(({ path }) => path);
};

describe('places', () => {
  it('are those that a role has work in', () => {
    expect(pathsOf('referrer')).toEqual([
      '/start',
      '/aufgaben',
      '/zuweisungen',
      '/anfragen',
      '/angebote',
      '/freie-plaetze',
      '/verzeichnis',
    ]);
    expect(pathsOf('intake')).toEqual([
      '/start',
      '/aufgaben',
      '/eingang',
      '/anfragen',
      '/warteliste',
      '/termine',
      '/angebote',
      '/freie-plaetze',
      '/verzeichnis',
    ]);
    expect(pathsOf('dpo')).toEqual(['/start', '/aufgaben', '/verzeichnis', '/verwaltung']);
    expect(pathsOf('coordinator')).toEqual(['/start', '/aufgaben', '/freie-plaetze', '/auswertung', '/verzeichnis', '/verwaltung']);
    expect(pathsOf('org_admin')).toEqual(['/start', '/aufgaben', '/verzeichnis', '/verwaltung']);
  });

  it('fit into the bar of a phone, the rest goes behind "Mehr"', () => {
    const of = (count: number) => splitForPhone(placesFor(() => true).slice(0, count));
    expect(of(5).rest).toHaveLength(0);
    expect(of(7).bar).toHaveLength(4);
    expect(of(7).rest).toHaveLength(3);
  });
});
