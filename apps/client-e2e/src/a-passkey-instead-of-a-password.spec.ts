import type { Page } from '@playwright/test';
import { complaintsOf, isLoaded } from './look';
import { addressOf, expect, test } from './story';

/** A device with a finger on it, as Chromium makes one for tests. */
async function deviceOf(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const options = { hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true };
  await session.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', transport: 'internal', ...options } });
}

test('somebody sets up a passkey, signs out everywhere and comes back without a password', async ({ as, rows }) => {
  const page = await as('coordinator');
  const complaints = complaintsOf(page);
  try {
    await deviceOf(page);
    await page.goto('/einstellungen/anmeldung');
    await isLoaded(page);
    await page.getByLabel('Name für einen neuen Passkey').fill('Diensthandy');
    await page.getByRole('button', { name: 'Passkey einrichten' }).click();
    await expect(page.getByRole('heading', { name: 'Ihre Ersatzcodes' })).toBeFocused();
    await expect(page.locator('.codes li')).toHaveCount(10);
    await page.getByRole('button', { name: 'Ich habe die Codes aufbewahrt' }).click();
    await expect(page.getByText('Diensthandy', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Überall abmelden' }).click();
    await expect(page.getByRole('heading', { name: 'Anmelden' })).toBeVisible();
    await page.getByRole('button', { name: 'Mit Passkey anmelden' }).click();
    await expect(page).toHaveURL(/\/start$/);
    await page.goto('/einstellungen/anmeldung');
    await expect(page.getByText('mit Passkey · seit')).toBeVisible();
    expect(complaints).toEqual([]);
  } finally {
    // The other stories sign in with the password alone.
    for (const table of ['passkey', 'recovery_code']) {
      await rows(`delete from ${table} where staff_id = (select id from staff where email = $1)`, [addressOf('coordinator')]);
    }
  }
});
