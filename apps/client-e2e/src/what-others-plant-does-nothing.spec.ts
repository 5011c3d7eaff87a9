import { post } from './acts/bring-in';
import { inventPerson } from './invented';
import { complaintsOf, isLoaded } from './look';
import { beds } from './planted';
import { stored } from './stored';
import { addressOf, demoPassword, expect, test } from './story';

/** What is left of a planted text, however an address has wrapped it. */
const plantedIn = (text: string): string[] => text.replaceAll('%28', '(').match(/hit\s*[(`]|e\.example/gi) ?? [];

// @req ASVS 5.0.0-1.2.1, 5.0.0-1.2.3, 5.0.0-14.2.1
test('two hundred texts that want to be scripts are texts, wherever they are read, and stay on the page', async ({ as }) => {
  const [gp, intake] = [await as('gp'), await as('intake')];
  const complaints = [gp, intake].map((page) => complaintsOf(page));
  const asked: string[] = [];
  for (const page of [gp, intake]) page.on('request', (request) => asked.push(request.url()));
  const { items } = (await (await gp.request.get('/api/services?text=Institutsambulanz%20L%C3%B6rrach')).json()) as {
    items: { id: string; organisationId: string }[];
  };
  const [service] = items;
  const addresses: string[] = [];
  for (const [index, { street, phone, familyName, ...texts }] of beds({
    familyName: 70,
    phone: 40,
    street: 150,
    question: 2000,
    risk: 2000,
    triedSoFar: 1000,
    medication: 1000,
    diagnosis: 200,
  }).entries()) {
    const { familyName: givenName } = inventPerson('Alwine');
    const { id: personId } = await post<{ id: string }>(gp, 'people', {
      familyName,
      givenName,
      birthDate: `19${60 + index}-0${1 + (index % 9)}-03`,
      street,
      phone: phone.slice(0, 40),
    });
    await post(gp, `people/${personId}/releases`, {
      recipientOrganisationId: service!.organisationId,
      purpose: familyName,
      evidence: street,
      dataParts: ['identity', 'contact', 'diagnosis', 'medication', 'risk', 'notes', 'letters'],
      coversHealthData: true,
      form: 'written',
      givenOn: '2026-01-02',
      validUntil: '2099-12-31',
    });
    const draft = { personId, serviceId: service!.id, reason: 'low_mood', urgency: 'routine', ...texts };
    const { id, version } = await post<{ id: string; version: number }>(gp, 'referrals', draft);
    await post(gp, `referrals/${id}/submit`, {}, version);
    addresses.push(`/zuweisungen/${id}`, `/personen/${personId}`);
  }
  const [referral, person] = addresses;
  const reading = [...addresses.map((address) => [intake, address] as const), [gp, referral!] as const, [gp, person!] as const];
  for (const [page, address] of [...reading, [intake, referral!.replace('/zuweisungen/', '/eingang?open=')] as const]) {
    await page.goto(address);
    await isLoaded(page);
    await expect(page.locator('main')).toContainText(/hit|e\.example/);
    const ours = 'main :is(script, iframe, base, object, [onerror], [onload], [ontoggle], [onfocus], [onmouseover])';
    expect(await page.locator(ours).count()).toBe(0);
    const around = [page.url(), await page.title(), await stored(page)].map(plantedIn);
    expect([address, ...around]).toEqual([address, [], [], []]);
  }
  expect(asked.flatMap(plantedIn), 'no request says what was planted').toEqual([]);
  // A script that runs would call what there is not; a style or picture from elsewhere would be refused.
  expect(complaints).toEqual([[], []]);
});

// @req ASVS 5.0.0-3.5.1, 5.0.0-3.5.2
test('another site that somebody opens beside Lotse sends nothing in their name, and reads nothing', async ({ as, rows }) => {
  const gp = await as('gp');
  const count = async () => (await rows<{ count: string }>('select count(*) from person'))[0]!.count;
  const before = await count();
  const target = new URL(gp.url()).origin;
  const foreign = 'http://127.0.0.1:9';
  await gp
    .context()
    .route(`${foreign}/**`, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Anderswo</title><form method="post">' }),
    );
  const elsewhere = await gp.context().newPage();
  await elsewhere.goto(`${foreign}/`);
  const outcome = await elsewhere.evaluate(async (origin) => {
    const body = JSON.stringify({ familyName: 'Fremd', givenName: 'Ida', birthDate: '1970-01-02' });
    const attempt = (init: RequestInit, path = '/api/people') =>
      fetch(`${origin}${path}`, { credentials: 'include', ...init }).then(
        (answer) => `${answer.type} ${answer.status}`,
        () => 'refused',
      );
    return [
      await attempt({ method: 'POST', body, mode: 'no-cors' }),
      await attempt({ method: 'POST', body, headers: { 'content-type': 'application/json' } }),
      await attempt({ method: 'DELETE' }, '/api/session'),
      await attempt({}, '/api/session'),
    ];
  }, target);
  expect(outcome).toEqual(['refused', 'refused', 'refused', 'refused']);
  const [answer] = await Promise.all([
    elsewhere.waitForResponse((response) => response.url().startsWith(target) && response.request().method() === 'POST'),
    elsewhere.evaluate((origin) => {
      const [form] = document.forms;
      form!.action = `${origin}/api/session`;
      form!.submit();
    }, target),
  ]);
  expect(answer.status()).toBe(403);
  expect(await count()).toBe(before);
  await gp.reload();
  await isLoaded(gp);
  await expect(gp, 'still signed in').toHaveURL(/\/start$/);
});

// @req ASVS 5.0.0-7.2.4
test('a session that somebody planted before is not the one that begins', async ({ somebody }) => {
  const page = await somebody();
  await page.goto('/anmelden');
  const planted = 'A'.repeat(43);
  const url = new URL(page.url()).origin;
  await page.context().addCookies([{ name: 'lotse_session', value: planted, url }]);
  await page.getByLabel('E-Mail').fill(addressOf('gp'));
  await page.getByLabel('Passwort', { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
  await expect(page).toHaveURL(/\/start$/);
  const cookies = (await page.context().cookies()).filter(({ name }) => name.endsWith('lotse_session'));
  expect(cookies.map(({ value, httpOnly, sameSite }) => ({ isPlanted: value === planted, httpOnly, sameSite }))).toEqual([
    { isPlanted: false, httpOnly: true, sameSite: expect.stringMatching(/Lax|Strict/) },
  ]);
  const asPlanted = await page.request.get('/api/session', { headers: { cookie: `lotse_session=${planted}` } });
  expect(asPlanted.status()).toBe(401);
});
