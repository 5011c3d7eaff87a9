import { organisationKindSchema } from '@lotse/identity/model';
import { retentionOf, usualRetention } from './retention';

describe('how long records are kept', () => {
  it('there is a rule for every kind of organisation, and treatment is kept for ten years (§ 630f BGB)', () => {
    expect(usualRetention.map(({ organisationKind }) => organisationKind).sort()).toEqual([...organisationKindSchema.options].sort());
    expect(usualRetention.find(({ organisationKind }) => organisationKind === 'clinic')).toMatchObject({
      recordMonths: 120,
      untreatedMonths: 12,
    });
  });

  it('a county may say otherwise for one kind, and the others stay', () => {
    const own = {
      organisationKind: 'county',
      recordMonths: 60,
      recordBasis: 'Aktenplan',
      untreatedMonths: 6,
      untreatedBasis: 'Aktenplan',
    } as const;
    const rules = retentionOf({ retention: [own] });
    expect(rules).toHaveLength(usualRetention.length);
    expect(rules.find(({ organisationKind }) => organisationKind === 'county')).toBe(own);
    expect(rules.filter(({ recordMonths }) => recordMonths === 120)).toHaveLength(5);
  });
});
