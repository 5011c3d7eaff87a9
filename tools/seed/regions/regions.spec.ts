import { parseRegionPackage } from '../load-region';
import { occasions } from '../histories/reasons';
import { organisations } from '../county/organisations';
import { loerrachPackage, waldshutPackage } from './packages';

describe('region packages', () => {
  const loerrach = parseRegionPackage(loerrachPackage);
  const waldshut = parseRegionPackage(waldshutPackage);

  it('are valid and name every municipality of the county', () => {
    expect(loerrach.municipalities).toHaveLength(35);
    expect(waldshut.municipalities).toHaveLength(32);
    expect(new Set([...loerrach.municipalities, ...waldshut.municipalities].map(({ ags }) => ags)).size).toBe(67);
  });

  it.each([loerrach, waldshut])('$name: one band for each urgency, an emergency is never a target', ({ settings }) => {
    expect(settings.urgencyBands.map(({ band }) => band)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(settings.urgencyBands[0]).toMatchObject({ urgency: 'emergency', target: 0 });
    expect(settings.emergencyNumbers.map(({ phone }) => phone)).toContain('112');
  });

  it('know every reason that the invented practices write', () => {
    const codes = loerrach.settings.referralReasons.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(occasions.map(({ reason }) => reason).filter((reason) => !codes.includes(reason))).toEqual([]);
  });

  it('have the municipalities the invented organisations work in', () => {
    const known = new Map([loerrach, waldshut].map(({ key, municipalities }) => [key, municipalities.map(({ ags }) => ags)]));
    expect(organisations.filter(({ region, ags }) => !known.get(region)!.includes(ags))).toEqual([]);
  });

  it('are refused with what is wrong with them', () => {
    expect(() => parseRegionPackage({ ...loerrach, key: '8336' })).toThrow('key');
    expect(() => parseRegionPackage({ ...loerrach, municipalities: waldshut.municipalities })).toThrow('not in the county 08336');
  });
});
