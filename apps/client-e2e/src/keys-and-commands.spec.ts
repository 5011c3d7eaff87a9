import type { Page } from '@playwright/test';
import { complaintsOf, hasNoBarriers, isLoaded, looksRight, phone } from './look';
import { expect, test } from './story';

const palette = (page: Page) => page.getByRole('combobox', { name: 'Suche und Befehle' });
/** Opens search and commands; what is typed then goes there. */
async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(palette(page)).toBeFocused();
}
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
/** Where letters act: on the page itself. */
const onPage = (page: Page) => page.getByRole('heading', { level: 1 }).focus();

async function changeKey(page: Page, act: string, letter: string): Promise<void> {
  await page.getByLabel(act, { exact: true }).focus();
  await page.keyboard.type(letter);
}

test('search and commands lead everywhere, and give the focus back', async ({ as }) => {
  const page = await as('intake');
  await isLoaded(page);
  const link = page.getByRole('navigation', { name: 'Bereiche' }).first().getByRole('link', { name: 'Eingang' });
  await link.focus();
  await openPalette(page);
  await hasNoBarriers(page, 'search and commands');
  await page.keyboard.press('Escape');
  await expect(link).toBeFocused();

  await page.getByRole('button', { name: 'Suche und Befehle' }).click();
  await expect(palette(page)).toBeFocused();
  await page.keyboard.type('warte');
  await expect(page.getByRole('option', { name: /Warteliste/ })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(heading(page, /Warteliste/)).toBeFocused();

  await openPalette(page);
  await expect(page.getByRole('group', { name: 'Zuletzt geöffnet' }).getByRole('option')).toHaveCount(1);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Hilfe')).toBeVisible();
});

test('a person is found by name, and what is typed is kept nowhere', async ({ as, rows }) => {
  const page = await as('intake');
  await isLoaded(page);
  const [someone] = await rows<{ name: string; reference: string }>(
    `select p.family_name as name, r.reference from referral r join person p on p.id = r.person_id
     join organisation o on o.id = r.recipient_organisation_id where o.name = 'Klinik am Wiesenufer' and r.state = 'received' limit 1`,
  );
  const before = page.url();
  await openPalette(page);
  await page.keyboard.type(someone!.name);
  const found = page.getByRole('group', { name: 'Eingang' }).getByRole('option', { name: someone!.name });
  await expect(found.first()).toBeVisible();
  expect(page.url()).toBe(before);
  const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(stored).not.toContain(someone!.name);
  await found.first().click();
  await expect(page).toHaveURL(/\/zuweisungen\/[\w-]+$/);

  await openPalette(page);
  await page.keyboard.type('gibt es ganz sicher nicht');
  await expect(page.getByText('Nichts gefunden.')).toBeVisible();
  await page.route('**/api/referrals?*', (route) => route.abort());
  await palette(page).fill(someone!.name);
  await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible();
});

test('search and commands fill the screen of a phone', async ({ as }) => {
  const page = await as('gp', { viewport: phone });
  await page.getByRole('button', { name: 'Suche und Befehle' }).click();
  const box = await page.getByRole('dialog', { name: 'Suche und Befehle' }).boundingBox();
  expect([box!.width, box!.height]).toEqual([phone.width, phone.height]);
  await looksRight(page, 'phone');
  await page.getByRole('button', { name: 'Fenster schließen' }).click();
  await expect(palette(page)).toHaveCount(0);
});

test('letters lead to the pages, never while somebody writes', async ({ as }) => {
  const page = await as('intake');
  await isLoaded(page);
  await onPage(page);
  await page.keyboard.type('ge');
  await expect(heading(page, /Eingang/)).toBeFocused();
  await page.keyboard.type('gv');
  await expect(heading(page, /Verzeichnis/)).toBeFocused();
  await page.getByRole('searchbox').or(page.getByRole('textbox')).first().focus();
  await page.keyboard.type('ge?');
  await expect(heading(page, /Verzeichnis/)).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('the keys that work here are one key away', async ({ as }) => {
  const page = await as('intake');
  await page.goto('/eingang');
  await isLoaded(page);
  await onPage(page);
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Tasten' });
  await expect(help.getByRole('heading', { name: 'Im Eingang' })).toBeVisible();
  await expect(help.getByRole('heading', { name: 'Auf der Warteliste' })).toHaveCount(0);
  await hasNoBarriers(page, 'keys');
  await page.keyboard.press('Escape');
  await expect(heading(page, /Eingang/)).toBeFocused();
});

test('F6 walks through the regions of the page, and back to where one was', async ({ as }) => {
  const page = await as('intake');
  await page.goto('/verzeichnis');
  await isLoaded(page);
  await onPage(page);
  const region = () =>
    page.evaluate(() => document.activeElement?.closest('.rail, main, .top-bar')?.tagName.toLowerCase() ?? document.activeElement?.tagName);
  const walked: unknown[] = [];
  for (let step = 0; step < 3; step++) {
    await page.keyboard.press('F6');
    walked.push(await region());
  }
  expect(walked).toEqual(['header', 'nav', 'main']);
  await expect(heading(page, /Verzeichnis/)).toBeFocused();
  await page.keyboard.press('Shift+F6');
  expect(await region()).toBe('nav');
});

test('settings hold at once, refuse what cannot be, and follow into the next browser', async ({ as, rows }) => {
  await rows(`delete from staff_preference`);
  const page = await as('clinician');
  await page.goto('/einstellungen');
  await isLoaded(page);
  await page.getByRole('radio', { name: /^Kompakt/ }).check();
  await expect(page.locator('html')).toHaveAttribute('data-density', 'compact');
  await changeKey(page, 'Rückfrage stellen', 'a');
  await expect(page.getByText('„a“ gehört schon zu „Annehmen und weiter“.')).toBeVisible();
  await changeKey(page, 'Rückfrage stellen', 'f');
  await page.getByLabel('Bis ich sie schließe').check();
  await expect(page.getByText('Gespeichert.')).toBeVisible();
  await expect
    .poll(async () => (await rows<{ kept: string }>(`select preferences->'keyOverrides'->>'ask' as kept from staff_preference`))[0]?.kept)
    .toBe('f');

  const elsewhere = await as('clinician');
  await elsewhere.goto('/einstellungen');
  await isLoaded(elsewhere);
  await expect(elsewhere.locator('html')).toHaveAttribute('data-density', 'compact');
  await expect(elsewhere.getByLabel('Rückfrage stellen', { exact: true })).toHaveValue('f');
  await expect(elsewhere.getByLabel('Bis ich sie schließe')).toBeChecked();

  await elsewhere.getByLabel(/Einzelne Buchstaben/).uncheck();
  await onPage(elsewhere);
  await elsewhere.keyboard.type('?gs');
  await expect(elsewhere.getByRole('dialog')).toHaveCount(0);
  await expect(heading(elsewhere, 'Einstellungen')).toBeVisible();
  await rows(`delete from staff_preference`);
});

for (const [path, title] of [
  ['/barrierefreiheit', 'Barrierefreiheit'],
  ['/hilfe', 'Hilfe'],
  ['/lizenzen', 'Lizenzen'],
] as const) {
  test(`${path} is there for everybody, signed in or not`, async ({ as, somebody }) => {
    for (const page of [await somebody(), await as('gp')]) {
      const complaints = complaintsOf(page);
      await page.goto(path);
      await isLoaded(page);
      await expect(heading(page, title)).toBeVisible();
      await looksRight(page, path);
      await hasNoBarriers(page, path);
      await page.setViewportSize(phone);
      await looksRight(page, `${path} on a phone`);
      expect(complaints).toEqual([]);
    }
  });
}

test('no script runs that is not ours', async ({ as }) => {
  const page = await as('gp');
  await isLoaded(page);
  const refused = await page.evaluate(async () => {
    const violations: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective));
    const ran = () => (globalThis as { ran?: true }).ran === true;
    const inline = document.createElement('div');
    const attempts = [
      () => (inline.innerHTML = '<img src="x" onerror="globalThis.ran = true">'),
      () => {
        const script = document.createElement('script');
        script.text = 'globalThis.ran = true';
        document.head.append(script);
      },
      () => document.createElement('button').setAttribute('onclick', 'globalThis.ran = true'),
    ];
    let thrown = 0;
    for (const attempt of attempts) {
      try {
        attempt();
      } catch {
        thrown++;
      }
    }
    await new Promise((resolve) => setTimeout(resolve));
    return { ran: ran(), thrown, violations: violations.length > 0 };
  });
  expect(refused).toEqual({ ran: false, thrown: 3, violations: true });
});
