import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { complaintsOf, hasNoBarriers, isLoaded, looksRight } from './look';
import { root } from './setup/started-process';
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

/** A real account service of an organisation, with these people in it. */
async function accountService(lotse: string, accounts: readonly object[]): Promise<ChildProcess> {
  const { port } = new URL(process.env['LOTSE_ISSUER']!);
  const program = resolve(root, 'libs/identity/server/src/single-sign-on/test-provider.mjs');
  const callback = `${lotse}/api/session/single-sign-on/callback`;
  const service = fork(program, ['lotse', '', callback, port, JSON.stringify(accounts)], { silent: true, execArgv: [] });
  await once(service.stdout!, 'data');
  return service;
}

/** To the account service, and back as somebody of it. */
async function signInWithAccount(page: Page, email: string, account: string): Promise<void> {
  await page.goto('/anmelden?ziel=/einstellungen/anmeldung');
  await page.getByLabel('E-Mail-Adresse').fill(email);
  await page.getByLabel('E-Mail-Adresse').press('Tab');
  await page.getByRole('button', { name: 'Mit dem Konto Ihrer Einrichtung anmelden' }).click();
  await page.getByRole('link', { name: account }).click();
}

test('an organisation sets up its account service; whoever has access comes in with it, and others are told why not', async ({
  as,
  somebody,
  rows,
  baseURL,
}) => {
  const [known, issuer] = [addressOf('coordinator'), process.env['LOTSE_ISSUER']!];
  const service = await accountService(baseURL!, [
    { sub: 'annika', email: known, email_verified: true, groups: ['Koordination'] },
    { sub: 'fremd', email: 'niemand@demo.example', email_verified: true, groups: ['Koordination'] },
  ]);
  try {
    const administration = await as('admin', {}, '/verwaltung/anmeldung');
    const form = administration.locator('lotse-provider-form');
    await form.getByLabel('Kennung von Lotse beim Anmeldedienst').fill('lotse');
    await form.getByLabel('E-Mail-Domänen Ihrer Einrichtung').fill('demo.example');
    await form.getByLabel('Angabe, aus der Rollen folgen').fill('groups');
    await form.getByRole('button', { name: 'Weiteren Wert hinzufügen' }).click();
    await form.getByLabel('Wert dort').fill('Koordination');
    await form.getByLabel('Rolle in Lotse').selectOption('coordinator');
    await hasNoBarriers(administration, 'the account service, filled in');
    await form.getByRole('button', { name: 'Anmeldedienst speichern' }).click();
    await expect(administration.getByText('Gespeichert.')).toBeVisible();

    const page = await somebody();
    const complaints = complaintsOf(page);
    await signInWithAccount(page, known, 'annika');
    await expect(page).toHaveURL(/\/einstellungen\/anmeldung$/);
    await isLoaded(page);
    await expect(page.getByText(issuer)).toBeVisible();
    expect(complaints).toEqual([]);

    const stranger = await somebody();
    await signInWithAccount(stranger, known, 'fremd');
    await expect(stranger.getByText('Für dieses Konto gibt es keinen Zugang zu Lotse.')).toBeVisible();
    await looksRight(stranger, 'refused');
    await hasNoBarriers(stranger, 'refused');
  } finally {
    service.kill();
    await rows('delete from linked_account where issuer = $1', [issuer]);
    await rows('delete from identity_provider where issuer = $1', [issuer]);
  }
});
