import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser } from '@playwright/test';
import { freePort } from '../../start/embedded-database';
import type { Given } from '../against-floor';
import { emptyApplication } from '../client-bytes/empty-application';
import { compare, interleave, percentile, type Line } from '../figure';
import { startServer } from '../processes';
import { openBrowser, slowDown, visit, type Visit } from './browser';
import { serveDirectory } from './static-server';

const built = resolve(import.meta.dirname, '..');
const client = resolve('dist/client/browser');
const worklist = '/eingang';
const row = '[data-row]';
/** A page is looked at this long after its content stands, so that late changes count. */
const watchFor = 2_500;
const rowsWanted = 1_000;
const rowsAPage = 50;
const presses = 40;
/** Longer than the eye needs; shorter than anybody decides. */
const betweenPresses = 250;

/** Goals that are no ratio: the limit stands in the place of the floor. */
const limits = { blocking: 200, shift: 0.05, interaction: 200, preview: 100 };

interface Loaded {
  largestPaint: number;
  blocking: number;
  shift: number;
}

/** P11 in a real browser: how long until the worklist stands, whether it holds still, and how fast it answers to keys. */
export async function measureSpeed({ options, county, databaseUrl, directory, say }: Given): Promise<Line[]> {
  const env = { DATABASE_URL: databaseUrl, CLIENT_DIRECTORY: client, RATE_LIMITS: '1000' };
  const api = await startServer({ name: 'Lotse', script: join(built, 'api/main.mjs'), port: await freePort(), env });
  const pages = await startPages(directory);
  const browser = await openBrowser();
  const cookie = county.intakes[0]!;
  try {
    say('P11 loading in a slow phone');
    const ours = () => loaded(browser, `${api.url}${worklist}`, row, cookie);
    const loads = await interleave(options.rounds, {
      ours,
      empty: () => loaded(browser, pages.empty, 'h1'),
      blank: () => loaded(browser, pages.blank, 'h1'),
    });
    say(`P11 keys in a list of ${rowsWanted}`);
    const interactions = await keysInLongList(browser, `${api.url}${worklist}`, cookie);
    say('P11 key to preview');
    const previews = await keyToPreview(browser, `${api.url}${worklist}`, cookie);
    return [...loadLines(loads), ...handLines(interactions, previews)];
  } finally {
    await browser.close();
    await Promise.all([api.stop(), pages.stop()]);
  }
}

async function startPages(directory: string): Promise<{ empty: string; blank: string; stop(): Promise<void> }> {
  const blank = join(directory, 'blank');
  mkdirSync(blank);
  writeFileSync(join(blank, 'index.html'), '<!doctype html><html lang="en"><title>Blank</title><h1>Hello</h1></html>');
  const empty = emptyApplication();
  if (!empty) throw new Error('Without the empty application there is nothing to compare with.');
  const [emptyPort, blankPort] = [await freePort(), await freePort()];
  const servers = [await serveDirectory(empty, emptyPort), await serveDirectory(blank, blankPort)];
  const stop = async () => {
    for (const server of servers) server.close();
  };
  return { empty: `http://127.0.0.1:${emptyPort}/`, blank: `http://127.0.0.1:${blankPort}/`, stop };
}

async function loaded(browser: Browser, url: string, content: string, cookie?: string): Promise<Loaded> {
  const { page, end } = await visit(browser, url, { cookie });
  try {
    await page.goto(url, { timeout: 60_000 });
    await page.locator(content).first().waitFor({ timeout: 60_000 });
    await page.waitForTimeout(watchFor);
    const { firstPaint, largestPaint, shift, longTasks } = await page.evaluate(() => globalThis.watched);
    const blocking = longTasks.filter(({ start }) => start > firstPaint).reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0);
    return { largestPaint, shift, blocking };
  } finally {
    await end();
  }
}

