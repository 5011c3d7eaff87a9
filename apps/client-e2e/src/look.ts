import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { fitsTheWidth } from './shapes';
import { expect } from './story';
import { keysLeftIn } from './texts-on-page';

export const wide = { width: 1280, height: 900 };
export const phone = { width: 390, height: 844 };
/** The first rows of a list show what all the others are like. */
const alike = '[data-row]:nth-child(n + 13)';
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What a page says to whoever develops it: errors, and what was thrown, what the content security policy refused. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    // Before anybody has signed in, asking who is signed in is answered with 401.
    if (message.type() === 'error' && !message.location().url.endsWith('/api/session'))
      complaints.push(`${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url());
    const tells = ['text', 'birthDate', 'cursor'].some((name) => searchParams.has(name));
    // What was typed to find a person has no business where proxies and histories write it down.
    if (tells && /^\/api\/(people|referrals|waiting-lists|offers)\b/.test(pathname))
      complaints.push(`${pathname} tells in its address whom it is about`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    if (reason !== 'net::ERR_ABORTED') complaints.push(`${request.url()}: ${reason}`);
  });
  return complaints;
}

/** Nothing to scroll sideways, nothing that was not translated. */
export async function looksRight(page: Page, how: string): Promise<void> {
  await fitsTheWidth(page, `${how}: fits the width`);
  expect.soft(await keysLeftIn(page), `${how}: every text is translated`).toEqual([]);
}

/** The rules that colours and sizes decide; all the others find the same in every light. */
export const ofLooks = ['color-contrast', 'target-size', 'link-in-text-block'] as const;

/** Colours that are still on their way to others would be taken for what they are. */
const isStill = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const running = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(running.map(({ finished }) => finished));
  });

export async function hasNoBarriers(page: Page, how: string, rules?: readonly string[]): Promise<void> {
  await isStill(page);
  // No page has frames, and only what is wrong is asked for: otherwise each look opens another page, and names all that is right as well.
  const axe = new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .setLegacyMode()
    .exclude(alike);
  const { violations } = await (rules ? axe.withRules([...rules]) : axe.withTags(wcag)).analyze();
  const found = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} (${failureSummary?.split('\n')[1]?.trim()})`).join(' | ')}`,
  );
  expect.soft(found, `${how}: no barriers`).toEqual([]);
}

export async function isLoaded(page: Page): Promise<void> {
  // On a phone what is open lies over the page with its title.
  await expect(page.locator('main').getByRole('heading').first()).toBeVisible();
  await expect(page.locator('main [aria-busy=true]')).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready);
}
