import { isLoaded } from './look';
import { bearsEveryShape, bearsLongerTexts, hasShapesWithoutColours } from './shapes';
import { expect, test } from './story';

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
