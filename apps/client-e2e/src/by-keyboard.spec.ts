import { hasFocus, isProperDialog, tabTo } from './acts/press-keys';
import { enterSlot, goToOffering } from './acts/work-on-slots';
import { bringToWaitingList } from './acts/bring-in';
import { inventPerson } from './invented';
import { isLoaded } from './look';
import { expect, test } from './story';

test('every dialog has a name, keeps the focus, and gives it back', async ({ as }) => {
  const intake = await as('intake');
  await intake.goto('/termine');
  await isLoaded(intake);
  await isProperDialog(intake, intake.getByRole('button', { name: 'Platz eintragen' }).first());
  await intake.goto('/angebote');
  await isLoaded(intake);
  await isProperDialog(intake, intake.getByRole('button', { name: /^Zurückziehen: / }).first());
  const gp = await as('gp');
  await gp.goto('/angebote');
  await isLoaded(gp);
  await isProperDialog(gp, gp.getByRole('button', { name: /^Antwort eintragen: / }).first());
});

test('what is missing in a referral is listed, has the focus, and leads to its field', async ({ as }) => {
  const gp = await as('gp');
  await gp.goto('/zuweisungen/neu');
  await isLoaded(gp);
  await tabTo(gp, gp.getByLabel('Familienname'));
  await gp.keyboard.press('Control+Enter');
  const summary = gp.getByRole('alert').filter({ hasText: 'Bitte prüfen Sie' });
  await expect.poll(() => hasFocus(summary), 'the list of what is missing has the focus').toBe(true);
  await gp.keyboard.press('Tab');
  await expect(gp.locator(':focus')).toHaveRole('link');
  await gp.keyboard.press('Enter');
  await expect(gp.locator('#field-familyName')).toBeFocused();
});

test('a slot is offered from the list of slots without a mouse', async ({ as }) => {
  const person = inventPerson('Greta');
  const [gp, intake] = [await as('gp'), await as('intake')];
  await bringToWaitingList({ gp, intake, person, offer: 'Psychiatrische Tagesklinik Lörrach', urgency: 'very_urgent' });
  const slot = await enterSlot(intake, /Vorgespräch Tagesklinik/);
  await goToOffering(intake, slot);
  const offer = intake.getByRole('button', { name: /^Halten und anbieten: / }).first();
  await tabTo(intake, offer);
  await intake.keyboard.press('Enter');
  await expect(intake.getByText(/^Der Platz ist für .* gehalten/).first()).toBeVisible();
});

test('every page that one goes to by keyboard begins at its heading', async ({ as }) => {
  const intake = await as('intake');
  const places = intake.getByRole('navigation', { name: 'Bereiche' });
  for (const name of ['Eingang', 'Warteliste', 'Termine', 'Verzeichnis']) {
    await tabTo(intake, places.getByRole('link', { name, exact: true }), 'Shift+Tab');
    await intake.keyboard.press('Enter');
    await expect(intake.getByRole('heading', { level: 1, name: new RegExp(`^${name}`) })).toBeFocused();
    await expect(intake).toHaveTitle(new RegExp(`^${name}.* – Lotse$`));
  }
});
