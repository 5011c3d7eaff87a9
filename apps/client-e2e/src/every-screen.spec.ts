import type { Page } from '@playwright/test';
import { complaintsOf, hasNoBarriers, isLoaded, looksRight, ofLooks, phone } from './look';
import { expect, test, type DemoLogin } from './story';
import { germanLeftIn, keysLeftIn } from './texts-on-page';

const wide = { width: 1280, height: 900 };

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
  '/aufgaben': { login: 'gp', path: '/aufgaben', title: ['Aufgaben', 'Tasks'] },
  '/zuweisungen': { login: 'gp', path: '/zuweisungen', title: ['Zuweisungen', 'Referrals'] },
  '/zuweisungen/einlesen': { login: 'gp', path: '/zuweisungen/einlesen', title: ['Zuweisungen einlesen', 'Import referrals'] },
  '/zuweisungen/neu': { login: 'gp', path: '/zuweisungen/neu', title: ['Neue Zuweisung', 'New referral'] },
  '/zuweisungen/:id': {
    login: 'gp',
    path: async (row) => `/zuweisungen/${await row(`${sentBy} where o.name = 'Praxis Dr. Brugger' and r.state = 'waitlisted' limit 1`)}`,
  },
  '/zuweisungen/:id of a clinic': { login: 'intake', path: async (row) => `/zuweisungen/${await row(inboxOf('received'))}` },
  '/personen/:id': {
    login: 'gp',
    path: async (row) =>
      `/personen/${await row(`select r.person_id as id from referral r join organisation o on o.id = r.referrer_organisation_id where o.name = 'Praxis Dr. Brugger' and r.state = 'waitlisted' limit 1`)}`,
  },
  '/personen/:id of a clinic': {
    login: 'intake',
    path: async (row) => `/personen/${await row(inboxOf('received').replace('select r.id', 'select r.person_id as id'))}`,
  },
  '/personen/:id/zugriffe': {
    login: 'gp',
    path: async (row) =>
      `/personen/${await row(`select r.person_id as id from referral r join organisation o on o.id = r.referrer_organisation_id where o.name = 'Praxis Dr. Brugger' and r.state = 'waitlisted' limit 1`)}/zugriffe`,
    title: ['Wer hat auf diese Daten zugegriffen?', 'Who has accessed this data?'],
  },
  '/notfall': { login: 'clinician', path: '/notfall', title: ['Notfallzugriff', 'Emergency access'] },
  '/verwaltung/protokoll': { login: 'dpo', path: '/verwaltung/protokoll', title: ['Protokoll', 'Chronicle'] },
  '/verwaltung/pruefungen': { login: 'dpo', path: '/verwaltung/pruefungen', title: ['Prüfungen', 'Reviews'] },
  '/eingang': { login: 'intake', path: '/eingang', title: ['Eingang', 'Inbox'] },
  '/eingang with one open': {
    login: 'intake',
    path: async (row) => `/eingang?open=${await row(inboxOf('received'))}`,
    title: ['Eingang', 'Inbox'],
  },
  '/eingang/:id/rueckfrage': {
    login: 'intake',
    path: async (row) => `/eingang/${await row(inboxOf('in_triage'))}/rueckfrage`,
    title: ['Rückfrage stellen', 'Ask back'],
  },
  '/anfragen': { login: 'gp', path: '/anfragen', title: ['Anfragen', 'Enquiries'] },
  '/anfragen that came in': { login: 'intake', path: '/anfragen?list=received', title: ['Anfragen', 'Enquiries'] },
  '/anfragen/neu': { login: 'gp', path: '/anfragen/neu', title: ['Neue Anfrage', 'New enquiry'] },
  '/anfragen/:id': {
    login: 'gp',
    path: async (row) =>
      `/anfragen/${await row(`select e.id from enquiry e join organisation o on o.id = e.asker_organisation_id where o.name = 'Praxis Dr. Brugger' and e.kind = 'capacity' limit 1`)}`,
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
  '/verwaltung/aufbewahrung': {
    login: 'admin',
    path: '/verwaltung/aufbewahrung',
    title: ['Aufbewahrung und Löschung', 'Retention and deletion'],
  },
  '/einstellungen': { login: 'gp', path: '/einstellungen', title: ['Einstellungen', 'Settings'] },
  '/vertretungen': { login: 'gp', path: '/vertretungen', title: ['Vertretungen', 'Deputies'] },
  '/verwaltung/nutzer': { login: 'admin', path: '/verwaltung/nutzer', title: ['Nutzer', 'Users'] },
  '/verwaltung/vertretungen': { login: 'admin', path: '/verwaltung/vertretungen', title: ['Vertretungen', 'Deputies'] },
  '/verwaltung/einrichtung': { login: 'admin', path: '/verwaltung/einrichtung', title: ['Einrichtung', 'Organisation'] },
  '/verwaltung/vorlagen': { login: 'region', path: '/verwaltung/vorlagen', title: ['Vorlagen für Briefe', 'Templates of letters'] },
  '/eingang/papier': { login: 'intake', path: '/eingang/papier', title: ['Papiereingang eintragen', 'Enter what came on paper'] },
  '/verwaltung/einrichtungen': { login: 'region', path: '/verwaltung/einrichtungen', title: ['Einrichtungen', 'Organisations'] },
  '/einladung with a link that is no longer good': { path: '/einladung', title: ['Zugang einrichten', 'Set up your access'] },
  '/neuer-zugang': { path: '/neuer-zugang', title: ['Neuer Zugang', 'New access'] },
  '/einstellungen/anmeldung': {
    login: 'gp',
    path: '/einstellungen/anmeldung',
    title: ['Anmeldung und Sicherheit', 'Signing in and security'],
  },
  '/verwaltung/anmeldung': { login: 'admin', path: '/verwaltung/anmeldung', title: ['Anmeldung', 'Signing in'] },
  '/hilfe': { login: 'intake', path: '/hilfe', title: ['Hilfe', 'Help'] },
  '/barrierefreiheit': { login: 'gp', path: '/barrierefreiheit', title: ['Barrierefreiheit', 'Accessibility'] },
  '/lizenzen': { login: 'gp', path: '/lizenzen', title: ['Lizenzen', 'Licences'] },
  'an address that is none': { login: 'gp', path: '/gibt-es-nicht', title: ['Diese Seite gibt es nicht', 'This page does not exist'] },
};

