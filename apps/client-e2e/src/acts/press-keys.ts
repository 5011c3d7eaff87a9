import type { Locator, Page } from '@playwright/test';
import { expect } from '../story';

export const hasFocus = (target: Locator): Promise<boolean> => target.evaluate((element) => element.contains(document.activeElement));

/** Walks with Tab until something has the focus, as somebody without a mouse does; `Shift+Tab` walks back. */
export async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  await target.first().waitFor();
  for (let presses = 0; presses < 80; presses++) {
    if (await hasFocus(target.first())) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${target.toString()} is not reached with ${key}.`);
}

/** The row that has the focus. */
export const focusedRow = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset['row']);

/** What has the focus, in a word that helps when a story fails. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    return `${element?.tagName.toLowerCase()} ${element?.id} ${element?.getAttribute('aria-label') ?? element?.textContent?.trim().slice(0, 40)}`;
  });

/** A dialog as WCAG and people expect it: named, the focus in it and kept in it, Esc leaves it, and the focus is where it was. */
export async function isProperDialog(page: Page, opener: Locator): Promise<void> {
  await tabTo(page, opener);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await expect(dialog).toHaveAccessibleName(/\S{3}/);
  await expect.poll(() => hasFocus(dialog), 'the focus begins in the dialog').toBe(true);
  await expect(dialog.locator(':focus'), 'and not on the cross that closes').not.toHaveAccessibleName('Fenster schließen');
  for (let presses = 0; presses < 25; presses++) {
    await page.keyboard.press('Tab');
    // Past the last stop is the browser's own bar, where the page has no focus.
    const at = await page.evaluate(() => document.activeElement === document.body || document.activeElement!.closest('dialog') !== null);
    expect(at, `the focus stays in the dialog: ${await focused(page)}`).toBe(true);
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect.poll(() => hasFocus(opener.first()), 'the focus returns to what opened it').toBe(true);
}
