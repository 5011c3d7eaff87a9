import { bringToInbox, bringToWaitingList } from './acts/bring-in';
import { enterSlot, goToOffering, holdAndOffer } from './acts/work-on-slots';
import { chooseUrgency, enterPerson, recordRelease, sendReferral, typeDay, writeReason } from './acts/write-referral';
import { inventPerson } from './invented';
import { addressOf, demoPassword, expect, test } from './story';

const question = 'Bitte um Abklärung und Rückmeldung, ob eine Behandlung nötig ist.';

test('whoever comes second sees what has changed, and keeps what they wrote', async ({ as }) => {
  const person = inventPerson('Lena');
  const [gp, fast, slow] = [await as('gp'), await as('intake'), await as('intake')];
  const id = await bringToInbox({ gp, person, offer: 'Psychiatrische Tagesklinik Lörrach', urgency: 'soon' });
  await fast.goto(`/zuweisungen/${id}`);
  await fast.getByRole('button', { name: 'Eingang bestätigen' }).click();
  await expect(fast.getByText('Eingegangen', { exact: true }).first()).toBeVisible();

  // The slower one hears nothing of what happens meanwhile.
  await slow.route('**/api/events*', (route) => route.abort());
  await slow.goto(`/zuweisungen/${id}`);
  const written = 'Welche Medikamente wurden schon versucht?';
  await slow.getByRole('button', { name: 'Rückfrage stellen' }).click();
  await slow.getByLabel('Punkt 1').fill(written);
  await typeDay(slow, /^Antwort erbeten bis/, ['31', '12', '2099']);
  await fast.getByRole('button', { name: 'In Prüfung nehmen' }).click();
  await expect(fast.getByText('In Prüfung', { exact: true }).first()).toBeVisible();

  await slow.getByRole('button', { name: 'Rückfrage senden' }).click();
  const banner = slow.getByRole('alert').filter({ hasText: 'Jemand war schneller. Ihre Änderung wurde nicht gespeichert.' });
  await expect(banner).toContainText(/Martina Keller \(Klinik am Wiesenufer\), .* Uhr: In Prüfung genommen/);
  await expect(slow.getByLabel('Punkt 1')).toHaveValue(written);
  await banner.getByRole('button', { name: /^Erneut anwenden: Rückfrage stellen/ }).click();
  await expect(slow.getByText('Rückfrage offen', { exact: true }).first()).toBeVisible();
});

test('whoever decides reads first what has changed, and keeps what they wrote', async ({ as }) => {
  const person = inventPerson('Nora');
  const [gp, intake] = [await as('gp'), await as('intake')];
  const id = await bringToInbox({ gp, person, offer: 'Psychiatrische Tagesklinik Lörrach', urgency: 'soon' });
  await intake.goto(`/zuweisungen/${id}`);
  await intake.getByRole('button', { name: 'Eingang bestätigen' }).click();
  const seen = intake.waitForResponse((answer) => answer.url().endsWith('/seen') && answer.ok());
  await intake.getByRole('button', { name: 'Zurückgeben' }).click();
  const form = intake.getByRole('form', { name: 'Zurückgeben' });
  const written = 'Bitte an die Suchtberatung wenden.';
  await form.getByRole('textbox', { name: /^In Worten/ }).fill(written);
  await seen;

  await gp.goto(`/zuweisungen/${id}`);
  await gp.getByRole('button', { name: 'Mehr', exact: true }).click();
  await gp.getByRole('button', { name: 'Frist setzen' }).click();
  await gp.getByLabel('Frist', { exact: true }).selectOption({ label: 'Anschlusstermin nach Entlassung' });
  await typeDay(gp, /^Beginnt am/, ['1', '12', '2099']);
  await gp.getByRole('form', { name: 'Frist setzen' }).getByRole('button', { name: 'Frist setzen' }).click();
  await expect(gp.getByText('Frist gesetzt.').first()).toBeVisible();

  const changed = form.getByText('Frist: Anschlusstermin nach Entlassung');
  await expect(changed).toBeVisible();
  await expect(form.getByRole('textbox', { name: /^In Worten/ })).toHaveValue(written);
  await form.getByRole('combobox', { name: 'Grund' }).selectOption({ label: 'Anderes Angebot passt besser' });
  await form.getByRole('combobox', { name: /^Wie geht es/ }).selectOption({ index: 2 });
  await form.getByRole('button', { name: 'Zuweisung zurückgeben' }).click();
  await expect(form.getByText('Bestätigen Sie, dass Sie die Änderungen gelesen haben.')).toBeVisible();
  await form.getByRole('checkbox', { name: 'Ich habe die Änderungen gelesen' }).check();
  await form.getByRole('button', { name: 'Zuweisung zurückgeben' }).click();
  await expect(intake.getByText('Zurückgegeben', { exact: true }).first()).toBeVisible();
});

