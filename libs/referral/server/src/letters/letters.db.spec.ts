import { pathOf, type QueryInput } from '@lotse/kernel';
import { createPerson, recordRelease, revokeRelease } from '@lotse/people/model';
import {
  acknowledgeReferral,
  createReferral,
  declineReferral,
  previewLetter,
  printLetter,
  readLetters,
  readReferral,
  submitReferral,
} from '@lotse/referral/model';
import { changeLetterTemplate, readLetterTemplates, usualLetterTexts } from '@lotse/region/model';
import { addStaff, readPdf, type ReadPdf, type TestStaff } from '@lotse/server-kit/testing';
import { referralStory, type ReferralStory, type Sent } from '../testing/referral-story';

const canaries = ['Kanarienmittel', 'Kanarienversuch', '07622 4711', 'Kanarienweg'];

describe('letters', () => {
  let story: ReferralStory;
  let sent: Sent;
  let releaseId: string;

  beforeAll(async () => {
    story = await referralStory({ PUBLIC_URL: 'http://lotse.example' });
    await story.database.query(`update organisation set street = 'Dorfstr. 1', postcode = '79650', place = 'Musterdorf', fax = '07622 2'`);
    const who = { familyName: 'Müster', givenName: 'Ida', birthDate: '1970-05-03', phone: '07622 4711', street: 'Kanarienweg 7' };
    const person = await story.practice.get(createPerson, { body: who });
    const params = { id: person.id };
    const release = await story.practice.get(recordRelease, { params, body: { ...terms, recipientOrganisationId: story.county.clinic } });
    releaseId = release.id;
    const content = { medication: 'Kanarienmittel', triedSoFar: 'Kanarienversuch', diagnosis: 'F32.1', certainty: 'V' as const };
    const body = { personId: person.id, serviceId: story.county.service, ...needed, ...content };
    const { id } = await story.practice.get(createReferral, { body });
    const { version } = await story.practice.get(submitReferral, { params: { id }, version: 1 });
    sent = { id, personId: person.id, version };
  });
  afterAll(() => story.stop());

  async function print(staff: TestStaff, query: QueryInput<typeof printLetter>): Promise<{ status: number; file: Buffer; name: string }> {
    const answer = await story.server.app.inject({
      url: pathOf(printLetter, { id: sent.id }),
      query: query as Record<string, string>,
      headers: { cookie: `lotse_session=${staff.token}` },
    });
    return { status: answer.statusCode, file: answer.rawPayload, name: String(answer.headers['content-disposition']) };
  }
  async function letter(staff: TestStaff, query: QueryInput<typeof printLetter>): Promise<ReadPdf> {
    const { status, file } = await print(staff, query);
    expect(status).toBe(200);
    return readPdf(file);
  }
  const oneLine = ({ text }: ReadPdf): string => text.replaceAll(/\s+/g, ' ');

  it('the referral: what was released and nothing else, tagged, with its typeface, from the data on the screen', async () => {
    const read = await letter(story.county.gp, { kind: 'referral' });
    const text = oneLine(read);
    for (const released of ['Ida Müster', '03.05.1970', 'F32.1, Verdacht', 'Bitte um Abklärung', 'Klinik Eins', 'Seite 1 von 1'])
      expect(text).toContain(released);
    for (const canary of canaries) expect(text).not.toContain(canary);
    expect(text).toContain('Nicht freigegeben und deshalb nicht enthalten: Kontaktdaten, Medikation, Gefährdung, Notizen');
    const { fingerprint, reference } = await story.look(sent);
    expect(text).toContain(fingerprint.slice(0, 16).match(/.{4}/g)!.join(' '));
    expect(read).toMatchObject({ language: 'de', title: `Zuweisungsbrief ${reference}`, fontsEmbedded: true, pages: 1 });
    expect(read.tags).toEqual(expect.arrayContaining(['H1', 'H2', 'Table', 'TH', 'TD', 'P', 'Figure']));
  });

  it('a letter that the receiver prints is cut the same way, and in English for those who read English', async () => {
    const read = await letter(story.county.intake, { kind: 'referral', language: 'en' });
    expect(read.language).toBe('en');
    expect(oneLine(read)).toContain('Not released, and therefore not included: contact details, medication, risk, notes');
    for (const canary of canaries) expect(read.text).not.toContain(canary);
  });

  it('the form names recipients and parts as they were recorded', async () => {
    const text = oneLine(await letter(story.county.gp, { kind: 'release_form' }));
    expect(text).toContain('Klinik Eins');
    expect(text).toContain('Angaben zur Person, Diagnose');
    expect(text).toContain('Abklärung und Behandlung');
    expect(text).toContain('31.12.2099');
  });

  it('fits what has happened: receipt once it was confirmed, the way forward once it was returned', async () => {
    expect((await print(story.county.intake, { kind: 'acknowledgement' })).status).toBe(422);
    await story.does(sent, acknowledgeReferral);
    expect(oneLine(await letter(story.county.intake, { kind: 'acknowledgement' }))).toContain('Eingegangen am');
    const wayForward = 'Tagesklinik Nebenort, 07622 99';
    await story.does(sent, declineReferral, { reason: 'no_capacity', comment: 'Leider voll', wayForward });
    const text = oneLine(await letter(story.county.intake, { kind: 'decline' }));
    for (const told of ['Kein Platz in absehbarer Zeit', 'Leider voll', wayForward]) expect(text).toContain(told);
    expect((await print(story.county.gp, { kind: 'decline' })).status).toBe(422);
  });

  it('every print is known: to the own side, in the chronicle, by kind and with what it showed', async () => {
    const { prints, kinds } = await story.practice.get(readLetters, { params: { id: sent.id } });
    expect(kinds).toEqual(['referral', 'discharge', 'release_form']);
    expect(prints.map(({ kind }) => kind)).toEqual(['release_form', 'referral']);
    expect(prints[1]!.fingerprint).toBe((await story.clinic.get(readReferral, { params: { id: sent.id } })).fingerprint);
    const lines = await story.database.query<{ verb: string }>(
      `select verb from chronicle_entry where verb = 'referrals/:id/letter' and person_id = $1`,
      [sent.personId],
    );
    expect(lines.length).toBeGreaterThanOrEqual(5);
    const { name } = await print(story.county.gp, { kind: 'referral' });
    expect(name).toMatch(/^inline; filename="Zuweisungsbrief-Z-\d+\.pdf"$/);
  });

  it('the words of the county are used from their day on, checked, and can go back', async () => {
    const staff = await addStaff(story.database, story.county.otherClinic, ['region_admin']);
    const admin = story.server.as(staff);
    const { version, items } = await admin.get(readLetterTemplates);
    expect(items.find(({ kind, language }) => kind === 'referral' && language === 'de')?.isUsual).toBe(true);
    const text = { ...usualLetterTexts.de.referral, opening: 'Grüezi {{person}} <b>' };
    const body = { kind: 'referral' as const, language: 'de' as const, effectiveFrom: today(), text };
    const wrong = await admin.call(changeLetterTemplate, { version, body: { ...body, text: { ...text, closing: '{{diagnosis}}' } } });
    expect(wrong).toMatchObject({ status: 422, problem: { code: 'unknown-placeholder', fields: [{ field: 'text.closing' }] } });
    expect((await admin.call(changeLetterTemplate, { version, body: { ...body, effectiveFrom: '2020-01-01' } })).status).toBe(422);
    const changed = await admin.get(changeLetterTemplate, { version, body });
    expect(oneLine(await letter(story.county.gp, { kind: 'referral' }))).toContain('Grüezi Ida Müster <b>');
    expect((await admin.call(changeLetterTemplate, { version, body })).problem?.code).toBe('version-stale');
    await admin.get(changeLetterTemplate, { version: changed.version, body: { ...body, text: null } });
    expect(oneLine(await letter(story.county.gp, { kind: 'referral' }))).toContain('wir bitten Sie um die Mitbehandlung');
    expect((await story.practice.call(readLetterTemplates)).status).toBe(403);
    const shown = await admin.get(previewLetter, { body: { kind: 'outcome', language: 'de', text: usualLetterTexts.de.outcome } });
    expect(Buffer.from(shown.picture, 'base64').subarray(1, 4).toString()).toBe('PNG');
    expect(readPdf(Buffer.from(shown.document, 'base64')).text).toContain('Robin Beispiel');
  });

  it('nothing leaves for the receiver once the release is revoked', async () => {
    await story.practice.get(revokeRelease, { params: { id: releaseId }, version: 1, body: { how: 'phone' } });
    expect((await print(story.county.gp, { kind: 'referral' })).status).toBe(422);
    expect((await print(story.county.intake, { kind: 'referral' })).status).toBe(404);
  });
});

const today = () => new Date().toLocaleDateString('sv', { timeZone: 'Europe/Berlin' });
const needed = { reason: 'low_mood', question: 'Bitte um Abklärung', urgency: 'soon' } as const;
const terms = {
  purpose: 'Abklärung und Behandlung',
  dataParts: ['identity' as const, 'diagnosis' as const],
  coversHealthData: true as const,
  form: 'written' as const,
  givenOn: '2026-01-02',
  validUntil: '2099-12-31',
};
