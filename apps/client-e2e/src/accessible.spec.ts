import type { Page } from '@playwright/test';
import { isLoaded } from './look';
import { bearsEveryShape, bearsLongerTexts, hasShapesWithoutColours, printsCleanly, tooSmall } from './shapes';
import { expect, test, type DemoLogin } from './story';

/** `:…` stands for somebody or something of the demo region. */
const paths: Partial<Record<DemoLogin, readonly string[]>> = {
  gp: [
    '/start',
    '/aufgaben',
    '/zuweisungen',
    '/zuweisungen/neu',
    '/anfragen',
    '/anfragen/neu',
    '/zuweisungen/einlesen',
    '/angebote',
    '/verzeichnis',
    '/mitteilungen',
    '/einstellungen',
    '/einstellungen/anmeldung',
  ],
  intake: ['/start', '/eingang', '/eingang/papier', '/anfragen', '/warteliste', '/termine', '/termine?view=list', '/angebote'],
  mfa: ['/zuweisungen/:sent', '/personen/:known', '/personen/:known/zugriffe', '/vertretungen'],
  clinician: ['/notfall', '/notfall/:opened'],
  admin: [
    '/verwaltung/nutzer',
    '/verwaltung/vertretungen',
    '/verwaltung/einrichtung',
    '/verwaltung/protokoll',
    '/verwaltung/aufbewahrung',
    '/verwaltung/anmeldung',
  ],
  region: ['/verwaltung/einrichtungen', '/verwaltung/vorlagen'],
  dpo: ['/verwaltung/protokoll', '/verwaltung/pruefungen'],
};

const ownReferral = `select r.id, r.person_id from referral r join organisation o on o.id = r.referrer_organisation_id
  where o.name = 'Praxis Dr. Brugger' and r.state = 'waitlisted' limit 1`;
/** Somebody whom the clinic has never met. */
const stranger = `select p.family_name as "familyName", p.given_name as "givenName", p.birth_date::text as "birthDate" from person p
  where not exists (select from access_grant g where g.person_id = p.id) limit 1`;
type Rows = <Row extends object>(statement: string) => Promise<Row[]>;

/** Where a path of the table leads in this demo region. */
async function addressOf(path: string, page: Page, rows: Rows): Promise<string> {
  if (path.includes(':sent')) return path.replace(':sent', (await rows<{ id: string }>(ownReferral))[0]!.id);
  if (path.includes(':known')) return path.replace(':known', (await rows<{ person_id: string }>(ownReferral))[0]!.person_id);
  if (!path.includes(':opened')) return path;
  const [who] = await rows<object>(stranger);
  const data = { reason: 'on_call', explanation: 'Für diese Probe wird eine erfundene Person geöffnet.', parts: ['contact'], who };
  const answer = await page.request.post('/api/break-glass', { data });
  return path.replace(':opened', ((await answer.json()) as { opened: { id: string } }).opened.id);
}

for (const [login, pages] of Object.entries(paths) as [DemoLogin, readonly string[]][]) {
  test(`every page of ${login} bears large letters, narrow windows, spaced words, paper and own colours`, async ({ as, rows }) => {
    const page = await as(login, { colorScheme: 'light' });
    const titles: string[] = [];
    for (const path of pages) {
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(await addressOf(path, page, rows));
      await isLoaded(page);
      const heading = await page.getByRole('heading', { level: 1 }).evaluate((h1) => h1.firstChild?.textContent?.trim());
      // The tab says no name: of a person it says so, of a referral its number.
      const isAboutSomebody = /:(sent|known)$/.test(path);
      if (path !== '/start' && !isAboutSomebody) expect.soft(await page.title(), `${path}: title and heading`).toContain(heading);
      if (!path.includes('?')) titles.push(await page.title());
      await hasShapesWithoutColours(page, path);
      await printsCleanly(page, path);
      await bearsEveryShape(page, path);
      await bearsLongerTexts(page, path);
    }
    expect.soft(new Set(titles).size, 'every page has a title of its own').toBe(titles.length);
  });
}

test('on a phone with a touch screen everything is large enough for a thumb', async ({ as, rows }) => {
  for (const login of ['gp', 'mfa', 'intake'] as const) {
    const page = await as(login, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    for (const path of paths[login]!) {
      await page.goto(await addressOf(path, page, rows));
      await isLoaded(page);
      const buttons = (await tooSmall(page, 44)).filter((found) => /<(button|select|input)/.test(found));
      expect.soft(buttons, `${path}: buttons and inputs`).toEqual([]);
      expect.soft(await tooSmall(page, 24), `${path}: links`).toEqual([]);
    }
  }
});

test('setting up a second factor that one’s organisation asks for bears every shape', async ({ as, rows }) => {
  const page = await as('clinician', { colorScheme: 'light' });
  const of = `select o.id from organisation o join staff s on s.organisation_id = o.id where s.email = 'clinician@demo.example'`;
  await rows(`insert into sign_in_rule (organisation_id, second_factor_required) select id, true from (${of}) as o
    on conflict (organisation_id) do update set second_factor_required = true`);
  try {
    const path = '/anmelden/absichern';
    await page.goto(path);
    await isLoaded(page);
    await expect(page, 'nothing else is open').toHaveURL(path);
    await hasShapesWithoutColours(page, path);
    await bearsEveryShape(page, path);
    await bearsLongerTexts(page, path);
  } finally {
    await rows(`update sign_in_rule set second_factor_required = false where organisation_id = (${of})`);
  }
});