test('an answer that is being typed outlives the offer', async ({ as }) => {
  const person = inventPerson('Tina');
  const [gp, assistant, intake] = [await as('gp'), await as('mfa'), await as('intake')];
  await bringToWaitingList({ gp, intake, person, offer: 'Psychiatrische Tagesklinik Lörrach', urgency: 'very_urgent' });
  await goToOffering(intake, await enterSlot(intake, /Vorgespräch Tagesklinik/));
  await holdAndOffer(intake, person.spoken);
  for (const page of [gp, assistant]) {
    await page.goto('/angebote');
    await page.getByRole('button', { name: `Antwort eintragen: ${person.spoken}` }).click();
  }
  const dialog = gp.getByRole('dialog');
  const comment = dialog.getByRole('textbox', { name: /^Anmerkung/ });
  await dialog.getByRole('radio', { name: /^Abgesagt/ }).check();
  await comment.fill('Sie ruft morgen zurück.');
  await assistant.getByRole('radio', { name: /^Zugesagt/ }).check();
  await assistant.getByRole('button', { name: 'Zusage eintragen' }).click();
  await expect(assistant.getByText('Zusage eingetragen', { exact: true })).toBeVisible();

  // Whoever is on the phone hears of it without having to save in vain.
  await expect(dialog.getByRole('alert').filter({ hasText: 'Dieses Terminangebot ist schon beendet' })).toBeVisible();
  await expect(comment).toHaveValue('Sie ruft morgen zurück.');
});

test('a session that ends under a form is opened again above it', async ({ as, rows }) => {
  const person = inventPerson('Uwe');
  const gp = await as('gp');
  await gp.goto('/zuweisungen/neu');
  await enterPerson(gp, person);
  await writeReason(gp, { reason: 'Schlafstörung', question });
  await chooseUrgency(gp, /^Regulär/);
  await gp.getByRole('radio', { name: 'Psychiatrische Institutsambulanz Lörrach' }).check();
  await recordRelease(gp);
  await gp.context().clearCookies();
  await gp.getByRole('button', { name: 'Zuweisung senden' }).click();
  const dialog = gp.getByRole('dialog', { name: 'Bitte melden Sie sich wieder an' });
  await expect(dialog.getByLabel('E-Mail-Adresse')).toHaveValue(addressOf('gp'));
  await dialog.getByLabel('Passwort').fill(demoPassword);
  await dialog.getByRole('button', { name: 'Anmelden', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(gp.getByLabel('Frage an die aufnehmende Stelle')).toHaveValue(question);
  const id = await sendReferral(gp);
  const sent = await rows<{ id: string }>(`select r.id from referral r join person p on p.id = r.person_id where p.family_name = $1`, [
    person.familyName,
  ]);
  expect(sent).toEqual([{ id }]);
});

test('changing the language in the middle of a form costs nothing', async ({ as }) => {
  const person = inventPerson('Vera');
  const gp = await as('gp');
  await gp.goto('/zuweisungen/neu');
  await enterPerson(gp, person);
  await chooseUrgency(gp, /^Regulär/);
  for (const language of ['English', 'Deutsch']) {
    await gp.getByRole('button', { name: language, exact: true }).first().click();
    await expect(gp.getByRole('heading', { level: 1 })).toContainText(language === 'English' ? 'New referral' : 'Neue Zuweisung');
    await expect(gp.locator('#field-familyName')).toHaveValue(person.familyName);
    await expect(gp.locator('#field-birthDate-year')).toHaveValue(person.birthDate[2]);
    await expect(gp.getByRole('radio', { name: language === 'English' ? /^Routine/ : /^Regulär/ })).toBeChecked();
  }
});
