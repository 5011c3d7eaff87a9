import type { Page } from '@playwright/test';
import { hasNoBarriers, isLoaded, looksRight, ofLooks, phone, wide } from './look';
import { nobodyLooks, whoeverLooks } from './looking';
import { oneOf, screens, type Screen } from './screens';
import { bearsEveryShape, bearsLongerTexts, fitsThumbs, hasShapesWithoutColours, printsCleanly } from './shapes';
import { expect, test } from './story';
import { germanLeftIn, keysLeftIn } from './texts-on-page';

test.afterAll(nobodyLooks);

async function speak(page: Page, language: 'de' | 'en'): Promise<void> {
  const name = language === 'de' ? 'Deutsch' : 'English';
  await page.getByRole('button', { name, exact: true }).first().click();
  await expect(page.locator('html')).toHaveAttribute('lang', language);
}

/** The tab says what the page says; of a person it says no name. */
async function isCalled(page: Page, title: string | undefined): Promise<void> {
  await expect(page).toHaveTitle(/^\S.* – Lotse$/);
  if (!title) return;
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title);
  if (!page.url().endsWith('/start')) await expect.soft(page).toHaveTitle(new RegExp(title));
}

async function looksRightInEnglish(page: Page, { title }: Screen): Promise<void> {
  const before = page.url();
  await speak(page, 'en');
  expect(page.url(), 'changing the language keeps the page').toBe(before);
  await isCalled(page, title?.[1]);
  expect.soft(await germanLeftIn(page), 'English: nothing is left in German').toEqual([]);
  await looksRight(page, 'English, wide');
  await page.setViewportSize(phone);
  await looksRight(page, 'English, phone');
  await page.setViewportSize(wide);
}

/** Colours change no width and no word; widths change with every language. What a screen reader gets is the same in the dark. */
async function looksRightInGerman(page: Page, { title, login }: Screen): Promise<void> {
  await speak(page, 'de');
  await isCalled(page, title?.[0]);
  if (login) await expect.soft(page.getByRole('button', { name: /^Konto von / }), 'the way out is on every page').toBeVisible();
  await looksRight(page, 'German, wide');
  await hasNoBarriers(page, 'German, light, wide');
  await page.setViewportSize(phone);
  await looksRight(page, 'German, phone');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.evaluate(() => void (document.documentElement.dataset['density'] = 'compact'));
  await hasNoBarriers(page, 'German, dark, phone, as much as fits', ofLooks);
  await page.evaluate(() => void (document.documentElement.dataset['density'] = 'auto'));
  await page.emulateMedia({ colorScheme: 'light' });
  await fitsThumbs(page);
  await page.setViewportSize(wide);
}

for (const [name, screen] of Object.entries(screens)) {
  // @req ASVS 5.0.0-7.4.4
  test(name, async ({ browser, rows }) => {
    const { page, complaints } = await whoeverLooks(browser, screen.login);
    await page.goto(typeof screen.path === 'string' ? screen.path : await screen.path(oneOf(rows), page));
    await isLoaded(page);
    await looksRightInEnglish(page, screen);
    await looksRightInGerman(page, screen);
    await hasShapesWithoutColours(page);
    if (screen.login) await printsCleanly(page);
    await bearsEveryShape(page);
    await bearsLongerTexts(page);
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
