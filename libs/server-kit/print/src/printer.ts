import { SETTINGS, type Settings } from '@lotse/server-kit/settings';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { foot, letter, type Letter } from './letter';
import { officeLetter, type OfficeLetter } from './office-letter';
import { typeface } from './typeface';

const atOnce = 2;
const within = 30_000;
/** A sheet of A4 as a screen counts it. */
const sheet = { width: 794, height: 1123 };

const markupOf = async (document: Letter | OfficeLetter): Promise<string> =>
  'addressee' in document ? officeLetter(document, await typeface()) : letter(document);

/**
 * Prints documents as tagged PDF, so that they can be read aloud and searched (PDF/UA asks for tags, a language and a title). One browser is
 * kept; it has no network and runs no script, so what is printed can neither fetch nor tell anything.
 */
@Injectable()
export class Printer implements OnApplicationShutdown {
  private opening: Promise<{ browser: Browser; context: BrowserContext }> | undefined;
  private printing = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  async print(document: Letter | OfficeLetter): Promise<Buffer> {
    const options = {
      format: 'A4',
      tagged: true,
      outline: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: foot(document),
      margin: { top: '20mm', right: '20mm', bottom: '22mm', left: '25mm' },
    };
    return this.withPage(document, (page) => page.pdf(options));
  }

  /** The first page as a picture, for a look beside what one is writing: phones show no documents inside of a page. */
  picture(document: OfficeLetter): Promise<Buffer> {
    return this.withPage(document, async (page) => {
      await page.setViewportSize(sheet);
      return page.screenshot({ type: 'png', clip: { x: 0, y: 0, ...sheet } });
    });
  }

  private async withPage<Result>(document: Letter | OfficeLetter, act: (page: Page) => Promise<Result>): Promise<Result> {
    await this.turn();
    try {
      const { context } = await this.opened();
      const page = await context.newPage();
      try {
        await page.setContent(await markupOf(document), { waitUntil: 'load', timeout: within });
        return await act(page);
      } finally {
        await page.close();
      }
    } finally {
      this.printing--;
      this.waiting.shift()?.();
    }
  }

  async onApplicationShutdown(): Promise<void> {
    const opened = await this.opening?.catch(() => undefined);
    await opened?.browser.close();
  }

  /** Two at a time: a browser takes what it can get. */
  private async turn(): Promise<void> {
    if (this.printing >= atOnce) await new Promise<void>((next) => this.waiting.push(next));
    this.printing++;
  }

  private opened(): Promise<{ browser: Browser; context: BrowserContext }> {
    this.opening ??= this.open().catch((error: unknown) => {
      this.opening = undefined;
      throw error;
    });
    return this.opening;
  }

  /** Loaded when something is printed for the first time: most processes never do. */
  private async open(): Promise<{ browser: Browser; context: BrowserContext }> {
    const { chromium: playwright } = await import('playwright-core');
    const { default: packed } = await import('@sparticuz/chromium');
    const executablePath = this.settings.CHROMIUM_PATH ?? (await packed.executablePath());
    const browser = await playwright.launch({ executablePath, args: packed.args, headless: true });
    browser.on('disconnected', () => (this.opening = undefined));
    const context = await browser.newContext({ offline: true, javaScriptEnabled: false, serviceWorkers: 'block' });
    await context.route('**', (route) => route.abort());
    return { browser, context };
  }
}
