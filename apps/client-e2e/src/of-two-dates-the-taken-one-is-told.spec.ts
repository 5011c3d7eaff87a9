import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { bringToWaitingList } from './acts/bring-in';
import { inventPerson } from './invented';
import { expect, test } from './story';

const offer = 'Psychiatrische Institutsambulanz Lörrach';
const village = '08336079';
const day = 86_400_000;

const key = () => ({ 'Idempotency-Key': randomUUID() });

/** A slot so many days after the last there is. */
async function slotOf(intake: Page, { last, days }: { last: Date; days: number }, more: object): Promise<{ id: string; version: number }> {
  const { items } = (await (await intake.request.get('/api/schedules')).json()) as { items: { id: string; name: string }[] };
  const startsAt = new Date(last.getTime() + days * day).toISOString();
  const scheduleId = items.find(({ name }) => name === 'Erstgespräch, Zimmer 1')!.id;
  const answer = await intake.request.post('/api/slots', { headers: key(), data: { scheduleId, startsAt, minutes: 30, ...more } });
  expect(answer.status()).toBe(201);
  return (await answer.json()) as { id: string; version: number };
}

test('of two dates, one in a village and one by phone, the one that is taken is told', async ({ as, rows }) => {
  const [gp, intake] = [await as('gp'), await as('intake')];
  const person = inventPerson('Zora');
  const referral = await bringToWaitingList({ gp, intake, person, offer, urgency: 'very_urgent' });
  const [entry] = await rows<{ id: string }>('select id from waiting_list_entry where referral_id = $1', [referral]);
  const [found] = await rows<{ last: Date }>('select max(upper(during)) as last from slot');
  const last = found!.last;
  const [there, byPhone] = [
    await slotOf(intake, { last, days: 1 }, { mode: 'on_site', municipalityKey: village }),
    await slotOf(intake, { last, days: 2 }, { mode: 'phone' }),
  ];
  const offered = await intake.request.post(`/api/slots/${there.id}/offers`, {
    headers: { ...key(), 'If-Match': `"${there.version}"` },
    data: { entryId: entry!.id, secondSlotId: byPhone.id, outOfTurnReason: 'Nur an diesen Tagen möglich' },
  });
  expect(offered.status()).toBe(201);

  const assistant = await as('mfa', { viewport: { width: 390, height: 844 }, hasTouch: true });
  await assistant.goto(`/zuweisungen/${referral}`);
  await test.step('the page of the referral says when and where before anything is answered', async () => {
    await expect(assistant.getByRole('heading', { name: 'Ein Termin wird angeboten' })).toBeVisible();
    await expect(assistant.getByText('Klinik am Wiesenufer, Schönau im Schwarzwald')).toBeVisible();
    await expect(assistant.getByText('Telefon · Erstgespräch, Zimmer 1')).toBeVisible();
  });
  await test.step('which one is asked, and the taken one is told', async () => {
    await assistant.getByRole('button', { name: /^Antwort eintragen/ }).tap();
    const dialog = assistant.getByRole('dialog');
    await dialog.getByRole('radio', { name: /^Zugesagt/ }).check();
    await dialog.getByRole('button', { name: 'Zusage eintragen' }).tap();
    await expect(dialog.getByText('Bitte wählen Sie einen der beiden Termine.')).toBeVisible();
    await dialog.getByRole('radio', { name: /Telefon$/ }).check();
    await dialog.getByRole('button', { name: 'Zusage eintragen' }).tap();
    await expect(assistant.getByText(/Der Termin ist gebucht: .*, Telefon\./)).toBeVisible();
    await expect(assistant.getByText('Am Telefon', { exact: true })).toBeVisible();
  });
});
