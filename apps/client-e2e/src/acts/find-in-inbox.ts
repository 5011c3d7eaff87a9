import type { Locator, Page } from '@playwright/test';
import type { InventedPerson } from '../invented';
import { expect } from '../story';

/** Looks for somebody in the inbox. Answers what to press once nobody else is shown: rows that are about to go would move it away. */
export async function findInInbox(page: Page, person: InventedPerson): Promise<Locator> {
  await page.getByRole('main').getByRole('searchbox').fill(person.familyName);
  const list = page.getByRole('grid', { name: 'Eingang' });
  await expect(list.locator('tbody tr').filter({ hasNotText: person.inLists })).toHaveCount(0);
  return list.getByText(person.inLists);
}
