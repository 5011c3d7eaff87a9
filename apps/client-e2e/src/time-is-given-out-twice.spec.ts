import type { Page } from '@playwright/test';
import { isLoaded } from './look';
import { expect, test } from './story';

/** Two free slots of one calendar: one to be moved, and the time on the wall at which the other begins. */
const twoOfOneCalendar = `
  select moved.id, to_char(other.at, 'DD') as day, to_char(other.at, 'MM') as month, to_char(other.at, 'YYYY') as year, to_char(other.at, 'HH24:MI') as time
  from slot moved join organisation o on o.id = moved.organisation_id
    join lateral (select lower(b.during) at time zone 'Europe/Berlin' as at from slot b
      where b.schedule_id = moved.schedule_id and b.id <> moved.id and b.state = 'open' and b.places = 1 and lower(b.during) > now() + interval '2 days'
      limit 1) other on true
  where o.name = 'Klinik am Wiesenufer' and moved.state = 'open' and moved.places = 1 and lower(moved.during) > now() + interval '2 days' limit 1`;

interface Found {
  id: string;
  day: string;
  month: string;
  year: string;
  time: string;
}

/** Asks to move a slot to a time, and is refused because something lies there. */
async function isRefused(page: Page, { id, day, month, year, time }: Found): Promise<void> {
  await page.goto(`/termine/${id}`);
  await isLoaded(page);
  await page.getByRole('button', { name: 'Verlegen' }).click();
  const dialog = page.getByRole('dialog');
  for (const [label, text] of [['Tag', day], ['Monat', month], ['Jahr', year], ['Beginn', time]] as const) await dialog.getByRole('textbox', { name: label }).fill(text); // prettier-ignore
  await dialog.getByRole('button', { name: 'Verlegen' }).click();
  await expect(dialog.getByText(/^Überschneidet sich mit /).first()).toBeVisible();
}

test('a slot is moved onto another with a permission and a reason, and says so afterwards', async ({ as, rows }) => {
  const [found] = await rows<Found>(twoOfOneCalendar);
  const intake = await as('intake');
  await isRefused(intake, found!);
  await expect(intake.getByRole('textbox', { name: /^Trotzdem verlegen/ })).toBeHidden();
  const clinician = await as('clinician');
  await isRefused(clinician, found!);
  await clinician.getByRole('textbox', { name: /^Trotzdem verlegen/ }).fill('Beide kommen nacheinander dran');
  await clinician.getByRole('dialog').getByRole('button', { name: 'Verlegen' }).click();
  await expect(clinician.getByRole('main').getByText('doppelt vergebene Zeit')).toBeVisible();
});

test('who is away and who stands in is seen in the week and in the list', async ({ as, rows }) => {
  const [away] = await rows<{ day: string; who: string; deputy: string }>(
    `select to_char(a.from_day, 'YYYY-MM-DD') as day, s.display_name as who, d.display_name as deputy from staff_absence a
     join staff s on s.id = a.staff_id join staff d on d.id = a.deputy_id where a.ended_at is null order by a.from_day limit 1`,
  );
  const intake = await as('intake', {}, `/termine?week=${away!.day}`);
  await expect(
    intake
      .getByRole('listitem')
      .filter({ hasText: `${away!.who} abwesend` })
      .first(),
  ).toContainText(`Vertretung: ${away!.deputy}`);
  await intake.goto(`/termine?week=${away!.day}&view=list`);
  const row = intake
    .getByRole('row')
    .filter({ hasText: `Vertretung: ${away!.deputy}` })
    .first();
  await expect(row).toContainText(away!.who);
  await row.getByRole('rowheader').click();
  await expect(intake).toHaveURL(/\/termine\/abwesenheiten$/);
});
