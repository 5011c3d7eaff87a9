import { randomUUID } from 'node:crypto';
import { bringToInbox, post } from './acts/bring-in';
import { inventPerson } from './invented';
import { expect, test, type Rows } from './story';

/** The worker sees to it within seconds; how quickly is for the benchmark to say. */
const soon = { timeout: 30_000 };
const inThreeWeeks = () => new Date(Math.ceil(Date.now() / 3_600_000) * 3_600_000 + 21 * 86_400_000).toISOString();

/** A service that the clinic has just opened: nobody waits for it yet. */
async function opensService(rows: Rows, name: string): Promise<string> {
  const [serviceId, scheduleId] = [randomUUID(), randomUUID()];
  await rows(
    `insert into service (id, region_id, organisation_id, name, category, description_de, description_en, ags, capacity, accepts_referrals,
       confirmed_on, search_text, is_invented)
     select $1, region_id, id, $2, 'outpatient_clinic', 'Neu', 'New', '08336050', 'capacity', true, current_date, lower($2), true
     from organisation where name = 'Klinik am Wiesenufer'`,
    [serviceId, name],
  );
  await rows(
    `insert into schedule (id, region_id, organisation_id, service_id, name) select $1, region_id, organisation_id, id, 'Neu' from service where id = $2`,
    [scheduleId, serviceId],
  );
  return scheduleId;
}

test('a slot that fits nobody on its own list goes to somebody from elsewhere, once', async ({ as, rows }) => {
  const [gp, intake, coordinator] = [await as('gp'), await as('intake'), await as('coordinator')];
  const offer = `Neue Sprechstunde ${randomUUID().slice(0, 8).toUpperCase()}`;
  const scheduleId = await opensService(rows, offer);
  const slot = await post<{ id: string }>(intake, 'slots', { scheduleId, startsAt: inThreeWeeks(), minutes: 50, mode: 'on_site' });
  const stands = async () =>
    (
      await rows<{ state: string; published: boolean }>('select state, published_at is not null as published from slot where id = $1', [
        slot.id,
      ])
    )[0];

  await test.step('the clinic sees that nobody fits, and what it may do', async () => {
    await intake.goto(`/termine/${slot.id}/anbieten`);
    await expect(intake.getByRole('heading', { name: 'Dieser Platz passt zu niemandem' })).toBeVisible();
    await expect(intake.getByRole('heading', { name: 'Im Landkreis veröffentlichen' })).toBeVisible();
  });

  await test.step('after the time that the county leaves it, those who coordinate have a task and publish it', async () => {
    await rows('update slot set fits_nobody = true, pool_at = now() where id = $1', [slot.id]);
    const task = coordinator.getByRole('row').filter({ hasText: offer });
    await expect(async () => {
      await coordinator.goto('/aufgaben');
      await expect(task).toBeVisible({ timeout: 4_000 });
    }).toPass(soon);
    await task.getByRole('link', { name: /Freier Platz im Landkreis/ }).click();
    await coordinator.getByRole('button', { name: new RegExp(`^Veröffentlichen: .*${offer}`) }).click();
    await expect(coordinator.getByText('Veröffentlicht. Andere Stellen im Landkreis sehen')).toBeVisible();
  });

  await test.step('a practice sees it among the free slots and in the directory, and refers from there', async () => {
    await gp.goto(`/verzeichnis?text=${encodeURIComponent(offer)}`);
    await expect(gp.getByText(/^Freier Platz: /)).toBeVisible();
    await gp.getByRole('navigation', { name: 'Bereiche' }).getByRole('link', { name: 'Freie Plätze' }).click();
    await gp.getByRole('link', { name: new RegExp(`^Zuweisen: .*${offer}`) }).click();
    await expect(gp.getByRole('radio', { name: offer })).toBeChecked();
  });

  const [first, second] = [inventPerson('Anton'), inventPerson('Berta')];
  const ids = await Promise.all([first, second].map((person) => bringToInbox({ gp, person, offer, urgency: 'soon' })));
  await test.step('on the referral the clinic reads that it has a free slot', async () => {
    await intake.goto(`/zuweisungen/${ids[0]}`);
    await expect(intake.getByText('Bei diesem Angebot ist ein Platz frei')).toBeVisible();
  });

  await test.step('whoever comes onto the list first is offered it, without anybody doing anything; the other waits', async () => {
    for (const id of ids) {
      let [{ version } = { version: 0 }] = await rows<{ version: number }>('select version from referral where id = $1', [id]);
      for (const act of ['acknowledge', 'accept', 'waitlist'] as const) {
        const [now] = await rows<{ state: string }>('select state from referral where id = $1', [id]);
        if (act === 'acknowledge' && now!.state === 'received') continue;
        ({ version } = await post<{ version: number }>(intake, `referrals/${id}/${act}`, {}, version));
      }
    }
    await gp.goto('/angebote');
    await expect(gp.getByRole('button', { name: `Antwort eintragen: ${first.spoken}` })).toBeVisible(soon);
    await expect(gp.getByRole('button', { name: `Antwort eintragen: ${second.spoken}` })).toBeHidden();
  });

  await test.step('once it is taken nobody sees it any more', async () => {
    const [offered] = await rows<{ id: string; version: number }>(
      `select id, version from slot_offer where slot_id = $1 and state = 'sent'`,
      [slot.id],
    );
    await post(gp, `offers/${offered!.id}/accept`, {}, offered!.version);
    expect(await stands()).toEqual({ state: 'taken', published: false });
    await gp.goto('/freie-plaetze');
    await expect(gp.getByRole('heading', { level: 1, name: 'Freie Plätze im Landkreis' })).toBeVisible();
    await expect(gp.getByText(offer)).toHaveCount(0);
  });
});
