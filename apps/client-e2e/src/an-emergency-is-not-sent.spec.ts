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

  await test.step('when the danger is over, everything typed is still there', async () => {
    await chooseUrgency(gp, /^Dringend/);
    await expect(gp.getByRole('button', { name: 'Zuweisung senden' })).toBeVisible();
    await expect(gp.getByLabel('Familienname')).toHaveValue(person.familyName);
    await expect(gp.getByLabel('Frage an die aufnehmende Stelle')).toHaveValue('Spricht davon, nicht mehr leben zu wollen.');
  });
});
