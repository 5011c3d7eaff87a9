import { everythingAsDocument } from './everything-document';

const id = '018f0000-0000-7000-8000-000000000001';
const everything = {
  exportedAt: '2026-11-22T10:00:00.000Z',
  organisation: 'Praxis <Eins>',
  personId: id,
  parts: [
    { part: 'person', rows: [{ id, family_name: '<b>Muster</b>', birth_date: '1970-05-03', version: 3, is_invented: false, phone: null }] },
    { part: 'referral_step', rows: [{ act: 'submit', staff_id: id, at: '2026-01-02T09:30:00Z' }] },
    { part: 'release', rows: [] },
    { part: 'chronicle_entry', rows: [{ verb: 'people/:id' }] },
  ],
};

describe('everything about somebody on paper', () => {
  const document = everythingAsDocument(everything, new Map([[id, 'Dr. Ida']]), 'de');

  it('says it in words, with names in the place of identifiers and nothing that says how it is kept', () => {
    expect(document.body.text).toContain('Angaben zur Person');
    expect(document.body.text).toContain('<dd>03.05.1970</dd>');
    expect(document.body.text).toContain('<dd>Dr. Ida</dd>');
    expect(document.body.text).toContain('nichts gespeichert');
    for (const absent of [id, 'version', 'is_invented', 'people/:id', '<dd></dd>']) expect(document.body.text).not.toContain(absent);
  });

  it('what somebody typed is text, whatever it looks like', () => {
    expect(document.body.text).toContain('&lt;b&gt;Muster&lt;/b&gt;');
    expect(document.title).not.toContain('Muster');
  });
});