async function speak(page: Page, language: 'de' | 'en'): Promise<void> {
  const name = language === 'de' ? 'Deutsch' : 'English';
  await page.getByRole('button', { name, exact: true }).first().click();
  await expect(page.locator('html')).toHaveAttribute('lang', language);
}

for (const [name, { login, path, title }] of Object.entries(screens)) {
  test(name, async ({ as, somebody, rows }) => {
    const first = async (statement: string) => {
      const [row] = await rows<{ id: string }>(statement);
      expect(row, 'the demo region has one').toBeDefined();
      return row!.id;
    };
    const address = typeof path === 'string' ? path : await path(first);
    const page = login ? await as(login, { colorScheme: 'light' }, 'about:blank') : await somebody({ colorScheme: 'light' });
    const complaints = complaintsOf(page);
    await page.goto(address);
    await isLoaded(page);
    // The person's language is kept for them, also from the screen before.
    await speak(page, 'de');
    const heading = page.getByRole('heading', { level: 1 });
    if (title) await expect(heading).toContainText(title[0]);
    await expect(page).toHaveTitle(/^\S.* – Lotse$/);
    await looksRight(page, 'German, wide');
    await hasNoBarriers(page, 'German, light, wide');

    // Colours change no width and no word; widths change with every language. What a screen reader gets is the same in the dark.
    await page.setViewportSize(phone);
    await looksRight(page, 'German, phone');
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.evaluate(() => void (document.documentElement.dataset['density'] = 'compact'));
    await hasNoBarriers(page, 'German, dark, phone, as much as fits', ofLooks);
    await page.evaluate(() => void (document.documentElement.dataset['density'] = 'auto'));

    await page.setViewportSize(wide);
    const before = page.url();
    await speak(page, 'en');
    expect(page.url(), 'changing the language keeps the page').toBe(before);
    if (title) await expect(heading).toContainText(title[1]);
    await expect(page).toHaveTitle(/^\S.* – Lotse$/);
    expect.soft(await germanLeftIn(page), 'English: nothing is left in German').toEqual([]);
    await looksRight(page, 'English, wide');
    await page.setViewportSize(phone);
    await looksRight(page, 'English, phone');
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
