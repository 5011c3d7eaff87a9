import { bringToInbox } from './acts/bring-in';
import { inventPerson } from './invented';
import { isLoaded } from './look';
import { expect, test } from './story';

test('a release is revoked with its consequences in sight, and the open page of the clinic knows nobody any more', async ({ as }) => {
  const [gp, intake] = [await as('gp'), await as('intake')];
  const person = inventPerson('Wilma');
  const id = await bringToInbox({ gp, person, offer: 'Psychiatrische Institutsambulanz Lörrach', urgency: 'urgent' });

  await test.step('the clinic sees what was released, and that the rest is hidden', async () => {
    await intake.goto(`/zuweisungen/${id}`);
    await isLoaded(intake);
    await expect(intake.getByRole('heading', { level: 1, name: person.inLists })).toBeVisible();
    await expect(intake.getByText('Nicht freigegeben: Medikation, Risiken und Vorgeschichte und Notizen')).toBeVisible();
  });

  await test.step('the practice is told what revoking does, and revokes', async () => {
    await gp.goto(`/zuweisungen/${id}`);
    await gp.getByRole('link', { name: person.inLists }).click();
    await gp.getByRole('button', { name: 'Freigabe für Klinik am Wiesenufer widerrufen' }).click();
    const dialog = gp.getByRole('dialog', { name: 'Freigabe widerrufen' });
    await expect(dialog.getByText('Klinik am Wiesenufer sieht diese Person nicht mehr.')).toBeVisible();
    await expect(dialog.getByText('1 Zuweisung kommt auf Ihre Liste zurück.')).toBeVisible();
    await dialog.getByText('Am Telefon').click();
    await dialog.getByRole('button', { name: 'Freigabe widerrufen' }).click();
    await expect(gp.getByText('1 frühere Freigabe')).toBeVisible();
  });

  await test.step('nothing of it stays on the screen of the clinic', async () => {
    await expect(intake.getByText(person.familyName)).toHaveCount(0);
  });
});
