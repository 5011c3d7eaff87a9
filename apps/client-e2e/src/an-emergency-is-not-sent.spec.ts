import { expect, test } from './story';
import { chooseUrgency, enterPerson, writeReason } from './acts/write-referral';
import { inventPerson } from './invented';

test('an emergency is a phone call, never a referral', async ({ as, rows }) => {
  const person = inventPerson('Nora');
  const gp = await as('gp');
  await gp.goto('/zuweisungen/neu');
  await enterPerson(gp, person);
  await writeReason(gp, { reason: 'Panikattacken', question: 'Spricht davon, nicht mehr leben zu wollen.' });
  await expect(gp.getByRole('button', { name: 'Zuweisung senden' })).toBeVisible();

  await test.step('the form becomes the numbers to call', async () => {
    await chooseUrgency(gp, /^Notfall/);
    const alert = gp.getByRole('alert').filter({ hasText: 'Notfall: bitte jetzt anrufen.' });
    await expect(alert).toBeVisible();
    await expect(alert.getByRole('link', { name: /112/ }).first()).toHaveAttribute('href', 'tel:112');
    await expect(alert.getByRole('link', { name: /07621 000 112/ })).toHaveAttribute('href', 'tel:07621000112');
    await expect(gp.getByRole('button', { name: 'Zuweisung senden' })).toHaveCount(0);
    await expect(gp.getByRole('button', { name: 'Als Entwurf speichern' })).toHaveCount(0);
  });

  await test.step('the keyboard does not send it either', async () => {
    await gp.getByLabel('Frage an die aufnehmende Stelle').press('Control+Enter');
    await expect(gp).toHaveURL(/\/zuweisungen\/neu$/);
    // What was typed before may have been kept as a draft; nothing has left the practice.
    const sent = await rows(
      `select 1 from referral r join person p on p.id = r.person_id where p.family_name = $1 and r.state <> 'draft'`,
      [person.familyName],
    );
    expect(sent).toHaveLength(0);
  });

  await test.step('what was called is written down, and what is missing is said', async () => {
    const log = gp.getByRole('region', { name: 'Anrufe im Notfall' });
    await log.getByRole('button', { name: 'Anruf festhalten' }).click();
    await log.getByRole('radio', { name: 'Notdienst, 07621 000 112' }).check();
    await log.getByRole('radio', { name: 'Nicht erreicht' }).check();
    await log.getByRole('button', { name: 'Anruf sichern' }).click();
    await expect(log.getByText('Schreiben Sie, was Sie als Nächstes tun.')).toBeVisible();
    await log.getByLabel('Was tun Sie als Nächstes?').fill('112 anrufen');
    await log.getByRole('button', { name: 'Anruf sichern' }).click();
    await expect(log.getByText('112 anrufen')).toBeVisible();
    await log.getByRole('button', { name: 'Weiteren Anruf festhalten' }).click();
    await log.getByRole('radio', { name: 'Rettungsdienst, 112' }).check();
    await log.getByRole('radio', { name: 'Erreicht', exact: true }).check();
    await log.getByLabel('Was wurde vereinbart?').fill('Rettungswagen kommt in die Praxis.');
    await log.getByRole('button', { name: 'Anruf sichern' }).click();
    await expect(log.getByText('Rettungswagen kommt in die Praxis.')).toBeVisible();
    await expect(log.getByRole('listitem')).toHaveCount(2);
  });

  await test.step('it stays with the practice: in its list, on the page of the draft, and as a task', async () => {
    const desk = await as('mfa', {}, '/zuweisungen?state=draft');
    const row = desk.getByRole('row').filter({ hasText: person.familyName });
    await expect(row.getByText('Notfall dokumentiert')).toBeVisible();
    const [draft] = await rows<{ id: string }>(
      `select r.id from referral r join person p on p.id = r.person_id where p.family_name = $1 and r.state = 'draft'`,
      [person.familyName],
    );
    await desk.goto(`/zuweisungen/${draft!.id}`);
    await expect(desk.getByText('Rettungswagen kommt in die Praxis.')).toBeVisible();
    expect(
      await rows(`select 1 from task where subject_id = $1 and kind = 'emergency_follow_up' and state = 'ready'`, [draft!.id]),
    ).toHaveLength(1);
  });

  await test.step('when the danger is over, everything typed is still there', async () => {
    await chooseUrgency(gp, /^Dringend/);
    await expect(gp.getByRole('button', { name: 'Zuweisung senden' })).toBeVisible();
    await expect(gp.getByLabel('Familienname')).toHaveValue(person.familyName);
    await expect(gp.getByLabel('Frage an die aufnehmende Stelle')).toHaveValue('Spricht davon, nicht mehr leben zu wollen.');
    await expect(gp.getByRole('region', { name: 'Anrufe im Notfall' }).getByRole('listitem')).toHaveCount(2);
  });
});
