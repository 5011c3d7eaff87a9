import { isLoaded } from './look';
import { bearsEveryShape, bearsLongerTexts, hasShapesWithoutColours, printsCleanly, tooSmall } from './shapes';
import { expect, test, type DemoLogin } from './story';

const paths: Partial<Record<DemoLogin, readonly string[]>> = {
  gp: [
    '/start',
    '/zuweisungen',
    '/zuweisungen/neu',
    '/angebote',
    '/verzeichnis',
    '/mitteilungen',
    '/einstellungen',
    '/einstellungen/anmeldung',
  ],
  intake: ['/start', '/eingang', '/warteliste', '/termine', '/termine?view=list', '/angebote'],
  admin: ['/verwaltung/aufbewahrung'],
};

for (const [login, pages] of Object.entries(paths) as [DemoLogin, readonly string[]][]) {
  test(`every page of ${login} bears large letters, narrow windows, spaced words, paper and own colours`, async ({ as }) => {
    const page = await as(login, { colorScheme: 'light' });
    const titles: string[] = [];
    for (const path of pages) {
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(path);
      await isLoaded(page);
      const heading = await page.getByRole('heading', { level: 1 }).evaluate((h1) => h1.firstChild?.textContent?.trim());
      if (path !== '/start') expect.soft(await page.title(), `${path}: title and heading`).toContain(heading);
      if (!path.includes('?')) titles.push(await page.title());
      await hasShapesWithoutColours(page, path);
      await printsCleanly(page, path);
      await bearsEveryShape(page, path);
      await bearsLongerTexts(page, path);
    }
    expect.soft(new Set(titles).size, 'every page has a title of its own').toBe(titles.length);
  });
}

test('on a phone with a touch screen everything is large enough for a thumb', async ({ as }) => {
  for (const login of ['gp', 'intake'] as const) {
    const page = await as(login, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    for (const path of paths[login]!) {
      await page.goto(path);
      await isLoaded(page);
      const buttons = (await tooSmall(page, 44)).filter((found) => /<(button|select|input)/.test(found));
      expect.soft(buttons, `${path}: buttons and inputs`).toEqual([]);
      expect.soft(await tooSmall(page, 24), `${path}: links`).toEqual([]);
    }
  }
});
