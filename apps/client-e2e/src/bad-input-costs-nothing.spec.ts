import { expect, test } from './story';
import { post } from './acts/bring-in';
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
    await gp.route('**/api/referrals/*/submit', async (route) => {
      if (lost > 0) return route.continue();
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
