import type { Page } from '@playwright/test';
import { complaintsOf, hasNoBarriers, isLoaded, looksRight, phone } from './look';
import { expect, test, type DemoLogin } from './story';

/** What opens above or inside a page, and how somebody opens it. */
const openings: Readonly<Record<string, { login: DemoLogin; path: string; open(page: Page): Promise<void> }>> = {
  'the bell': { login: 'gp', path: '/start', open: (page) => page.getByRole('button', { name: /^Mitteilungen, / }).click() },
  'the account': { login: 'gp', path: '/start', open: (page) => page.getByRole('button', { name: /^Konto von / }).click() },
  'entering a slot': {
    login: 'intake',
    path: '/termine',
    open: (page) => page.getByRole('button', { name: 'Platz eintragen' }).first().click(),
  },
  'the answer to an offer': {
    login: 'gp',
    path: '/angebote',
    open: async (page) => {
      await page
        .getByRole('button', { name: /^Antwort eintragen: / })
        .first()
        .click();
      await page
        .getByRole('dialog')
        .getByRole('radio', { name: /^Abgesagt/ })
        .check();
    },
  },
  'withdrawing an offer': {
    login: 'intake',
    path: '/angebote',
    open: (page) =>
      page
        .getByRole('button', { name: /^Zurückziehen: / })
        .first()
        .click(),
  },
  'a referral with everything missing': {
    login: 'gp',
    path: '/zuweisungen/neu',
    open: async (page) => {
      await page.getByRole('button', { name: 'Zuweisung senden' }).click();
      await expect(page.getByRole('alert').first()).toBeVisible();
    },
  },
  'an emergency': { login: 'gp', path: '/zuweisungen/neu', open: (page) => page.getByRole('radio', { name: /^Notfall/ }).check() },
};

for (const [name, { login, path, open }] of Object.entries(openings)) {
  test(`${name}, opened`, async ({ as }) => {
    const page = await as(login, { colorScheme: 'light' });
    const complaints = complaintsOf(page);
    await page.goto(path);
    await isLoaded(page);
    await open(page);
    await looksRight(page, 'German, light, wide');
    await hasNoBarriers(page, 'German, light, wide');
    await page.setViewportSize(phone);
    await page.emulateMedia({ colorScheme: 'dark' });
    await looksRight(page, 'German, dark, phone');
    await hasNoBarriers(page, 'German, dark, phone');
    expect.soft(complaints, 'the page complains about nothing').toEqual([]);
  });
}
