import { hasFocus } from './acts/press-keys';
import { inventPerson } from './invented';
import { isLoaded } from './look';
import { expect, test } from './story';

test('an idle session says so in time, one key keeps it, and what is typed stays', async ({ as }) => {
  const person = inventPerson('Ida');
  const gp = await as('gp');
  await gp.clock.install();
  await gp.goto('/zuweisungen/neu');
  await isLoaded(gp);
  await gp.getByLabel('Familienname').fill(person.familyName);
  const dialog = gp.getByRole('dialog', { name: 'Sind Sie noch da?' });
  // What the page does by itself, such as keeping what was typed, may be answered late: the hour begins again with it, whenever that is.
  for (let minute = 0; minute < 300 && !(await dialog.isVisible()); minute++) await gp.clock.runFor('01:00');
  await expect(dialog).toContainText(/endet um \d\d:\d\d Uhr/);
  await expect.poll(() => hasFocus(dialog.getByRole('button', { name: 'Angemeldet bleiben' }))).toBe(true);
  await gp.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await gp.clock.runFor('10:00');
  await expect(dialog).toBeHidden();
  await expect(gp.getByLabel('Familienname')).toHaveValue(person.familyName);
});
