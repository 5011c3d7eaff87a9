import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test, type DemoLogin } from './story';
import { germanLeftIn, keysLeftIn } from './texts-on-page';

const wide = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface Screen {
  readonly login?: DemoLogin;
  readonly path: string | ((row: (statement: string) => Promise<string>) => Promise<string>);
  /** The heading in both languages; without it the heading is somebody's name. */
  readonly title?: readonly [de: string, en: string];
}

const inboxOf = (state: string) =>
  `select r.id from referral r join organisation o on o.id = r.recipient_organisation_id where o.name = 'Klinik am Wiesenufer' and r.state = '${state}' limit 1`;
const sentBy = `select r.id from referral r join organisation o on o.id = r.referrer_organisation_id`;

const screens: Readonly<Record<string, Screen>> = {
  '/anmelden': { path: '/anmelden', title: ['Anmelden', 'Sign in'] },
  '/start of a practice': { login: 'gp', path: '/start', title: ['Guten', 'o'] },
  '/start of a clinic': { login: 'intake', path: '/start', title: ['Guten', 'o'] },
  '/start of the county': { login: 'coordinator', path: '/start', title: ['Guten', 'o'] },
  '/zuweisungen': { login: 'gp', path: '/zuweisungen', title: ['Zuweisungen', 'Referrals'] },
  '/zuweisungen/neu': { login: 'gp', path: '/zuweisungen/neu', title: ['Neue Zuweisung', 'New referral'] },
  '/zuweisungen/:id': {
    login: 'gp',
    path: async (row) => `/zuweisungen/${await row(`${sentBy} where o.name = 'Praxis Dr. Brugger' and r.state = 'waitlisted' limit 1`)}`,
  },
  '/zuweisungen/:id of a clinic': { login: 'intake', path: async (row) => `/zuweisungen/${await row(inboxOf('received'))}` },
  '/eingang': { login: 'intake', path: '/eingang', title: ['Eingang', 'Inbox'] },
  '/eingang with one open': {
    login: 'intake',
    path: async (row) => `/eingang?open=${await row(inboxOf('received'))}`,
    title: ['Eingang', 'Inbox'],
  },
  '/warteliste': { login: 'intake', path: '/warteliste', title: ['Warteliste', 'Waiting list'] },
  '/termine': { login: 'intake', path: '/termine', title: ['Termine', 'Slots'] },
  '/termine as a list': { login: 'intake', path: '/termine?view=list', title: ['Termine', 'Slots'] },
  '/termine/:slot/anbieten': {
    login: 'intake',
    path: async (row) =>
      `/termine/${await row(`select s.id from slot s join organisation o on o.id = s.organisation_id where o.name = 'Klinik am Wiesenufer' and s.state = 'open' and lower(s.during) > now() order by s.during limit 1`)}/anbieten`,
    title: ['Platz anbieten', 'Offer slot'],
  },
  '/angebote': { login: 'gp', path: '/angebote', title: ['Terminangebote', 'Slot offers'] },
  '/angebote that ended': { login: 'intake', path: '/angebote?state=ended', title: ['Terminangebote', 'Slot offers'] },
  '/verzeichnis': { login: 'social', path: '/verzeichnis', title: ['Verzeichnis', 'Directory'] },
  '/mitteilungen': { login: 'intake', path: '/mitteilungen', title: ['Mitteilungen', 'Notices'] },
  'an address that is none': { login: 'gp', path: '/gibt-es-nicht', title: ['Diese Seite gibt es nicht', 'This page does not exist'] },
};

/** What a page says to whoever develops it: errors, and what the content security policy refused. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    // Before anybody has signed in, asking who is signed in is answered with 401.
    if (message.type() === 'error' && !message.location().url.endsWith('/api/session'))
      complaints.push(`${message.text()} ${message.location().url}`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    if (reason !== 'net::ERR_ABORTED') complaints.push(`${request.url()}: ${reason}`);
  });
  return complaints;
}

/** Nothing to scroll sideways, nothing that was not translated. */
async function looksRight(page: Page, how: string): Promise<void> {
  const tooWide = await page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    const wideOnes = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > room + 1);
    return wideOnes
      .slice(0, 5)
      .map((element) => `<${element.tagName.toLowerCase()} class="${element.className}"> ${element.textContent?.trim().slice(0, 40)}`);
  });
  expect.soft(tooWide, `${how}: fits the width`).toEqual([]);
  expect.soft(await keysLeftIn(page), `${how}: every text is translated`).toEqual([]);
}

async function hasNoBarriers(page: Page, how: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(wcag).analyze();
  const found = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} (${failureSummary?.split('\n')[1]?.trim()})`).join(' | ')}`,
  );
  expect.soft(found, `${how}: no barriers`).toEqual([]);
}

async function isLoaded(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('main [aria-busy=true]')).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready);
}

async function speak(page: Page, language: 'de' | 'en'): Promise<void> {
  const name = language === 'de' ? 'Deutsch' : 'English';
  await page.getByRole('button', { name, exact: true }).first().click();
  await expect(page.locator('html')).toHaveAttribute('lang', language);
}

for (const [name, { login, path, title }] of Object.entries(screens)) {
  test(name, async ({ as, somebody, rows }) => {
    const page = login ? await as(login, { colorScheme: 'light' }) : await somebody({ colorScheme: 'light' });
    const complaints = complaintsOf(page);
    const first = async (statement: string) => {
      const [row] = await rows<{ id: string }>(statement);
      expect(row, 'the demo region has one').toBeDefined();
      return row!.id;
    };
    const address = typeof path === 'string' ? path : await path(first);
    await page.goto(address);
    await isLoaded(page);
    const heading = page.getByRole('heading', { level: 1 });
    if (title) await expect(heading).toContainText(title[0]);
    await expect(page).toHaveTitle(/^\S.* – Lotse$/);
    await looksRight(page, 'German, light, wide');
    await hasNoBarriers(page, 'German, light, wide');

    await page.setViewportSize(phone);
    await looksRight(page, 'German, light, phone');
    await page.emulateMedia({ colorScheme: 'dark' });
    await looksRight(page, 'German, dark, phone');
    await hasNoBarriers(page, 'German, dark, phone');
    await page.setViewportSize(wide);
    await looksRight(page, 'German, dark, wide');

    const before = page.url();
    await speak(page, 'en');
    expect(page.url(), 'changing the language keeps the page').toBe(before);
    if (title) await expect(heading).toContainText(title[1]);
    await expect(page).toHaveTitle(/^\S.* – Lotse$/);
    expect.soft(await germanLeftIn(page), 'English: nothing is left in German').toEqual([]);
    await looksRight(page, 'English, dark, wide');
    await page.setViewportSize(phone);
    await looksRight(page, 'English, dark, phone');
    await page.emulateMedia({ colorScheme: 'light' });
    await looksRight(page, 'English, light, phone');
    await page.setViewportSize(wide);
    await looksRight(page, 'English, light, wide');
    expect.soft(complaints, 'the page complains about nothing').toEqual([]);
  });
}

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

test('the language stays when one goes on, and for the next visit', async ({ as }) => {
  const page = await as('gp');
  await speak(page, 'en');
  await page.getByRole('navigation', { name: 'Areas' }).getByRole('link', { name: 'Directory' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Directory' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Directory' })).toBeVisible();
  expect(await keysLeftIn(page)).toEqual([]);
});
