import { bringToInbox } from './acts/bring-in';
import { findInInbox } from './acts/find-in-inbox';
import { inventPerson } from './invented';
import { isLoaded } from './look';
import { expect, test } from './story';

test('two who open the same referral know of each other, and nobody is kept from it', async ({ as }) => {
  const [gp, intake, colleague] = [await as('gp'), await as('intake'), await as('clinician')];
  const person = inventPerson('Nora');
  await bringToInbox({ gp, person, offer: 'Psychiatrische Institutsambulanz Lörrach', urgency: 'urgent' });
  const find = async (page: typeof intake) => {
    await page.goto('/eingang');
    await isLoaded(page);
    await (await findInInbox(page, person)).click();
    await expect(page.getByRole('heading', { level: 2, name: person.inLists })).toBeVisible();
  };

  await test.step('whoever comes second sees who is there, in the list and beside it', async () => {
    await find(intake);
    await find(colleague);
    await expect(colleague.getByRole('complementary', { name: 'Vorschau' }).getByText('Martina Keller ist gerade hier')).toBeVisible();
    await expect(intake.getByRole('complementary', { name: 'Vorschau' }).getByText('Dr. Tobias Rehm ist gerade hier')).toBeVisible();
    await expect(intake.getByRole('grid', { name: 'Eingang' }).getByText('Dr. Tobias Rehm ist gerade hier')).toBeVisible();
  });

  await test.step('who leaves is there no more', async () => {
    await colleague.goto('/start');
    await expect(intake.getByRole('complementary', { name: 'Vorschau' }).getByText('Dr. Tobias Rehm ist gerade hier')).toBeHidden();
  });

  await test.step('and the referral was never closed to anybody', async () => {
    await intake.getByRole('button', { name: /^Annehmen und weiter/ }).click();
    await expect(intake.locator('.toast').filter({ hasText: person.inLists })).toContainText('Angenommen.');
  });
});
