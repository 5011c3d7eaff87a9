import { everythingAsDocument } from './everything-document';

const id = '018f0000-0000-7000-8000-000000000001';
const everything = {
  exportedAt: '2026-11-22T10:00:00.000Z',
  organisation: 'Praxis <Eins>',
  personId: id,
  parts: [
    {
      part: 'person',
      rows: [{ id, family_name: '<b>Muster</b>', birth_date: '1970-05-03', sex: 'female', language: 'tr', version: 3, match_keys: ['x'] }],
    },
    {
      part: 'referral_step',
      rows: [
        { act: 'submit', staff_id: id, at: '2026-01-02T09:30:00Z', to_state: 'requested', before: { version: 3 } },
        { act: 'decline', note: 'no_capacity · Zurzeit alles belegt, accepted wird erst im Mai.' },
      ],
    },
    {
      part: 'referral',
      rows: [{ state: 'in_triage', reason: 'low_mood', urgency: 'soon', medication: 'soon', travel: { means: 'car', radiusKm: 20 } }],
    },
    { part: 'access_grant', rows: [{ basis: 'leg', parts: ['identity', 'risk'] }] },
    { part: 'release', rows: [] },
    { part: 'chronicle_entry', rows: [{ verb: 'people/:id' }] },
  ],
};

describe('everything about somebody on paper', () => {
  const document = everythingAsDocument(everything, {
    language: 'de',
    names: new Map([[id, 'Dr. Ida']]),
    reasons: new Map([
      ['no_capacity', 'Kein Platz frei'],
      ['low_mood', 'Gedrückte Stimmung'],
      ['female', 'Grund weiblich'],
    ]),
  });

  it('says it in words, with names in the place of identifiers and nothing that says how it is kept', () => {
    expect(document.body.text).toContain('Angaben zur Person');
    expect(document.body.text).toContain('<dd>03.05.1970</dd>');
    expect(document.body.text).toContain('<dd>Dr. Ida</dd>');
    expect(document.body.text).toContain('Dazu ist nichts gespeichert: Freigaben');
    for (const absent of [id, 'version', 'match', 'people/:id', '<dd></dd>']) expect(document.body.text).not.toContain(absent);
  });

  it.each([
    'weiblich', 'Türkisch', 'Zuweisung gesendet', 'gesendet', 'in Prüfung', 'Gedrückte Stimmung', 'zeitnah',
    'Kein Platz frei · Zurzeit alles belegt, accepted wird erst im Mai.', 'Womit: mit dem Auto; Höchstens km: 20', 'Angaben zur Person, Gefährdung',
  ])('says what a code means: %s', (words) => expect(document.body.text).toContain(`<dd>${words}</dd>`)); // prettier-ignore

  it('takes no word for a code that staff have written themselves', () => {
    expect(document.body.text).toMatch(/<dt>Medikamente<\/dt>\s*<dd>soon<\/dd>/);
  });

  it('has the details in the order in which somebody reads them', () => {
    expect(document.body.text.indexOf('Nachname')).toBeLessThan(document.body.text.indexOf('Geburtsdatum'));
  });

  it('what somebody typed is text, whatever it looks like', () => {
    expect(document.body.text).toContain('&lt;b&gt;Muster&lt;/b&gt;');
    expect(document.title).not.toContain('Muster');
  });
});
