import type { Page } from '@playwright/test';
import { bringToInbox } from './acts/bring-in';
import { findInInbox } from './acts/find-in-inbox';
import { inventPerson, type InventedPerson } from './invented';
import { isLoaded } from './look';
import { expect, test } from './story';

/** Finds somebody in the inbox and opens the referral, by touching only. */
async function open(page: Page, person: InventedPerson): Promise<void> {
  await (await findInInbox(page, person)).tap();
  await expect(page.getByRole('heading', { level: 2, name: person.inLists })).toBeVisible();
}

test('on a phone the whole triage is done with a thumb', async ({ as }) => {
  const gp = await as('gp');
  const [accepted, returned] = [inventPerson('Olga'), inventPerson('Paul')];
  for (const person of [accepted, returned])
    await bringToInbox({ gp, person, offer: 'Psychiatrische Tagesklinik Lörrach', urgency: 'urgent' });

  const intake = await as('intake', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await intake.getByRole('navigation', { name: 'Bereiche' }).getByRole('link', { name: 'Eingang' }).tap();
  await isLoaded(intake);
  await open(intake, accepted);
  await intake.getByRole('button', { name: /^Annehmen und weiter/ }).tap();
  const toast = intake.locator('.toast').filter({ hasText: accepted.inLists });
  await expect(toast).toContainText('Angenommen.');
  await toast.getByRole('button', { name: 'Meldung schließen' }).tap();

  await intake.goto('/eingang');
  await isLoaded(intake);
  await open(intake, returned);
  await intake.getByRole('button', { name: /^Zurückgeben/ }).tap();
  await intake.getByLabel('Grund', { exact: true }).selectOption({ index: 1 });
  await intake.getByLabel('Wie geht es für die Person weiter?').selectOption('advice');
  await intake.getByLabel('Wie bekommt die Person stattdessen Hilfe?').fill('Die Beratungsstelle im Ort hat nächste Woche einen Termin.');
  await intake.getByRole('button', { name: 'Zuweisung zurückgeben' }).tap();
  await expect(intake.locator('.toast').filter({ hasText: returned.inLists })).toContainText('Zurückgegeben.');
  const sideways = await intake.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(sideways, 'nothing sticks out').toBe(0);
});
