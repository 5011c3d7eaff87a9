import { guessFields } from './import-fields';
import { readImportRow, type ImportCells } from './read-import-row';

const knowledge = {
  reasons: [{ code: 'low_mood', de: 'Gedrückte Stimmung', en: 'Low mood', icdGroup: null }],
  services: new Map([
    ['tagesklinik', ['018f0000-0000-7000-8000-000000000001']],
    ['sprechstunde', ['018f0000-0000-7000-8000-000000000002', '018f0000-0000-7000-8000-000000000003']],
  ]),
};
const needed: ImportCells = { familyName: 'Muster', givenName: 'Ida', birthDate: '3.2.1980' };
const read = (more: ImportCells = {}) => readImportRow({ ...needed, ...more }, knowledge);

describe('reading a row of a table', () => {
  it('understands days, words and blanks as they are written in offices', () => {
    const { row, problems } = read({
      sex: 'weiblich',
      service: ' Tagesklinik ',
      reason: 'gedrückte stimmung',
      urgency: 'Zeitnah',
      shortNotice: 'ja',
      certainty: 'v',
      language: 'Türkisch',
      phone: '  ',
      kvnr: 'a123456780',
    });
    expect(problems).toEqual([]);
    expect(row).toEqual({
      person: { familyName: 'Muster', givenName: 'Ida', birthDate: '1980-02-03', sex: 'female', language: 'tr', kvnr: 'A123456780' },
      content: {
        serviceId: '018f0000-0000-7000-8000-000000000001',
        reason: 'low_mood',
        certainty: 'V',
        urgency: 'soon',
        shortNotice: true,
      },
    });
  });

  it('names every cell that is wrong, each once', () => {
    const { row, problems } = read({
      birthDate: '3.2.80',
      service: 'Sprechstunde',
      postcode: '7965',
      question: 'x'.repeat(2001),
      sex: '?',
    });
    expect(row).toBeUndefined();
    expect(problems).toEqual([
      { field: 'sex', code: 'unknown-choice' },
      { field: 'birthDate', code: 'format' },
      { field: 'postcode', code: 'format' },
      { field: 'question', code: 'too-long' },
      { field: 'service', code: 'several-services' },
    ]);
  });

  it('a KVNR whose check digit is wrong needs a reason, as by hand', () => {
    expect(read({ kvnr: 'A123456789' }).problems).toEqual([{ field: 'kvnr', code: 'kvnr-check-digit' }]);
    expect(read({ kvnr: 'A123456789', kvnrOverrideReason: 'Karte gesehen' }).problems).toEqual([]);
  });
});

describe('what columns hold', () => {
  it('is guessed from their headings in German and English, each field once', () => {
    expect(guessFields(['Nachname', 'Vorname', 'Geb.-Datum', 'PLZ', 'Straße', 'Name', 'Bemerkung'])).toEqual([
      'familyName',
      'givenName',
      'birthDate',
      'postcode',
      'street',
      undefined,
      undefined,
    ]);
    expect(guessFields(['First name', 'Surname', 'Date of birth', 'Urgency'])).toEqual(['givenName', 'familyName', 'birthDate', 'urgency']);
  });
});
