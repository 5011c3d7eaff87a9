import type { ServiceQuestion } from '@lotse/directory/model';
import { guessFields } from './import-fields';
import { readImportRow, type ImportCells } from './read-import-row';

const question = { helpDe: null, helpEn: null, required: false, choices: [] };
const aids: ServiceQuestion = {
  ...question,
  key: 'aids',
  kind: 'choices',
  titleDe: 'Hilfsmittel',
  titleEn: 'Aids',
  part: 'contact',
  choices: [
    { value: 'glasses', de: 'Brille', en: 'Glasses' },
    { value: 'crutch', de: 'Gehstütze', en: 'Crutch' },
  ],
};
const since: ServiceQuestion = {
  ...question,
  key: 'since',
  kind: 'date',
  titleDe: 'Seit wann?',
  titleEn: 'Since when?',
  part: 'diagnosis',
};

const knowledge = {
  reasons: [{ code: 'low_mood', de: 'Gedrückte Stimmung', en: 'Low mood', icdGroup: null }],
  services: new Map([
    ['tagesklinik', ['018f0000-0000-7000-8000-000000000001']],
    ['sprechstunde', ['018f0000-0000-7000-8000-000000000002', '018f0000-0000-7000-8000-000000000003']],
  ]),
  questions: new Map([['018f0000-0000-7000-8000-000000000001', { version: 3, questions: [aids, since] }]]),
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

  it('understands the further fields of the form, and several in one cell', () => {
    const { row, problems } = read({
      service: 'Tagesklinik',
      furtherDiagnoses: 'Angststörung (F41.1, V); Asthma; Rücken (seit 2019)',
      insurance: 'Gesetzlich',
      placementCode: 'abcd-efgh-ijkl',
      interpreter: 'Arabisch',
      accessibility: 'Rollstuhl, braucht Begleitung',
      travelMeans: 'Bus und Bahn',
      travelRadius: '25 km',
      dischargeOn: '1.12.2026',
      ptv11Dates: '2.11.2026, 9.11.2026',
      ptv11Recommendations: 'Akutbehandlung; Psychotherapie',
      ptv11Prompt: 'ja',
      muster6Order: 'Diagnostik',
      extra: 'Hilfsmittel: Brille, Crutch\nSeit wann?: 1.3.2026',
    });
    expect(problems).toEqual([]);
    expect(row?.content).toMatchObject({
      furtherDiagnoses: [
        { text: 'Angststörung', code: 'F41.1', certainty: 'V' },
        { text: 'Asthma', code: null, certainty: null },
        { text: 'Rücken (seit 2019)', code: null, certainty: null },
      ],
      insurance: 'statutory',
      placementCode: 'ABCDEFGHIJKL',
      interpreter: 'ar',
      accessibility: { needs: ['step_free'], note: 'braucht Begleitung' },
      travel: { means: 'public_transport', radiusKm: 25, companion: false },
      dischargeOn: '2026-12-01',
      ptv11: { dates: ['2026-11-02', '2026-11-09'], recommendations: ['acute_treatment', 'outpatient_psychotherapy'], promptNeeded: true },
      muster6: { order: 'Diagnostik', issuedOn: null },
      extra: { version: 3, contact: { aids: ['glasses', 'crutch'] }, diagnosis: { since: '2026-03-01' } },
    });
  });

  it('names the column of what stands inside of a form', () => {
    const { problems } = read({
      insurance: 'Freibier',
      travelRadius: 'weit',
      dischargeOn: 'bald',
      ptv11Dates: '2.11.26',
      ptv11Recommendations: 'Akutbehandlung, Spaziergang',
      muster6IssuedOn: 'neulich',
      extra: 'Hilfsmittel: Brille',
    });
    expect(problems.map(({ field, code }) => [field, code])).toEqual([
      ['insurance', 'unknown-choice'],
      ['ptv11Recommendations', 'unknown-choice'],
      ['extra', 'unknown-question'],
      ['ptv11Dates', 'format'],
      ['muster6IssuedOn', 'format'],
      ['travelRadius', 'format'],
      ['dischargeOn', 'format'],
    ]);
    expect(read({ service: 'Tagesklinik', extra: 'Haustier: Hund' }).problems).toEqual([{ field: 'extra', code: 'unknown-question' }]);
    expect(read({ service: 'Tagesklinik', extra: 'Hilfsmittel: Rollator' }).problems).toEqual([
      { field: 'extra', code: 'unknown-question' },
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