/** Walks through a long list on a slow phone; answers how long each key took until the next picture. */
async function keysInLongList(browser: Browser, url: string, cookie: string): Promise<number[]> {
  const opened = await openWorklist(browser, url, cookie);
  const { page } = opened;
  try {
    for (let rows = rowsAPage; rows < rowsWanted; rows += rowsAPage) {
      await page.locator('lotse-load-more button').click();
      await page.locator(row).nth(rows).waitFor({ state: 'attached' });
    }
    await slowDown(page.context(), page, false);
    await walk(opened, () => page.waitForTimeout(betweenPresses * 2));
    return Object.values(await page.evaluate(() => globalThis.watched.interactions));
  } finally {
    await opened.end();
  }
}

/** From the key to the preview of the next row, at full speed: the milliseconds of each. */
async function keyToPreview(browser: Browser, url: string, cookie: string): Promise<number[]> {
  const opened = await openWorklist(browser, url, cookie);
  const { page } = opened;
  try {
    await page.evaluate(timePreviews);
    await walk(opened, () => page.waitForTimeout(betweenPresses));
    return await page.evaluate(() => (globalThis as unknown as { previews: number[] }).previews);
  } finally {
    await opened.end();
  }
}

async function openWorklist(browser: Browser, url: string, cookie: string): Promise<Visit> {
  const opened = await visit(browser, url, { cookie, mobile: false });
  await opened.page.goto(url);
  await opened.page.locator(row).first().click();
  await opened.page.locator('.split-preview h2').first().waitFor();
  return opened;
}

async function walk({ page }: Visit, pause: () => Promise<void>): Promise<void> {
  await page.locator(row).first().focus();
  for (let press = 0; press < presses; press++) {
    await page.keyboard.press('ArrowDown');
    await pause();
  }
}

/** Runs in the page: the time from a key until the preview shows somebody else. */
function timePreviews(): void {
  const previews: number[] = [];
  (globalThis as unknown as { previews: number[] }).previews = previews;
  const preview = document.querySelector('.split-preview')!;
  const shown = () => preview.querySelector('h2')?.textContent;
  let pressed: { at: number; shown: string | null | undefined } | undefined;
  document.addEventListener('keydown', ({ timeStamp }) => (pressed = { at: timeStamp, shown: shown() }), true);
  new MutationObserver(() => {
    if (!pressed || shown() === pressed.shown || !shown()) return;
    previews.push(performance.now() - pressed.at);
    pressed = undefined;
  }).observe(preview, { childList: true, subtree: true, characterData: true });
}

function loadLines(loads: Record<string, Loaded[]>): Line[] {
  const of = (name: string, what: keyof Loaded) => loads[name]!.map((one) => one[what]);
  const rounds = loads['ours']!.length;
  const paint = (floor: string, name: string, target?: number) =>
    compare({
      figure: 'P11',
      name: `largest paint of the worklist, against ${name}`,
      unit: 'ms',
      ours: of('ours', 'largestPaint'),
      floor: of(floor, 'largestPaint'),
      ...(target ? { goal: { is: 'at-most', target } } : {}),
    });
  const limit = (name: string, unit: string, what: keyof Loaded, most: number) =>
    compare({
      figure: 'P11',
      name,
      unit,
      ours: of('ours', what),
      floor: Array<number>(rounds).fill(most),
      goal: { is: 'at-most', target: 1 },
    });
  return [
    paint('empty', 'the empty application', 1.5),
    paint('blank', 'a page with one heading'),
    limit('blocked while loading, against the limit', 'ms', 'blocking', limits.blocking),
    limit('layout shift, against the limit', '', 'shift', limits.shift),
  ];
}

function handLines(interactions: readonly number[], previews: readonly number[]): Line[] {
  const line = (name: string, value: number, limit: number, note?: string) =>
    compare({ figure: 'P11', name, unit: 'ms', ours: [value], floor: [limit], goal: { is: 'at-most', target: 1 }, note });
  const note =
    'LCP, TBT and CLS with a quarter of the processor, 1.6 Mbit/s and 150 ms; INP with a quarter of the processor; limits stand in the place of the floor.';
  return [
    line(
      `INP with ${rowsWanted} rows, against the limit`,
      percentile(interactions.length > 0 ? interactions : [16], 0.98),
      limits.interaction,
      note,
    ),
    line('key to next preview, median, against the limit', percentile(previews, 0.5), limits.preview),
    line('key to next preview, p95', percentile(previews, 0.95), limits.preview),
  ];
}
