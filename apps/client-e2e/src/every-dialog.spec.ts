import type { Page } from '@playwright/test';
import { complaintsOf, hasNoBarriers, isLoaded, looksRight, phone } from './look';
import { expect, test, type DemoLogin } from './story';

/** Somebody the practice has referred. */
const ownPerson = `select '/personen/' || r.person_id as path from referral r join organisation o on o.id = r.referrer_organisation_id
  where o.name = 'Praxis Dr. Brugger' and r.state = 'waitlisted' limit 1`;

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
  'recording a release': {
    login: 'gp',
    path: ownPerson,
    open: (page) => page.getByRole('button', { name: 'Freigabe erfassen' }).first().click(),
  },
  'revoking a release': {
    login: 'gp',
    path: ownPerson,
    open: (page) =>
      page
        .getByRole('button', { name: /^Freigabe für .* widerrufen/ })
        .first()
        .click(),
  },
  'inviting somebody': {
    login: 'admin',
    path: '/verwaltung/nutzer',
    open: (page) => page.getByRole('button', { name: 'Einladen' }).click(),
  },
  'arranging a deputy': {
    login: 'gp',
    path: '/vertretungen',
    open: (page) => page.getByRole('button', { name: 'Vertretung eintragen' }).first().click(),
  },
  'an emergency': { login: 'gp', path: '/zuweisungen/neu', open: (page) => page.getByRole('radio', { name: /^Notfall/ }).check() },
};

for (const [name, { login, path, open }] of Object.entries(openings)) {
  test(`${name}, opened`, async ({ as, rows }) => {
    const page = await as(login, { colorScheme: 'light' }, 'about:blank');
    const complaints = complaintsOf(page);
    await page.goto(path.startsWith('/') ? path : (await rows<{ path: string }>(path))[0]!.path);
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
