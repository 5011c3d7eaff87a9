import type { Page } from '@playwright/test';
import { bringToInbox, post } from './acts/bring-in';
import { focusedRow, tabTo } from './acts/press-keys';
import { inventPerson } from './invented';
import { isLoaded } from './look';
import { expect, test } from './story';

const offer = 'Psychiatrische Tagesklinik Lörrach';
const grid = (page: Page) => page.getByRole('grid', { name: 'Eingang' });
const rowsOf = (page: Page): Promise<string[]> =>
  grid(page)
    .locator('tr[data-row]')
    .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset['row']!));

const stateOf = (page: Page, id: string) => grid(page).locator(`tr[data-row="${id}"] lotse-chip`).last();

/** The inbox, by keyboard: the focus is on the first row. */
async function goToInbox(page: Page): Promise<string[]> {
  await page.goto('/eingang');
  await isLoaded(page);
  await tabTo(page, grid(page).getByRole('rowheader').first());
  return rowsOf(page);
}

/** Walks down to the next one that nobody has looked at. */
async function walkToNew(page: Page): Promise<string> {
  for (let rows = 0; rows < 40; rows++) {
    const id = (await focusedRow(page))!;
    if ((await stateOf(page, id).textContent())?.trim() === 'Neu') return id;
    await page.keyboard.press('j');
  }
  throw new Error('Nothing is new.');
}

/** A colleague decides elsewhere; the referral leaves the inbox. */
async function putOnWaitingList(page: Page, id: string): Promise<void> {
  for (const act of ['acknowledge', 'accept', 'waitlist']) {
    const { version } = (await (await page.request.get(`/api/referrals/${id}`)).json()) as { version: number };
    await post(page, `referrals/${id}/${act}`, {}, version);
  }
}

test('three referrals are decided without a mouse; the focus goes to the next row each time', async ({ as }) => {
  const intake = await as('intake');
  const rows = await goToInbox(intake);
  let last = '';
  for (const _ of [1, 2, 3]) {
    last = await walkToNew(intake);
    await intake.keyboard.press('a');
    await expect(stateOf(intake, last)).toHaveText('Angenommen');
    await expect(intake.getByRole('status').getByText('Angenommen.').first()).toBeVisible();
    await expect.poll(() => focusedRow(intake), 'the next row has the focus').toBe(rows[rows.indexOf(last) + 1]);
  }

  await intake.keyboard.press('u');
  await expect(intake.getByRole('status').getByText('Rückgängig gemacht.').first()).toBeVisible();
  await expect(stateOf(intake, last), 'the last one is as it was').not.toHaveText('Angenommen');
});

test('rows come and go while somebody reads: neither focus nor page moves', async ({ as }) => {
  const [gp, intake, colleague] = [await as('gp'), await as('intake'), await as('intake')];
  const rows = await goToInbox(intake);
  const early = await walkToNew(intake);
  await intake.keyboard.press('j');
  const read = await walkToNew(intake);
  const before = await intake.evaluate(() => scrollY);

  const person = inventPerson('Rosa');
  await bringToInbox({ gp, person, offer, urgency: 'very_urgent' });
  await expect(intake.getByRole('button', { name: /neue? anzeigen/ })).toBeVisible();
  expect(await focusedRow(intake), 'something new').toBe(read);
  expect(await intake.evaluate(() => scrollY), 'something new').toBe(before);
  await expect(grid(intake).getByText(person.inLists)).toBeHidden();

  await putOnWaitingList(colleague, early);
  await expect.poll(() => rowsOf(intake), 'another row left').not.toContain(early);
  expect(await focusedRow(intake), 'another row left').toBe(read);

  await intake.keyboard.press('j');
  const open = (await focusedRow(intake))!;
  await intake.keyboard.press('Enter');
  await expect(intake.getByRole('complementary', { name: 'Vorschau' })).toBeVisible();
  expect(rows).toContain(open);
});

test('letters do nothing where somebody types, outside of the list, and when they are switched off', async ({ as }) => {
  const intake = await as('intake');
  const rows = await goToInbox(intake);
  const accepted = intake.getByRole('status').getByText('Angenommen.');
  const search = intake.getByRole('main').getByRole('searchbox');
  await search.focus();
  await intake.keyboard.press('a');
  await expect(search).toHaveValue('a');
  await search.fill('');
  await intake.getByRole('heading', { level: 1 }).focus();
  await intake.keyboard.press('a');
  await intake.evaluate(() => {
    const kept = JSON.parse(localStorage.getItem('lotse.preferences') ?? '{}') as object;
    localStorage.setItem('lotse.preferences', JSON.stringify({ ...kept, singleKeys: false }));
    dispatchEvent(new StorageEvent('storage', { key: 'lotse.preferences' }));
  });
  await tabTo(intake, grid(intake).getByRole('rowheader').first());
  for (const letter of ['a', 'j', 'z', 'x']) await intake.keyboard.press(letter);
  expect(await focusedRow(intake), 'j does not walk').toBe(rows[0]);
  await intake.keyboard.press('ArrowDown');
  expect(await focusedRow(intake), 'arrows do').toBe(rows[1]);
  await expect(accepted).toBeHidden();
});

test('a message moves no focus, and what it offered is still in the history after it has gone', async ({ as }) => {
  const intake = await as('intake');
  const rows = await goToInbox(intake);
  const id = await walkToNew(intake);
  await intake.keyboard.press('a');
  const toast = intake.locator('.toast').filter({ hasText: 'Angenommen.' });
  await expect(toast).toBeVisible();
  await expect.poll(() => focusedRow(intake)).toBe(rows[rows.indexOf(id) + 1]);
  await toast.getByRole('button', { name: 'Meldung schließen' }).click();
  await expect(toast).toBeHidden();
  await intake.goto(`/zuweisungen/${id}`);
  await isLoaded(intake);
  await tabTo(intake, intake.getByRole('button', { name: 'Rückgängig', exact: true }));
  await intake.keyboard.press('Enter');
  await expect(intake.getByText('rückgängig gemacht').first()).toBeVisible();
});
