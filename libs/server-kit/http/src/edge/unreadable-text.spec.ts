import fc from 'fast-check';
import { isReadableQuery, refusalOfUnreadable, unreadableIn } from './unreadable-text';

const refused = (json: string) => refusalOfUnreadable(json, JSON.parse(json))?.problem.fields[0];

describe('a text that no database keeps', () => {
  // @req ASVS 5.0.0-1.3.3
  it('is refused by its field, however deep it stands, in a value or in a name', () => {
    expect(refused(String.raw`{"person":{"names":["Ida","I\u0000da"]}}`)).toMatchObject({
      field: 'person.names.1',
      code: 'unreadable-character',
    });
    expect(refused(String.raw`{"a":"half a letter: \ud83d"}`)?.field).toBe('a');
    expect(refused(String.raw`{"a":{"b\u0000":1}}`)?.field).toBe('a');
    expect(refused(String.raw`{"\u0000":1}`)?.field).toBe('');
  });

  it('is not what stands there with a backslash before it, nor a letter outside of the first 65,536', () => {
    expect(refused(String.raw`{"a":"\\u0000","b":"\ud83d\ude42","c":"Zoë 🙂"}`)).toBeUndefined();
    fc.assert(fc.property(fc.jsonValue(), (value) => unreadableIn(value) === undefined || JSON.stringify(value).includes('\\u')));
  });

  it('is found in an address too', () => {
    expect([isReadableQuery('/api/people?text=a%00b'), isReadableQuery('/api/people?text=100%25')]).toEqual([false, true]);
  });
});
