import type { Browser, Page } from '@playwright/test';
import { complaintsOf, wide } from './look';
import { preferTheUsual, signIn, type DemoLogin } from './story';

export interface Looking {
  readonly page: Page;
  /** What the page has said since somebody began to look at it. */
  readonly complaints: string[];
}

/** Whoever looks at several pages signs in once, and keeps what their browser has fetched. */
const everybody = new Map<DemoLogin | undefined, Looking>();

/** Somebody who looks: on a wide window in the light, with nothing said yet. */
export async function whoeverLooks(browser: Browser, login: DemoLogin | undefined): Promise<Looking> {
  const looking = everybody.get(login) ?? (await begin(browser, login));
  looking.complaints.length = 0;
  await looking.page.setViewportSize(wide);
  await looking.page.emulateMedia({ colorScheme: 'light' });
  return looking;
}

async function begin(browser: Browser, login: DemoLogin | undefined): Promise<Looking> {
  const context = await browser.newContext({ colorScheme: 'light' });
  const page = await context.newPage();
  if (login) {
    await signIn(page, login);
    await preferTheUsual(page, login);
  }
  const looking = { page, complaints: complaintsOf(page) };
  everybody.set(login, looking);
  return looking;
}

/** At the end of a file of stories. */
export async function nobodyLooks(): Promise<void> {
  for (const { page } of everybody.values()) await page.context().close();
  everybody.clear();
}
