import { addressOf, demoPassword, expect, test } from './story';
import { bringToInbox, bringToWaitingList, post } from './acts/bring-in';
import { enterSlot, goToOffering, holdAndOffer } from './acts/work-on-slots';
import { chooseUrgency, enterPerson, recordRelease, sendReferral, typeDay, writeReason } from './acts/write-referral';
import { inventPerson, wrongKvnr } from './invented';

const question = 'Bitte um Abklärung und Rückmeldung, ob eine Behandlung nötig ist.';

test('what is missing or wrong is said at once, and nothing typed is lost', async ({ as }) => {
  const person = inventPerson('Clara');
  const gp = await as('gp');
  await gp.goto('/zuweisungen/neu');
  const summary = gp.getByRole('alert').filter({ hasText: 'Ihre Eingaben sind noch da.' });

  await test.step('a birth date in the future is no birth date', async () => {
    await typeDay(gp, /Geburtsdatum/, ['31', '12', '2099']);
    await expect(gp.getByText('Das Geburtsdatum liegt in der Zukunft. Bitte prüfen Sie das Jahr.').first()).toBeVisible();
    await typeDay(gp, /Geburtsdatum/, ['31', '02', '1980']);
    await gp
      .getByRole('group', { name: /Geburtsdatum/ })
      .getByLabel('Jahr', { exact: true })
      .blur();
    await expect(gp.getByText('Diesen Tag gibt es nicht. Bitte prüfen Sie Tag, Monat und Jahr.')).toBeVisible();
    await typeDay(gp, /Geburtsdatum/, ['', '', '']);
    await expect(gp.getByText('Diesen Tag gibt es nicht. Bitte prüfen Sie Tag, Monat und Jahr.')).toBeHidden();
  });

  await test.step('sending too early lists what is missing; each line leads to its field', async () => {
    await gp.getByLabel('Vorname').fill(person.givenName);
    await gp.getByLabel('Frage an die aufnehmende Stelle').fill(question);
    await gp.getByRole('button', { name: 'Zuweisung senden' }).click();
    await expect(summary).toBeFocused();
    for (const [line, field] of [
      ['Tragen Sie den Familiennamen ein.', gp.getByLabel('Familienname')],
      ['Tragen Sie das Geburtsdatum vollständig ein.', gp.getByRole('group', { name: /Geburtsdatum/ }).getByLabel('Tag', { exact: true })],
      ['Wählen Sie den Anlass.', gp.getByLabel('Anlass der Zuweisung')],
    ] as const) {
      await summary.getByRole('link', { name: line }).click();
      await expect(field).toBeFocused();
      await expect(field).toHaveAttribute('aria-invalid', 'true');
    }
    for (const line of [
      'Wählen Sie die Dringlichkeit.',
      'Wählen Sie, wohin die Zuweisung geht.',
      'Wählen Sie, in welcher Form die Freigabe vorliegt.',
    ])
      await expect(summary.getByRole('link', { name: line })).toBeVisible();
    await expect(gp.getByLabel('Vorname')).toHaveValue(person.givenName);
    await expect(gp.getByLabel('Frage an die aufnehmende Stelle')).toHaveValue(question);
  });

  await test.step('a wrong check digit is a warning, with a way on', async () => {
    const kvnr = gp.getByRole('textbox', { name: /KVNR/ });
    const number = wrongKvnr();
    await gp.getByLabel('Familienname').fill(person.familyName);
    await typeDay(gp, /Geburtsdatum/, person.birthDate);
    await kvnr.fill('A12345678');
    await kvnr.blur();
    await expect(gp.getByText(/^Die Nummer besteht aus einem Buchstaben und 9 Ziffern/).first()).toBeVisible();
    await kvnr.fill(number);
    await expect(gp.getByText(/^Die Prüfziffer passt nicht\. Vergleichen Sie mit der Karte/).first()).toBeVisible();
    await gp.getByRole('checkbox', { name: /^Nummer trotzdem übernehmen/ }).check();
    await gp.getByLabel('Warum ist die Nummer richtig?').fill('So steht sie auf der Karte.');
    await expect(gp.getByText(/^Die Prüfziffer passt nicht\. Vergleichen Sie mit der Karte/)).toHaveCount(0);
    await expect(kvnr).toHaveValue(number);
  });

  await test.step('a reload loses nothing either', async () => {
    await gp.waitForTimeout(500);
    await gp.reload();
    await expect(gp.getByText(/^Ihre Eingaben von .* sind noch da\.$/)).toBeVisible();
    await expect(gp.getByLabel('Familienname')).toHaveValue(person.familyName);
    await expect(gp.getByLabel('Frage an die aufnehmende Stelle')).toHaveValue(question);
  });

  await test.step('what has been mended is sent', async () => {
    await gp.getByLabel('Anlass der Zuweisung').selectOption('Schlafstörung');
    await chooseUrgency(gp, /^Zeitnah/);
    await gp.getByRole('radio', { name: 'Psychiatrische Institutsambulanz Lörrach' }).check();
    await recordRelease(gp);
    await sendReferral(gp);
    await expect(gp.getByRole('heading', { level: 1, name: person.inLists })).toBeVisible();
  });
});

