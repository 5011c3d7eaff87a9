import { letterKinds, letterLanguages, usualLetterTexts } from '@lotse/region/model';
import { officeLetter } from '@lotse/server-kit/print';
import { composeLetter } from './compose-letter';
import { inventedLetter } from './invented.data';
import { filledForm, mobility } from './filled-form.data';
import { words } from './words.data';

const now = new Date('2026-11-22T10:00:00Z');

describe('a letter', () => {
  const letterOf = (changes: Partial<Parameters<typeof composeLetter>[0]> = {}) =>
    composeLetter({ ...inventedLetter('referral', 'de', now), text: usualLetterTexts.de.referral, ...changes });

  it.each(letterKinds.flatMap((kind) => letterLanguages.map((language) => [kind, language] as const)))(
    '%s in %s: everything is filled in',
    (kind, language) => {
      const letter = letterOf({ ...inventedLetter(kind, language, now), text: usualLetterTexts[language][kind] });
      expect(officeLetter(letter)).not.toMatch(/\{\{|undefined|null|NaN/);
      expect(letter.title).toBe(`${words[language].titles[kind]} Z-00000`);
      expect(letter.foot).toContain('Z-00000');
    },
  );

  // @req ASVS 5.0.0-1.2.1, 5.0.0-1.3.7
  it('shows what was typed as text, in the words of the county too', () => {
    const text = { subject: '<b>{{person}}</b>', opening: '<script>alert(1)</script> {{reference}}', closing: '' };
    const base = inventedLetter('referral', 'de', now);
    const delivered = { ...base.delivered, personName: 'O<i>, "Ida"' };
    const markup = officeLetter(letterOf({ text, delivered }));
    expect(markup).toContain('&lt;b&gt;&quot;Ida&quot; O&lt;i&gt;&lt;/b&gt;');
    expect(markup).toContain('&lt;script&gt;alert(1)&lt;/script&gt; Z-00000');
    expect(markup).not.toMatch(/<script|<b>|<i>/);
  });

  it('has a code with the reference only: as an address where the installation is known to have one, otherwise alone', () => {
    const { mark } = letterOf({ address: 'https://lotse.example' });
    expect(mark?.encoded).toBe('https://lotse.example/z/Z-00000');
    expect(letterOf({ address: null }).mark?.encoded).toBe('Z-00000');
  });

  it('says what was not released, and shows nothing in its place', () => {
    const { body } = letterOf();
    expect(body.text).toContain('Nicht freigegeben und deshalb nicht enthalten: Medikation.');
    expect(body.text).not.toContain('<th scope="row">Medikation');
  });

  it('says what forms and the service asked, and nothing where nothing was said', () => {
    expect(letterOf().body.text).not.toContain(words.de.headings.further);
    const base = inventedLetter('referral', 'de', now);
    const delivered = { ...base.delivered, content: { ...base.delivered.content, ...filledForm } };
    const { text } = letterOf({ delivered, questions: [mobility] }).body;
    for (const said of [
      'Angststörung, F41.1, Verdacht',
      'Sagt, dass es so nicht weitergeht.',
      'Kann kommen, mit 48 Stunden Vorlauf',
      'ABCD-EFGH-IJKL',
      'Gesetzlich',
      'Türkisch',
      'Ohne Stufen, Hörgerät links',
      'Bus und Bahn, bis 25 km, Kommt in Begleitung',
      '01.12.2026',
      'Sprechstunde am: 02.11.2026',
      'Empfehlungen: Akutbehandlung (Verhaltenstherapie)',
      'Zeitnah erforderlich? Ja',
      'Kurativ, Mit- oder Weiterbehandlung',
      'Auftrag: Diagnostik',
      'Wie kommen Sie hinein?</th>',
      'Mit Rampe',
    ])
      expect(text).toContain(said);
  });

  it('of somebody without a name says the year, and no day that nobody has said', () => {
    const base = inventedLetter('release_form', 'de', now);
    const delivered = { ...base.delivered, personName: 'P-1042', birthDate: '1984' };
    for (const kind of ['release_form', 'referral'] as const) {
      const { body, subject } = letterOf({ ...base, kind, text: usualLetterTexts.de[kind], delivered });
      expect(`${subject} ${body.text}`).toContain('P-1042, Jahrgang 1984');
      expect(`${subject} ${body.text}`).not.toMatch(/geboren am|01\.01/);
    }
  });

  it('greets colleagues as colleagues and offices as offices', () => {
    expect(letterOf().body.text).toContain(words.de.salutations.colleague);
    const base = inventedLetter('referral', 'de', now);
    expect(letterOf({ addressee: { ...base.addressee, kind: 'county' } }).body.text).toContain(words.de.salutations.office);
  });

  it('says how a return goes on after an acceptance as well, with the service that is suggested', () => {
    const base = inventedLetter('decline', 'de', now);
    const [acknowledged, declined] = base.steps;
    const steps = [acknowledged!, { ...declined!, act: 'hand_back', note: 'no_capacity · Bis Januar voll · Bitte dort anfragen.' }];
    const suggested = { name: 'Tagesklinik Nebenort', organisationName: 'Klinik Nebenort' };
    const { text } = letterOf({ ...base, text: usualLetterTexts.de.decline, steps, suggested }).body;
    expect(text).toMatch(/Bemerkung<\/th>\s*<td>Bis Januar voll[\s\S]*Bitte dort anfragen\.[\s\S]*Tagesklinik Nebenort, Klinik Nebenort/);
  });

  it('says why there is no report', () => {
    const base = inventedLetter('outcome', 'de', now);
    const outcome = { ...base.outcome!, report: null, noReportReason: 'told_by_phone' };
    const { text } = letterOf({ ...base, text: usualLetterTexts.de.outcome, outcome }).body;
    expect(text).toMatch(/Kein Bericht<\/th>\s*<td>Telefonisch besprochen/);
    expect(text).not.toContain(words.de.withoutText);
  });

  it('names a week after a discharge', () => {
    const letter = letterOf({ ...inventedLetter('discharge', 'de', now), text: usualLetterTexts.de.discharge });
    expect(letter.body.text).toMatch(/02\.03\.2026[\s\S]*09\.03\.2026/);
  });
});
