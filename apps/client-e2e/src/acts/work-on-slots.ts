import type { Page } from '@playwright/test';
import { expect } from '../story';
import { quietTime } from '../invented';
import { typeDay } from './write-referral';

/** Where a slot stands: what its line is called. */
export interface EnteredSlot {
  readonly label: RegExp;
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
    return { label: new RegExp(`${day.join('\\.')}, ${clock}`) };
  }
  throw new Error('The calendar is full.');
}

/** Walks to the week of a slot and to the page on which it is offered. */
export async function goToOffering(page: Page, slot: EnteredSlot): Promise<void> {
  await page.getByRole('button', { name: 'Liste', exact: true }).click();
  const link = page.getByRole('link', { name: new RegExp(`^Platz anbieten: .*${slot.label.source}`) });
  for (let week = 0; week < 3 && !(await link.isVisible()); week++) {
    await page
      .getByRole('link', { name: 'Nächste Woche' })
      .or(page.getByRole('button', { name: 'Nächste Woche' }))
      .click();
    await link.waitFor({ timeout: 2_000 }).catch(() => undefined);
  }
  await link.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Platz anbieten' })).toBeVisible();
}

/** Holds a slot for whoever is next, and offers it. */
export async function holdAndOffer(page: Page, spokenName: string): Promise<void> {
  await page.getByRole('button', { name: `Halten und anbieten: ${spokenName}` }).click();
  await expect(page.getByText(`Der Platz ist für ${spokenName} gehalten`)).toBeVisible();
}