test('a number that somebody has already is said at its field', async ({ as }) => {
  const [gp, number] = [await as('gp'), wrongKvnr()];
  const taken = {
    familyName: 'Muster',
    givenName: 'Jan',
    birthDate: '1950-01-01',
    kvnr: number,
    kvnrOverrideReason: 'So steht sie auf der Karte.',
  };
  await post(gp, 'people', taken);
  const person = inventPerson('Paul');
  await gp.goto('/zuweisungen/neu');
  await enterPerson(gp, person);
  const kvnr = gp.getByRole('textbox', { name: /KVNR/ });
  await kvnr.fill(number);
  await gp.getByRole('checkbox', { name: /^Nummer trotzdem übernehmen/ }).check();
  await gp.getByLabel('Warum ist die Nummer richtig?').fill('So steht sie auf der Karte.');
  await writeReason(gp, { reason: 'Panikattacken', question });
  await chooseUrgency(gp, /^Zeitnah/);
  await gp.getByRole('radio', { name: 'Psychiatrische Institutsambulanz Lörrach' }).check();
  await recordRelease(gp);
  await gp.getByRole('button', { name: 'Zuweisung senden' }).click();
  await expect(kvnr).toHaveAttribute('aria-invalid', 'true');
  await expect(gp.getByText('Auf unserer Seite ist etwas schiefgegangen')).toHaveCount(0);
  await expect(gp.getByLabel('Frage an die aufnehmende Stelle')).toHaveValue(question);
});

test('the server’s refusal keeps what was typed, and sending again sends once', async ({ as, rows }) => {
  const person = inventPerson('Emil');
  const gp = await as('gp');
  await gp.goto('/zuweisungen/neu');
  await enterPerson(gp, person);
  await writeReason(gp, { reason: 'Schlafstörung', question });
  await chooseUrgency(gp, /^Regulär/);
  await gp.getByRole('radio', { name: 'Psychiatrische Institutsambulanz Lörrach' }).check();
  await recordRelease(gp);
  await test.step('the connection breaks while it is being sent', async () => {
    let lost = 0;
    await gp.route('**/api/referrals', async (route) => {
      if (route.request().method() !== 'POST' || lost > 0) return route.continue();
      lost++;
      // The server does it; the answer gets lost on the way.
      await route.fetch();
      return route.abort('connectionreset');
    });
    await gp.getByRole('button', { name: 'Zuweisung senden' }).click();
    await expect(gp.getByRole('alert').filter({ hasText: 'Keine Verbindung.' }).first()).toBeVisible();
    await expect(gp.getByLabel('Frage an die aufnehmende Stelle')).toHaveValue(question);
  });
  const id = await sendReferral(gp);
  const sent = await rows<{ id: string }>(`select r.id from referral r join person p on p.id = r.person_id where p.family_name = $1`, [
    person.familyName,
  ]);
  expect(sent).toEqual([{ id }]);
});

test('whoever comes second sees what has changed, and keeps what they wrote', async ({ as }) => {
  const person = inventPerson('Lena');
  const [gp, fast, slow] = [await as('gp'), await as('intake'), await as('intake')];
  const id = await bringToInbox({ gp, person, offer: 'Psychiatrische Tagesklinik Lörrach', urgency: 'soon' });
  await fast.goto(`/zuweisungen/${id}`);
  await fast.getByRole('button', { name: 'Eingang bestätigen' }).click();
  await expect(fast.getByText('Eingegangen', { exact: true }).first()).toBeVisible();

  // The slower one hears nothing of what happens meanwhile.
  await slow.route('**/api/events', (route) => route.abort());
  await slow.goto(`/zuweisungen/${id}`);
  const written = 'Welche Medikamente wurden schon versucht?';
  await slow.getByRole('button', { name: 'Rückfrage stellen' }).click();
  await slow.getByLabel('Ihre Frage').fill(written);
  await typeDay(slow, /^Antwort erbeten bis/, ['31', '12', '2099']);
  await fast.getByRole('button', { name: 'In Prüfung nehmen' }).click();
  await expect(fast.getByText('In Prüfung', { exact: true }).first()).toBeVisible();

  await slow.getByRole('button', { name: 'Rückfrage senden' }).click();
  const banner = slow.getByRole('alert').filter({ hasText: 'Jemand war schneller. Ihre Änderung wurde nicht gespeichert.' });
  await expect(banner).toContainText('Martina Keller (Klinik am Wiesenufer): neuer Stand „In Prüfung“');
  await expect(slow.getByLabel('Ihre Frage')).toHaveValue(written);
  await banner.getByRole('button', { name: /^Erneut: Rückfrage stellen/ }).click();
  await expect(slow.getByText('Rückfrage offen', { exact: true }).first()).toBeVisible();
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

  // Long enough for the other page to have heard.
  await gp.waitForTimeout(1_500);
  await expect(comment).toHaveValue('Sie ruft morgen zurück.');
  const save = dialog.getByRole('button', { name: 'Absage eintragen' });
  if (await save.isVisible()) {
    await dialog.getByRole('radio', { name: 'Zeit passt nicht' }).check();
    await save.click();
  }
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
