import * as z from 'zod';
import { dataPartSchema, hiddenPartsSchema, notAboutThePerson, ofPart, shownTo, unlabelledIn, type DataPart } from './data-part';

const answer = z.object({
  id: z.uuid(),
  name: ofPart('identity', z.string()),
  phone: ofPart('contact', z.string().nullable()),
  content: z.object({ taken: ofPart('medication', z.string()).nullable(), clinic: notAboutThePerson(z.string()) }),
  letters: ofPart('letters', z.array(z.string())),
  appointment: ofPart('appointments', z.object({ place: z.string() }).nullable()),
  steps: z.array(z.object({ note: ofPart('notes', z.string().nullable()) })),
  hidden: hiddenPartsSchema,
});
const value = {
  id: 'x',
  name: 'Muster, Ida',
  phone: '07622 1',
  content: { taken: 'Sertralin', clinic: 'Klinik' },
  letters: ['Brief'],
  appointment: { place: 'Haus 3' },
  steps: [{ note: 'eins' }, { note: 'zwei' }],
};

describe('cutting by data part', () => {
  it('leaves what is one’s own as it is, and says that nothing is hidden', () => {
    expect(shownTo(answer, value, null)).toEqual({ ...value, hidden: [] });
  });

  // @req ASVS 5.0.0-8.2.3
  it('takes out what was not released, wherever it stands, and names it', () => {
    expect(shownTo(answer, value, ['identity'])).toEqual({
      id: 'x',
      name: 'Muster, Ida',
      phone: null,
      content: { taken: null, clinic: 'Klinik' },
      letters: [],
      appointment: null,
      steps: [{ note: null }, { note: null }],
      hidden: ['contact', 'medication', 'letters', 'appointments', 'notes'],
    });
  });

  it('does not tell whether there was anything in what is hidden', () => {
    const empty = { ...value, phone: null, letters: [], appointment: null, steps: [], content: { taken: null, clinic: 'Klinik' } };
    expect(shownTo(answer, empty, ['identity']).hidden).toEqual(shownTo(answer, value, ['identity']).hidden);
  });

  it('shows more the more was released, and never anything else', () => {
    const all = dataPartSchema.options;
    for (let count = 0; count <= all.length; count++) {
      const released: DataPart[] = all.slice(0, count);
      const shown = JSON.stringify(shownTo(answer, value, released));
      expect(shown.includes('Sertralin')).toBe(released.includes('medication'));
      expect(shown.includes('07622')).toBe(released.includes('contact'));
      expect(shown.includes('Haus 3')).toBe(released.includes('appointments'));
      expect(shown.includes('zwei')).toBe(released.includes('notes'));
    }
  });

  it('a contract whose text has no label, or whose labels nobody tells of, is found', () => {
    expect(unlabelledIn(answer)).toEqual([]);
    expect(unlabelledIn(answer.extend({ remark: z.string().nullable() }))).toEqual(['answer.remark is a text without a label']);
    expect(unlabelledIn(answer.omit({ hidden: true }))).toContain('answer.phone belongs to contact, and nothing says that it is hidden');
    expect(unlabelledIn(z.object({ items: z.array(answer), nextCursor: z.string().nullable() }))).toEqual([]);
  });
});
