import type { Person } from '@lotse/people/model';
import { changesOf, entriesOf, missingIn } from './entries';

const person = {
  familyName: 'Muster',
  givenName: 'Ida',
  birthDate: '1950-03-12',
  sex: 'female',
  phone: '07621 000 112',
  street: null,
  postcode: '79540',
  kvnr: null,
  kvnrOverrideReason: null,
} as Person;
const entries = entriesOf(person);

describe('a correction', () => {
  it.each([
    ['nothing', {}, {}],
    ['blanks around', { familyName: ' Muster ' }, {}],
    ['another number to call', { phone: ' 07622 000 99' }, { phone: '07622 000 99' }],
    ['a number that is gone', { phone: '' }, { phone: null }],
    ['two things', { givenName: 'Ina', street: 'Wiesenweg 4' }, { givenName: 'Ina', street: 'Wiesenweg 4' }],
    ['a KVNR in small letters', { kvnr: 'a123456780' }, { kvnr: 'A123456780' }],
    [
      'a reason with the doubtful number it is for',
      { kvnr: 'A123456789', kvnrOverrideReason: 'So auf der Karte' },
      { kvnr: 'A123456789', kvnrOverrideReason: 'So auf der Karte' },
    ],
    ['no reason for a number that fits', { kvnr: 'A123456780', kvnrOverrideReason: 'So auf der Karte' }, { kvnr: 'A123456780' }],
  ])('says only what is different: %s', (_, typed, expected) => {
    expect(changesOf(person, { ...entries, ...typed })).toEqual(expected);
  });

  it('leaves nobody without a name or a day of birth', () => {
    expect(missingIn({ ...entries, familyName: ' ', birthDate: '' })).toEqual(['familyName', 'birthDate']);
    expect(missingIn(entries)).toEqual([]);
  });
});
