import type { Page } from '@playwright/test';
import { demoPassword, addressOf, expect, test } from './story';
import { chooseUrgency, enterPerson, findInDirectory, recordRelease, sendReferral, urgencies, writeReason } from './acts/write-referral';
import { enterSlot, goToOffering, holdAndOffer } from './acts/work-on-slots';
import { inventPerson } from './invented';

const clinic = 'Klinik am Wiesenufer';
const offer = 'Psychiatrische Tagesklinik Lörrach';
/** Without loading the page again; how quickly is for the benchmark to say. */
const live = { timeout: 15_000 };

/** Everything on the practice's page of the referral that says where it is and who has it. */
async function showsStep(page: Page, station: string, who: string | RegExp): Promise<void> {
  await expect(page.locator('[aria-current=step]')).toContainText(station, live);
  await expect(page.getByRole('heading', { name: 'Wer hat sie jetzt?' }).locator('..')).toContainText(who, live);
}

test('a referral becomes a booked appointment', async ({ somebody, as, mails, rows }) => {
  const person = inventPerson('Ida');
  // The code with its dot: three letters without it stand in one of a hundred Message-IDs.
  const secrets = [person.familyName, person.givenName, 'Erschöpfung', 'F32.1', 'psychiatr', 'psychisch', 'Tagesklinik'];
  const intake = await as('intake');
  await intake.getByRole('navigation', { name: 'Bereiche' }).getByRole('link', { name: 'Eingang' }).click();
  await expect(intake.getByRole('grid', { name: 'Eingang' })).toBeVisible();

  const gp = await somebody();
  await test.step('the practice signs in and finds a help offer', async () => {
    await gp.goto('/');
    await gp.getByLabel('E-Mail-Adresse').fill(addressOf('gp'));
    await gp.getByLabel('Passwort').fill(demoPassword);
    await gp.getByRole('button', { name: 'Anmelden', exact: true }).click();
    await expect(gp.getByRole('heading', { level: 1, name: /Dr\. Johanna Brugger/ })).toBeVisible();
  });

  const began = Date.now();
  let id = '';
  await test.step('writes a referral on one page, in less than two minutes', async () => {
    await findInDirectory(gp, { words: 'Tagesklinik', place: 'Lörrach', offer });
    const pages: string[] = [];
    gp.on('framenavigated', (frame) => pages.push(new URL(frame.url()).pathname));
    await enterPerson(gp, person);
    await writeReason(gp, {
      reason: 'Erschöpfung, Überlastung',
      question: 'Schläft seit Wochen kaum, bitte um rasche Abklärung.',
      diagnosis: 'F32.1',
    });
    for (const urgency of await urgencies(gp).all()) await expect(urgency, 'no urgency is chosen beforehand').not.toBeChecked();
    await chooseUrgency(gp, /^Sehr dringend/);
    await expect(gp.getByRole('radio', { name: offer }), 'the help offer from the directory is chosen').toBeChecked();
    await recordRelease(gp);
    id = await sendReferral(gp);
    // A draft that is kept meanwhile is noted in the history entry of the same page.
    const others = pages.filter((path) => path !== '/zuweisungen/neu');
    expect(others, 'one page, then the page of the referral').toEqual([`/zuweisungen/${id}`]);
    expect(Date.now() - began).toBeLessThan(120_000);
  });

  // Before anybody shows the new row: the preview follows the focus, and opening it confirms its receipt.
  await showsStep(gp, 'Gesendet', clinic);

  const arrivals = intake.getByRole('button', { name: /^\d+ neue anzeigen$/ });
  const row = intake.getByRole('grid', { name: 'Eingang' }).getByRole('row', { name: new RegExp(person.familyName) });
  await test.step('the clinic sees it at once, without loading the page again', async () => {
    await expect(arrivals.or(row)).toBeVisible(live);
    if (await arrivals.isVisible()) await arrivals.click();
    await expect(row).toBeVisible();
  });
  const preview = intake.getByRole('article', { name: person.inLists });
  await test.step('opening it confirms its receipt', async () => {
    await row.click();
    await expect(preview.getByText('Eingegangen', { exact: true })).toBeVisible();
    await showsStep(gp, 'Eingegangen', clinic);
  });
  await test.step('the clinic checks it, accepts it and puts the person on the waiting list', async () => {
    await preview.getByRole('button', { name: 'Mehr' }).click();
    await preview.getByRole('button', { name: 'In Prüfung nehmen' }).click();
    await showsStep(gp, 'In Prüfung', clinic);
    await preview.getByRole('button', { name: 'Annehmen und weiter' }).click();
    await showsStep(gp, 'Angenommen', clinic);
    await row.click();
    await preview.getByRole('button', { name: 'Auf die Warteliste' }).click();
    await showsStep(gp, 'Warteliste', clinic);
  });

  const slot = await enterSlot(intake, /Vorgespräch Tagesklinik/);
  const reference = (await rows<{ reference: string }>('select reference from referral where id = $1', [id]))[0]!.reference;
  const mailed = () => mails().filter(({ to, text }) => to.includes('brugger@demo.example') && text.includes(reference));
  const mailedBefore = mailed().length;
  await test.step('the person is proposed for the slot, with the reason in one sentence', async () => {
    await goToOffering(intake, slot);
    await expect(intake.getByRole('heading', { name: 'Als Nächstes an der Reihe' })).toBeVisible();
    await expect(intake.getByText(/^Rang\s1: Sehr dringend, wartet seit heute –\s\d+\s% der Zielzeit von 2\sTagen\.$/)).toBeVisible();
    await holdAndOffer(intake, person.spoken);
    await showsStep(gp, 'Warteliste', 'Sie sind am Zug');
  });

  await test.step('the practice is told, by bell and by mail, and the mail says nothing', async () => {
    await gp.getByRole('button', { name: /^Mitteilungen, \d+ ungelesen$/ }).click();
    const notice = gp.getByRole('button', { name: new RegExp(`Ein Platz ist frei.*${reference}`) });
    await expect(notice).toBeVisible(live);
    await expect.poll(() => mailed().length, { timeout: 10_000 }).toBeGreaterThan(mailedBefore);
    for (const { text } of mails()) for (const secret of secrets) expect(text.toLowerCase()).not.toContain(secret.toLowerCase());
    await notice.click();
    await expect(gp.getByRole('heading', { level: 1, name: 'Terminangebote' })).toBeVisible();
  });

  const assistant = await as('mfa');
  await test.step('the practice records that the person comes; whoever answers too late hears so', async () => {
    // The assistant's page hears nothing of what happens meanwhile.
    await assistant.route('**/api/events*', (route) => route.abort());
    await assistant.goto('/angebote');
    await answerWith(assistant, person.spoken);
    await answerWith(gp, person.spoken);
    await gp.getByRole('button', { name: 'Zusage eintragen' }).click();
    await expect(gp.getByText('Zusage eingetragen', { exact: true })).toBeVisible();
    await assistant.getByRole('button', { name: 'Zusage eintragen' }).click();
    await expect(assistant.getByRole('alert').filter({ hasText: 'Dieses Terminangebot ist schon beendet' })).toBeVisible();
  });

  await test.step('the appointment stands on both sides', async () => {
    for (const page of [gp, intake]) {
      await page.goto(`/zuweisungen/${id}`);
      await expect(page.getByText('Termin vereinbart', { exact: true }).first()).toBeVisible();
      await expect(page.getByRole('main')).toContainText(slot.label);
      await showsStep(page, 'Termin', /./);
    }
    const booked = await rows('select 1 from appointment where referral_id = $1 and cancelled_at is null', [id]);
    expect(booked).toHaveLength(1);
  });

  await test.step('the chronicle knows what both sides did and looked at', async () => {
    const lines = await rows<{ email: string; kind: string; verb: string }>(
      `select s.email, c.kind, c.verb from chronicle_entry c join staff s on s.id = c.staff_id
       where c.subject_id = $1 or c.person_id = (select person_id from referral where id = $1) order by c.id`,
      [id],
    );
    const of = (login: 'gp' | 'intake', kind: string) =>
      lines.filter((line) => line.email === addressOf(login) && line.kind === kind).map(({ verb }) => verb);
    expect(of('gp', 'act')).toEqual(expect.arrayContaining(['referral.create', 'referral.submit', 'referral.accept_offer']));
    expect(of('intake', 'act')).toEqual(
      expect.arrayContaining(['referral.acknowledge', 'referral.start_triage', 'referral.accept', 'referral.waitlist', 'referral.offer']),
    );
    expect(of('gp', 'look').length).toBeGreaterThan(0);
    expect(of('intake', 'look').length).toBeGreaterThan(0);
  });
});

/** Opens the answer to an offer and chooses that the person comes. */
async function answerWith(page: Page, spokenName: string): Promise<void> {
  await page.getByRole('button', { name: `Antwort eintragen: ${spokenName}` }).click();
  await page
    .getByRole('dialog')
    .getByRole('radio', { name: /^Zugesagt/ })
    .check();
}
