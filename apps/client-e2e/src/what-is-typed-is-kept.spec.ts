import type { Page } from '@playwright/test';
import { enterPerson, writeReason } from './acts/write-referral';
import { expect, test } from './story';
import { inventPerson } from './invented';
import { stored } from './stored';

const reason = 'Gedrückte Stimmung, Antriebsmangel';
const question = 'Bitte um Abklärung, ob eine Behandlung in der Ambulanz möglich ist.';

const begin = async (page: Page): Promise<void> => {
  await page.goto('/zuweisungen/neu');
  await expect(page.getByLabel('Familienname')).toBeVisible();
};

// @req ASVS 5.0.0-14.3.1, 5.0.0-14.3.3
test('what is typed is kept in the browser, sealed, and is gone after signing out', async ({ as }) => {
  const [first, second] = [inventPerson('Irma'), inventPerson('Jost')];
  const gp = await as('gp');

  await test.step('half a second after typing it is kept on the device', async () => {
    await begin(gp);
    await gp.getByLabel('Familienname').pressSequentially(first.familyName);
    await expect(gp.getByText(/Auf diesem Gerät gesichert, \d\d:\d\d/)).toBeVisible();
  });

  await test.step('nobody can read it there', async () => {
    const found = await stored(gp);
    expect(found).toContain('lotse-drafts');
    expect(found).not.toContain(first.familyName);
  });

  await test.step('a second page beside it begins empty, and the two never mix', async () => {
    const beside = await gp.context().newPage();
    await begin(beside);
    await expect(beside.getByLabel('Familienname')).toHaveValue('');
    await beside.getByLabel('Familienname').pressSequentially(second.familyName);
    await expect(beside.getByText(/Auf diesem Gerät gesichert/)).toBeVisible();
    await gp.reload();
    await expect(gp.getByLabel('Familienname')).toHaveValue(first.familyName);
    await beside.reload();
    await expect(beside.getByLabel('Familienname')).toHaveValue(second.familyName);
    await beside.close();
  });

  await test.step('signing out leaves nothing behind', async () => {
    await gp.getByRole('button', { name: /^Konto|Konto von/ }).click();
    await gp.getByRole('button', { name: 'Abmelden' }).click();
    await expect(gp.getByRole('button', { name: 'Anmelden', exact: true })).toBeVisible();
    expect(await stored(gp)).not.toContain('lotse-drafts');
  });
});

test('once it is about somebody the draft is saved on the server by itself, and goes on after a crash', async ({ as, rows }) => {
  const person = inventPerson('Karla');
  const gp = await as('gp');
  const draftOf = async () =>
    (
      await rows<{ id: string; question: string }>(
        `select r.id, r.question from referral r join person p on p.id = r.person_id where r.state = 'draft' and p.family_name = $1`,
        [person.familyName],
      )
    )[0];

  await test.step('ten seconds later it is on the server', async () => {
    await begin(gp);
    await enterPerson(gp, person);
    await writeReason(gp, { reason, question });
    await expect(gp.getByText(/Entwurf gespeichert, \d\d:\d\d/)).toBeVisible({ timeout: 20_000 });
    // Whoever types slowly is saved in between: the rest follows by itself.
    await expect.poll(async () => (await draftOf())?.question, { timeout: 30_000 }).toBe(question);
  });

  await test.step('the page is reloaded at the wrong moment', async () => {
    await gp.getByLabel('Frage an die aufnehmende Stelle').pressSequentially(' Danke.');
    await expect(gp.getByText(/Auf diesem Gerät gesichert/)).toBeVisible();
    await gp.reload();
    await expect(gp.getByRole('heading', { level: 1, name: 'Entwurf fertig schreiben' })).toBeVisible();
    await expect(gp.getByLabel('Frage an die aufnehmende Stelle')).toHaveValue(`${question} Danke.`);
  });

  await test.step('whoever begins another one has an empty page', async () => {
    await begin(gp);
    await expect(gp.getByLabel('Frage an die aufnehmende Stelle')).toHaveValue('');
  });

  await test.step('the assistant goes on at another computer with what the server has', async () => {
    const assistant = await as('mfa');
    await assistant.goto(`/zuweisungen/${(await draftOf())!.id}/bearbeiten`);
    await expect(assistant.getByLabel('Frage an die aufnehmende Stelle')).toHaveValue(question);
  });
});
