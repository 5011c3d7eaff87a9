import chromium from '@sparticuz/chromium';
import { chromium as launcher, type Browser, type BrowserContext, type CDPSession, type Page } from '@playwright/test';

/** Made for functions in a cloud, the package asks for one process; a browser as people have it does without. */
const notLikePeople = /^--(single-process|no-zygote|in-process-gpu|headless|(en|dis)able-features)/;

/** A phone of the middle class on a slow mobile network: what Lighthouse calls mobile. Bytes a second, milliseconds. */
const slowMobile = { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 };
const slowdown = 4;

/** A visit with an empty cache. */
export interface Visit {
  readonly page: Page;
  end(): Promise<void>;
}

export async function openBrowser(): Promise<Browser> {
  chromium.setGraphicsMode = false;
  return launcher.launch({
    executablePath: await chromium.executablePath(),
    args: chromium.args.filter((argument) => !notLikePeople.test(argument)),
  });
}

/** Begins a visit; `mobile` slows the processor to a quarter, and the network as well unless it is to be left alone. */
export async function visit(
  browser: Browser,
  url: string,
  { cookie, mobile = true }: { cookie?: string; mobile?: boolean },
): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'de-DE' });
  if (cookie) await context.addCookies([{ name: 'lotse_session', value: cookie, url }]);
  const page = await context.newPage();
  // The bundler keeps the names of functions with a call that a page does not know.
  await page.addInitScript({ content: 'globalThis.__name = (named) => named;' });
  await page.addInitScript(watch);
  if (mobile) await slowDown(context, page, true);
  return { page, end: () => context.close() };
}

export async function slowDown(context: BrowserContext, page: Page, network: boolean): Promise<void> {
  const session: CDPSession = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  if (!network) return;
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', slowMobile);
}

/** What a page writes down about itself. Milliseconds since the navigation began. */
export interface Watched {
  firstPaint: number;
  largestPaint: number;
  shift: number;
  longTasks: { start: number; duration: number }[];
  /** How long each key or click took until the next picture, by interaction. */
  interactions: Record<string, number>;
}

declare global {
  var watched: Watched;
}

/** Runs in the page before anything of it: nothing outside of this function exists there. */
function watch(): void {
  const found: Watched = { firstPaint: 0, largestPaint: 0, shift: 0, longTasks: [], interactions: {} };
  globalThis.watched = found;
  const observe = (type: string, take: (entry: never) => void, more: object = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => take(entry as never))).observe({
      type,
      buffered: true,
      ...more,
    });
  observe('paint', (entry: PerformanceEntry) => {
    if (entry.name === 'first-contentful-paint') found.firstPaint = entry.startTime;
  });
  observe('largest-contentful-paint', (entry: PerformanceEntry) => (found.largestPaint = entry.startTime));
  observe('layout-shift', (entry: PerformanceEntry & { value: number; hadRecentInput: boolean }) => {
    if (!entry.hadRecentInput) found.shift += entry.value;
  });
  observe('longtask', (entry: PerformanceEntry) => found.longTasks.push({ start: entry.startTime, duration: entry.duration }));
  observe(
    'event',
    (entry: PerformanceEntry & { interactionId: number }) => {
      if (entry.interactionId === 0) return;
      found.interactions[entry.interactionId] = Math.max(found.interactions[entry.interactionId] ?? 0, entry.duration);
    },
    { durationThreshold: 16 },
  );
}
