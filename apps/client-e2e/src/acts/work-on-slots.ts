import type { Page } from '@playwright/test';
import { expect } from '../story';
import { quietTime } from '../invented';
import { typeDay } from './write-referral';

/** Where a slot stands: its schedule, what its line is called, and with which day its week ends as the calendar's heading says it. */
export interface EnteredSlot {
  readonly schedule: RegExp;
  readonly label: RegExp;
  readonly weekEnds: string;
}

/** The Sunday of the week of a day (day, month and year), in the same way of writing. */
function sundayOf([day, month, year]: readonly string[]): string {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  date.setUTCDate(date.getUTCDate() + ((7 - date.getUTCDay()) % 7));
  const [years, months, days] = date.toISOString().slice(0, 10).split('-');
  return `${days}.${months}.${years}`;
}

/** Enters a free slot in the calendar, more than a week ahead. Where there is one already it takes another time, as anybody would. */
export async function enterSlot(page: Page, schedule: RegExp): Promise<EnteredSlot> {
  await page.getByRole('navigation', { name: 'Bereiche' }).getByRole('link', { name: 'Termine', exact: true }).click();
  await page.getByRole('button', { name: 'Platz eintragen' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Platz eintragen' });
  const choice = dialog.getByLabel('Kalender').getByRole('option', { name: schedule });
  await dialog.getByLabel('Kalender').selectOption(await choice.getAttribute('value'));
  for (let attempt = 0; attempt < 8; attempt++) {
    const { day, clock } = quietTime(8);
    await typeDay(dialog, /^Tag/, day);
    await dialog.getByLabel('Beginn').fill(clock);
    const answered = page.waitForResponse((response) => response.url().endsWith('/api/slots') && response.request().method() === 'POST');
    await dialog.getByRole('button', { name: 'Platz eintragen' }).click();
    if (!(await answered).ok()) continue;
    await expect(page.getByText(/^Platz eingetragen: /)).toBeVisible();
    await expect(dialog).toBeHidden();
    return { schedule, label: new RegExp(`${day.join('\\.')}, ${clock}`), weekEnds: sundayOf(day) };
  }
  throw new Error('The calendar is full.');
}

/** Walks to the week of a slot and to the page on which it is offered. */
export async function goToOffering(page: Page, slot: EnteredSlot): Promise<void> {
  await page.getByRole('button', { name: 'Liste', exact: true }).click();
  // Of a full week only the lines that are seen are drawn: one schedule at a time is short enough.
  const schedules = page.getByLabel('Kalender', { exact: true });
  await schedules.selectOption(await schedules.getByRole('option', { name: slot.schedule }).getAttribute('value'));
  const week = page.getByText(new RegExp(`bis ${slot.weekEnds.replaceAll('.', '\\.')}$`)).first();
  for (let weeks = 0; weeks < 3 && !(await week.isVisible()); weeks++) {
    await page
      .getByRole('link', { name: 'Nächste Woche' })
      .or(page.getByRole('button', { name: 'Nächste Woche' }))
      .click();
    // The heading follows at once, however long the slots of that week take.
    await week.waitFor({ timeout: 2_000 }).catch(() => undefined);
  }
  await page.getByRole('link', { name: new RegExp(`^Platz anbieten: .*${slot.label.source}`) }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Platz anbieten' })).toBeVisible();
}

/** Holds a slot for whoever is next, and offers it. */
export async function holdAndOffer(page: Page, spokenName: string): Promise<void> {
  await page.getByRole('button', { name: `Halten und anbieten: ${spokenName}` }).click();
  await expect(page.getByText(`Der Platz ist für ${spokenName} gehalten`)).toBeVisible();
}
