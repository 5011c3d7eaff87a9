import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasNoBarriers, isLoaded, looksRight, phone, wide } from './look';
import { nobodyLooks, whoeverLooks } from './looking';
import { root } from './setup/started-process';
import { slotOpenings } from './slot-openings';
import type { Opening } from './opening';
import { addressOf, expect, test, type DemoLogin } from './story';

/** Somebody the practice has referred. */
const ownPerson = `select '/personen/' || r.person_id as path from referral r join organisation o on o.id = r.referrer_organisation_id
  where o.name = 'Praxis Dr. Brugger' and r.state = 'waitlisted' limit 1`;

/** Something that the clinic has. */
const ofClinic = (
  state: string,
) => `select '/zuweisungen/' || r.id as path from referral r join organisation o on o.id = r.recipient_organisation_id
  where o.name = 'Klinik am Wiesenufer' and r.state = '${state}' limit 1`;

const staffOf = (login: DemoLogin) => `(select id from staff where email = '${addressOf(login)}')`;
const ofDeputyship = `deputyship where absent_id = ${staffOf('gp')} and deputy_id = ${staffOf('mfa')}`;
const ownReferral = ownPerson.replace("'/personen/' || r.person_id", "'/zuweisungen/' || r.id");

/** What opens above or inside a page, and how somebody opens it. */
const openings: Readonly<Record<string, Opening>> = {
  'the bell': { login: 'gp', path: '/start', open: (page) => page.getByRole('button', { name: /^Mitteilungen, / }).click() },
  'the account': { login: 'gp', path: '/start', open: (page) => page.getByRole('button', { name: /^Konto von / }).click() },
  ...slotOpenings,
  'a referral with everything missing': {
    login: 'gp',
    path: '/zuweisungen/neu',
    open: async (page) => {
      await page.getByRole('button', { name: 'Zuweisung senden' }).click();
      await expect(page.getByRole('alert').first()).toBeVisible();
    },
  },
  'recording a release': {
    login: 'gp',
    path: ownPerson,
    open: (page) => page.getByRole('button', { name: 'Freigabe erfassen' }).first().click(),
  },
  'revoking a release': {
    login: 'gp',
    path: ownPerson,
    open: (page) =>
      page
        .getByRole('button', { name: /^Freigabe für .* widerrufen/ })
        .first()
        .click(),
  },
  'correcting the details of a person': {
    login: 'gp',
    path: ownPerson,
    open: (page) => page.getByRole('button', { name: 'Angaben berichtigen' }).click(),
  },
  'merging two records': {
    login: 'gp',
    path: `select '/personen/' || p.id as path from person p join organisation o on o.id = p.organisation_id join person q on q.organisation_id = o.id
      and (q.family_name, q.given_name, q.birth_date) = (p.family_name, p.given_name, p.birth_date) and q.id > p.id and q.merged_into is null
      where o.name = 'Praxis Dr. Brugger' and p.merged_into is null limit 1`,
    open: async (page) => {
      await page.getByRole('button', { name: 'Zusammenführen …' }).click();
      await expect(page.getByRole('dialog').getByRole('radio').first()).toBeVisible();
    },
  },
  'adding to a household': {
    login: 'gp',
    path: ownPerson,
    open: (page) => page.getByRole('button', { name: 'Person hinzufügen' }).click(),
  },
  'entering a representative': {
    login: 'gp',
    path: ownPerson,
    open: (page) => page.getByRole('button', { name: 'Vertretung eintragen' }).click(),
  },
  'naming somebody who had only a reference': {
    login: 'gp',
    path: `select '/personen/' || p.id as path from person p join organisation o on o.id = p.organisation_id
      where o.name = 'Praxis Dr. Brugger' and p.pseudonym is not null limit 1`,
    open: (page) => page.getByRole('button', { name: 'Name ergänzen' }).click(),
  },
  'a release by somebody who decides for the person': {
    login: 'gp',
    path: `select '/personen/' || r.person_id as path from representative r join organisation o on o.id = r.organisation_id
      where o.name = 'Praxis Dr. Brugger' and 'health' = any (r.scopes) limit 1`,
    open: async (page) => {
      await page.getByRole('button', { name: 'Freigabe erfassen' }).first().click();
      await page.getByRole('dialog').getByRole('radio', { name: 'Jemand für die Person' }).check();
      await page
        .getByRole('dialog')
        .getByRole('radio', { name: /^Holger Ebner/ })
        .check();
    },
  },
  'inviting somebody': {
    login: 'admin',
    path: '/verwaltung/nutzer',
    open: (page) => page.getByRole('button', { name: 'Einladen' }).click(),
  },
  'arranging a deputy': {
    login: 'gp',
    path: '/vertretungen',
    open: (page) => page.getByRole('button', { name: 'Vertretung eintragen' }).first().click(),
  },
  'a deputyship that is over': {
    login: 'mfa',
    path: '/start',
    before: `with d as (insert into deputyship (id, region_id, organisation_id, absent_id, deputy_id, from_day, until_day, arranged_by)
        select gen_random_uuid(), o.region_id, o.id, s.id, ${staffOf('mfa')}, current_date, current_date + 1, s.id
        from staff s join organisation o on o.id = s.organisation_id where s.id = ${staffOf('gp')} returning id)
      update session set deputyship_id = d.id from d where staff_id = ${staffOf('mfa')}`,
    open: async (page, rows) => {
      await expect(page.getByRole('note').filter({ hasText: 'Dr. Johanna Brugger' })).toBeVisible();
      await rows(`update deputyship set ended_at = now(), ended_by = absent_id where id in (select id from ${ofDeputyship})`);
      // Whatever is asked next says so; it may have been something already.
      await page.locator('a.rail-link[href="/zuweisungen"]').dispatchEvent('click');
      await expect(page.getByRole('dialog')).toBeVisible();
    },
    after: `with s as (update session set deputyship_id = null where staff_id = ${staffOf('mfa')}) delete from ${ofDeputyship}`,
    refused: /409/,
  },
  'resetting a second factor': {
    login: 'admin',
    path: '/verwaltung/nutzer',
    before: `insert into passkey (id, staff_id, credential_id, public_key, name)
      values (gen_random_uuid(), ${staffOf('region')}, 'lost', '', 'Diensthandy')`,
    open: async (page) => {
      await page.getByRole('button', { name: /Ulrike Maier-Thoma$/ }).click();
      await page.getByRole('button', { name: 'Zweiten Faktor zurücksetzen' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
    after: `delete from passkey where credential_id = 'lost'`,
  },
  'lifting the limit of emergencies': {
    login: 'dpo',
    path: '/verwaltung/pruefungen',
    before: `insert into break_glass (id, region_id, organisation_id, staff_id, reason, explanation, parts, valid_until, ended_at, review_due_on)
      select gen_random_uuid(), o.region_id, o.id, s.id, 'other', 'Für diese Probe sind alle Versuche verbraucht.', '{identity}', now(), now(), current_date
      from staff s join organisation o on o.id = s.organisation_id, generate_series(1, 5) where s.id = ${staffOf('intake2')}`,
    open: (page) => page.getByRole('button', { name: /Milena Kovač/ }).click(),
    after: `delete from break_glass where staff_id = ${staffOf('intake2')}`,
  },
  'bringing in another service': {
    login: 'gp',
    path: ownReferral,
    open: (page) => page.getByRole('button', { name: 'Weitere Stelle einbeziehen' }).click(),
  },
  'splitting off a part': {
    login: 'intake',
    path: ofClinic('in_triage'),
    open: async (page) => {
      await page.getByRole('button', { name: 'Teil an andere Stelle geben' }).click();
      await expect(page.getByRole('form', { name: 'Teil an andere Stelle geben' })).toBeVisible();
      // Nothing is half behind a bar then, whatever the size of the window becomes.
      await page.evaluate(() => scrollTo(0, 0));
    },
  },
  'how the parts of one need belong together': {
    login: 'gp',
    path: `select '/zuweisungen/' || r.id as path from referral r join organisation o on o.id = r.referrer_organisation_id
      where o.name = 'Praxis Dr. Brugger' and r.bundle_id is not null limit 1`,
    open: (page) => page.getByLabel('Was gilt zusammen?').scrollIntoViewIfNeeded(),
  },
  'calls in an emergency': {
    login: 'gp',
    path: `select '/zuweisungen/' || r.id || '/bearbeiten' as path from emergency_call c join referral r on r.id = c.referral_id
      join organisation o on o.id = c.organisation_id where o.name = 'Praxis Dr. Brugger' and r.state = 'draft' limit 1`,
    open: async (page) => {
      await page.getByRole('button', { name: 'Weiteren Anruf festhalten' }).click();
      const log = page.getByRole('region', { name: 'Anrufe im Notfall' });
      await log.getByRole('radio', { name: 'Klinik' }).check();
      await log.getByRole('radio', { name: 'Erreicht', exact: true }).check();
      await log
        .getByRole('button', { name: /^Anruf von .* streichen$/ })
        .first()
        .click();
    },
  },
  'an answer with a file': {
    login: 'gp',
    path: `select '/zuweisungen/' || r.id as path from referral r join organisation o on o.id = r.referrer_organisation_id
      where o.name = 'Praxis Dr. Brugger' and r.state = 'info_requested' limit 1`,
    open: (page) => page.getByText('Datei mitsenden').first().scrollIntoViewIfNeeded(),
  },
  'an emergency': { login: 'gp', path: '/zuweisungen/neu', open: (page) => page.getByRole('radio', { name: /^Notfall/ }).check() },
};

test.afterAll(nobodyLooks);

for (const [name, { login, path, open, before, after, refused }] of Object.entries(openings)) {
  test(`${name}, opened`, async ({ browser, rows }) => {
    const { page, complaints } = await whoeverLooks(browser, login);
    if (before) await rows(before);
    try {
      await page.goto(path.startsWith('/') ? path : (await rows<{ path: string }>(path))[0]!.path);
      await isLoaded(page);
      await open(page, rows);
      await looksRight(page, 'German, light, wide');
      await hasNoBarriers(page, 'German, light, wide');
      await page.setViewportSize(phone);
      await page.emulateMedia({ colorScheme: 'dark' });
      await looksRight(page, 'German, dark, phone');
      await hasNoBarriers(page, 'German, dark, phone');
      const unexpected = complaints.filter((complaint) => !refused?.test(complaint));
      expect.soft(unexpected, 'the page complains about nothing').toEqual([]);
    } finally {
      if (after) await rows(after);
    }
  });
}

type Texts = Readonly<Record<string, string>>;
const { act: acts } = JSON.parse(readFileSync(join(root, 'libs/referral/client/src/texts/de.json'), 'utf8')) as {
  act: Readonly<Record<string, Texts>> & { group: string; more: string };
};

interface OfferedAct {
  readonly act: string;
  readonly allowed: boolean;
}

/** Acts with a form of their own say what it is for; accepting has one only when something has changed. */
const hasForm = (act: string): boolean => act !== 'accept' && acts[act]?.['lead'] !== undefined;
const nameOf = (act: string): string => acts[act]!['do']!;

/** One referral in every state that is not over, as each side has it. */
const oneInEachState = (side: 'referrer' | 'recipient', organisation: string) => `
  select distinct on (r.state) r.id, r.state from referral r join organisation o on o.id = r.${side}_organisation_id
  where o.name = '${organisation}' and r.state not in ('draft', 'withdrawn', 'entered_in_error') order by r.state, r.id`;

/** Who does which acts: what must have been opened, and how many in all. */
for (const [login, side, organisation, most, mustOpen] of [
  ['gp', 'referrer', 'Praxis Dr. Brugger', 4, []],
  ['intake', 'recipient', 'Klinik am Wiesenufer', 11, []],
  ['clinician', 'recipient', 'Klinik am Wiesenufer', 3, ['review_risk', 'interim_note', 'send_outcome']],
  ['social', 'recipient', 'Sozialpsychiatrischer Dienst Dreiländerblick', 3, ['chase_outcome', 'amend_outcome']],
] as const) {
  test(`the form of every act that ${login} may do, opened`, async ({ browser, rows }) => {
    const { page, complaints } = await whoeverLooks(browser, login);
    const opened = new Set<string>();
    for (const { id, state } of await rows<{ id: string; state: string }>(oneInEachState(side, organisation))) {
      const answer = await page.request.get(`/api/referrals/${id}/acts`);
      const { items } = (await answer.json()) as { items: OfferedAct[] };
      const offered = items.filter(({ act, allowed }) => allowed && hasForm(act) && !opened.has(act)).map(({ act }) => act);
      if (offered.length === 0) continue;
      await page.goto(`/zuweisungen/${id}`);
      await isLoaded(page);
      const row = page.getByRole('group', { name: acts.group });
      for (const act of offered) {
        const button = row.getByRole('button', { name: nameOf(act), exact: true });
        await expect(row.getByRole('button').first()).toBeVisible();
        if (!(await button.isVisible())) await row.getByRole('button', { name: acts.more, exact: true }).click();
        await button.click();
        await expect(page.getByRole('form', { name: nameOf(act) }), `${state}: ${act}`).toBeVisible();
        await looksRight(page, `${act}: wide`);
        opened.add(act);
        // The last one stays open and is looked at closely: they are all made of the same fields.
        if (act !== offered.at(-1)) await page.keyboard.press('Escape');
      }
      await page.setViewportSize(phone);
      await looksRight(page, `${state}: phone`);
      await hasNoBarriers(page, `${state}: phone`);
      await page.setViewportSize(wide);
    }
    expect(opened.size, [...opened].join()).toBeGreaterThan(most);
    expect([...opened]).toEqual(expect.arrayContaining([...mustOpen]));
    expect.soft(complaints, 'the page complains about nothing').toEqual([]);
  });
}
