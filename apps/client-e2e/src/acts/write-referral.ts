import type { Locator, Page } from '@playwright/test';
import { expect } from '../story';
import type { InventedPerson } from '../invented';

/** Milliseconds a letter: somebody who types fast. */
const typing = { delay: 25 };

/** The three inputs of a day, by the name of their group. */
export async function typeDay(
  form: Page | Locator,
  name: string | RegExp,
  [day, month, year]: readonly [string, string, string],
): Promise<void> {
  const group = form.getByRole('group', { name });
  await group.getByLabel('Tag', { exact: true }).fill(day);
  await group.getByLabel('Monat', { exact: true }).fill(month);
  await group.getByLabel('Jahr', { exact: true }).fill(year);
}

/** Finds a help offer in the directory, by words and place, and begins a referral to it. */
export async function findInDirectory(page: Page, { words, place, offer }: { words: string; place: string; offer: string }): Promise<void> {
  await page.getByRole('navigation', { name: 'Bereiche' }).getByRole('link', { name: 'Verzeichnis' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Verzeichnis' })).toBeVisible();
  const filters = page.getByRole('main').getByRole('search');
  await filters.getByLabel('Suche').pressSequentially(words, typing);
  await filters.getByLabel('Gemeinde').selectOption(place);
  await page.waitForURL(/municipality=/);
  await page.getByRole('link', { name: `Zuweisen an ${offer}` }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Neue Zuweisung' })).toBeVisible();
}

/** 1. Who it is about. */
export async function enterPerson(page: Page, person: InventedPerson): Promise<void> {
  await page.getByLabel('Familienname').pressSequentially(person.familyName, typing);
  await page.getByLabel('Vorname').pressSequentially(person.givenName, typing);
  await typeDay(page, /Geburtsdatum/, person.birthDate);
  await page.getByRole('textbox', { name: /^Telefon/ }).fill(person.phone);
  await page.getByRole('combobox', { name: /^Wohnort/ }).selectOption('Lörrach');
}

/** 2. Why, and what is asked of the receiver. */
export async function writeReason(
  page: Page,
  { reason, question, diagnosis }: { reason: string; question: string; diagnosis?: string },
): Promise<void> {
  await page.getByLabel('Anlass der Zuweisung').selectOption(reason);
  await page.getByLabel('Frage an die aufnehmende Stelle').pressSequentially(question, typing);
  if (diagnosis) await page.getByRole('textbox', { name: /^Verdachtsdiagnose/ }).fill(diagnosis);
}

/** The urgencies to choose from. */
export const urgencies = (page: Page): Locator => page.getByRole('group', { name: /Wie dringend ist es/ }).getByRole('radio');

/** 3. How urgent it is, as whoever refers judges it. */
export const chooseUrgency = (page: Page, name: string | RegExp): Promise<void> =>
  page
    .getByRole('group', { name: /Wie dringend ist es/ })
    .getByRole('radio', { name })
    .check();

/** 5. What the person has agreed to. */
export async function recordRelease(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Mündlich, dokumentiert' }).check();
  await page.getByRole('checkbox', { name: /^Die Person hat eingewilligt/ }).check();
}

/** Sends and waits for the page of the referral; answers its id. */
export async function sendReferral(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Zuweisung senden' }).click();
  await page.waitForURL(/\/zuweisungen\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname.split('/').at(-1)!;
}
