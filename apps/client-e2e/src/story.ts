import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test as base, type BrowserContextOptions, type Page } from '@playwright/test';
import { Client } from 'pg';
import { mailsIn, type Mail } from './setup/mail-box';

/** The demo logins the stories are told with. */
export type DemoLogin = 'gp' | 'mfa' | 'intake' | 'clinician' | 'social' | 'coordinator' | 'admin' | 'region' | 'dpo' | 'intake2';

export const demoPassword = 'lotse-demo';
export const addressOf = (login: DemoLogin): string => `${login}@demo.example`;

/** What a story before has chosen is kept for the person, so every story begins with this. */
const usual = { language: 'de', theme: 'system', density: 'auto', singleKeys: true, keyOverrides: {}, toastSeconds: 10 };

interface Story {
  /** Somebody who is signed in, with a browser of their own, on the start page or wherever they want to begin. */
  as(login: DemoLogin, options?: BrowserContextOptions, address?: string): Promise<Page>;
  /** A browser of its own in which nobody is signed in. */
  somebody(options?: BrowserContextOptions): Promise<Page>;
  /** What has been mailed so far. */
  mails(): Mail[];
  /** Looks into the database as its owner: at what no page may show. */
  rows: Rows;
}

export type Rows = <Row extends object>(statement: string, values?: readonly unknown[]) => Promise<Row[]>;

/** A test with the people of a story in it. Whatever a page throws fails the story. */
export const test = base.extend<Story>({
  somebody: async ({ browser }, use) => {
    const thrown: string[] = [];
    const contexts: { close(): Promise<void> }[] = [];
    await use(async (options = {}) => {
      const context = await browser.newContext(options);
      contexts.push(context);
      const page = await context.newPage();
      page.on('pageerror', (error) => thrown.push(error.stack ?? error.message));
      return page;
    });
    for (const context of contexts) await context.close();
    expect(thrown, 'no page throws').toEqual([]);
  },
  as: async ({ somebody }, use) => {
    const met = new Set<DemoLogin>();
    await use(async (login, options, address = '/start') => {
      const page = await somebody(options);
      await signIn(page, login);
      // What somebody preferred in another story is not theirs in this one; in a second browser of the same story it is.
      if (!met.has(login)) await preferTheUsual(page, login);
      met.add(login);
      await page.goto(address);
      return page;
    });
  },
  mails: async ({}, use) => use(() => mailsIn(needed('LOTSE_MAILS'))), // eslint-disable-line no-empty-pattern
  // eslint-disable-next-line no-empty-pattern
  rows: async ({}, use) => {
    const owner = new Client({ connectionString: ownerUrl(needed('LOTSE_DATA')) });
    await owner.connect();
    await use(async <Row extends object>(statement: string, values: readonly unknown[] = []) => {
      const { rows } = await owner.query<Row>(statement, [...values]);
      return rows;
    });
    await owner.end();
  },
});

export { expect };

/** Somebody of the demo region signs in, without the page for it. */
export async function signIn(page: Page, login: DemoLogin): Promise<void> {
  const answer = await page.request.post('/api/session', { data: { email: addressOf(login), password: demoPassword } });
  expect(answer.ok(), `${login} signs in`).toBe(true);
}

export async function preferTheUsual(page: Page, login: DemoLogin): Promise<void> {
  const reset = await page.request.put('/api/preferences', { data: usual });
  expect(reset.ok(), `${login} has the usual preferences`).toBe(true);
}

/** Where the embedded database listens, as its own files say. */
function ownerUrl(data: string): string {
  const password = readFileSync(join(data, 'database-password'), 'utf8');
  const port = readFileSync(join(data, 'postgres/postmaster.pid'), 'utf8').split('\n')[3];
  return `postgres://lotse_owner:${password}@127.0.0.1:${port}/lotse`;
}

function needed(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the stories with apps/client-e2e/run.mjs.`);
  return value;
}
