import { isLoaded, phone } from './look';
import { oneOf, screens } from './screens';
import { bearsEveryShape, bearsLongerTexts, hasShapesWithoutColours, tooSmall } from './shapes';
import { expect, test } from './story';

test('on a phone with a touch screen everything is large enough for a thumb', async ({ as, rows }) => {
  for (const login of ['gp', 'intake'] as const) {
    const page = await as(login, { viewport: phone, hasTouch: true, isMobile: true });
    for (const [name, { path }] of Object.entries(screens).filter(([, screen]) => screen.login === login)) {
      await page.goto(typeof path === 'string' ? path : await path(oneOf(rows), page));
      await isLoaded(page);
      const buttons = (await tooSmall(page, 44)).filter((found) => /<(button|select|input)/.test(found));
      expect.soft(buttons, `${name}: buttons and inputs`).toEqual([]);
      expect.soft(await tooSmall(page, 24), `${name}: links`).toEqual([]);
    }
  }
});

test('setting up a second factor that one’s organisation asks for bears every shape', async ({ as, rows }) => {
  const page = await as('clinician', { colorScheme: 'light' });
  const of = `select o.id from organisation o join staff s on s.organisation_id = o.id where s.email = 'clinician@demo.example'`;
  await rows(`insert into sign_in_rule (organisation_id, second_factor_required) select id, true from (${of}) as o
    on conflict (organisation_id) do update set second_factor_required = true`);
  try {
    const path = '/anmelden/absichern';
    await page.goto(path);
    await isLoaded(page);
    await expect(page, 'nothing else is open').toHaveURL(path);
    await hasShapesWithoutColours(page);
    await bearsEveryShape(page);
    await bearsLongerTexts(page);
  } finally {
    await rows(`update sign_in_rule set second_factor_required = false where organisation_id = (${of})`);
  }
});
