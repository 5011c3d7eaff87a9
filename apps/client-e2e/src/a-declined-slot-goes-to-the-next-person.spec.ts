import { expect, test } from './story';
import { bringToWaitingList } from './acts/bring-in';
import { enterSlot, goToOffering, holdAndOffer } from './acts/work-on-slots';
import { inventPerson } from './invented';

const offer = 'Psychiatrische Institutsambulanz Lörrach';

interface Place {
  readonly state: string;
  readonly receivedAt: Date;
  readonly sentAt: Date;
}

test('a declined slot goes to the next person by itself, and costs nothing', async ({ as, rows }) => {
  const [gp, intake] = [await as('gp'), await as('intake')];
  const [first, second] = [inventPerson('Anton'), inventPerson('Berta')];
  const bring = (person: typeof first) => bringToWaitingList({ gp, intake, person, offer, urgency: 'very_urgent' });
  const [firstId, secondId] = [await bring(first), await bring(second)];
  const placeOf = async (id: string) =>
    (
      await rows<Place>(
        `select e.state, e.received_at as "receivedAt", r.clock_started_at as "sentAt"
         from waiting_list_entry e join referral r on r.id = e.referral_id where r.id = $1`,
        [id],
      )
    )[0]!;
  const before = await placeOf(firstId);

  await test.step('the slot is offered to whoever is first', async () => {
    const slot = await enterSlot(intake, /Erstgespräch, Zimmer 1/);
    await goToOffering(intake, slot);
    await holdAndOffer(intake, first.spoken);
  });

  await test.step('the practice records that the person does not come, with the reason', async () => {
    await gp.getByRole('navigation', { name: 'Bereiche' }).getByRole('link', { name: 'Terminangebote' }).click();
    await gp.getByRole('button', { name: `Antwort eintragen: ${first.spoken}` }).click();
    const dialog = gp.getByRole('dialog');
    await dialog.getByRole('radio', { name: /^Abgesagt/ }).check();
    await dialog.getByRole('button', { name: 'Absage eintragen' }).click();
    await expect(dialog.getByText('Bitte wählen Sie einen Grund.')).toBeVisible();
    await dialog.getByRole('radio', { name: 'Zeit passt nicht' }).check();
    await dialog.getByRole('textbox', { name: /^Anmerkung/ }).fill('Abends ist keine Betreuung für die Kinder da.');
    await dialog.getByRole('button', { name: 'Absage eintragen' }).click();
    await expect(gp.getByText('Absage eingetragen', { exact: true })).toBeVisible();
    await expect(gp.getByText(`${first.spoken} behält den Platz auf der Warteliste und die Wartezeit`)).toBeVisible();
  });

  await test.step('the next person has the offer, without anybody doing anything', async () => {
    await expect(gp.getByRole('button', { name: `Antwort eintragen: ${second.spoken}` })).toBeVisible();
    await expect(intake.getByRole('heading', { name: second.inLists })).toBeVisible();
    expect((await placeOf(secondId)).state).toBe('offered');
  });

  await test.step('the first one keeps place and clock', async () => {
    expect(await placeOf(firstId)).toEqual(before);
    await intake.goto('/warteliste');
    await intake
      .getByRole('navigation', { name: 'Warteliste wählen' })
      .getByRole('link', { name: new RegExp(offer) })
      .click();
    const row = intake.getByRole('row').filter({ hasText: first.inLists });
    // The first cell selects the row.
    await expect(row.getByRole('gridcell').nth(1)).toHaveText('1');
    await expect(row).toContainText('1 bisher');
  });

  await test.step('and is found on the list by name, which stands in no address', async () => {
    const search = intake.getByRole('search', { name: 'Warteliste sortieren und filtern' }).getByRole('searchbox', { name: 'Suche' });
    await search.fill(`${first.givenName} ${first.familyName}`.toUpperCase());
    const rows = intake.getByRole('row').filter({ has: intake.getByRole('gridcell') });
    await expect(rows).toHaveCount(1);
    await expect(rows).toContainText(first.inLists);
    expect(intake.url().toUpperCase()).not.toContain(first.familyName.toUpperCase());
    await rows.getByRole('link', { name: first.inLists }).click();
    await expect(intake).toHaveURL(/warteliste\/[0-9a-f-]{36}/);
    await intake.goBack();
    await expect(search).toHaveValue(`${first.givenName} ${first.familyName}`.toUpperCase());
    await expect(rows).toHaveCount(1);
  });
});
