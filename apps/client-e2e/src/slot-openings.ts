import type { Opening } from './opening';
import { expect } from './story';

/** Somebody who is expected at the clinic, and the day of it. */
const expected = `from appointment a join slot s on s.id = a.slot_id join organisation o on o.id = a.organisation_id
  where o.name = 'Klinik am Wiesenufer' and a.state = 'booked' and s.places = 1`;
const dayOfExpected = `select '/termine/heute?tag=' || (lower(s.during) at time zone 'Europe/Berlin')::date as path ${expected}`;
const slotAt = (sign: '+' | '-', which: string) =>
  `update slot set during = tstzrange(lower(during) ${sign} interval '400 days', upper(during) ${sign} interval '400 days') where id = (${which})`;

/** What opens where slots are entered, given away and kept. */
export const slotOpenings: Readonly<Record<string, Opening>> = {
  'entering a slot': {
    login: 'intake',
    path: '/termine',
    open: (page) => page.getByRole('button', { name: 'Platz eintragen' }).first().click(),
  },
  'making a schedule': {
    login: 'intake',
    path: '/termine/kalender',
    open: (page) => page.getByRole('button', { name: 'Kalender anlegen' }).click(),
  },
  'entering an absence': {
    login: 'intake',
    path: '/termine/abwesenheiten',
    open: (page) => page.getByRole('button', { name: 'Abwesenheit eintragen' }).click(),
  },
  'changing one day of a series': {
    login: 'intake',
    path: '/termine/serien',
    open: (page) =>
      page
        .getByRole('button', { name: /^Einen Tag ändern: / })
        .first()
        .click(),
  },
  'moving a slot': {
    login: 'intake',
    path: `select '/termine/' || s.id as path from slot s join organisation o on o.id = s.organisation_id
      where o.name = 'Klinik am Wiesenufer' and s.state = 'open' and lower(s.during) > now() limit 1`,
    open: (page) => page.getByRole('button', { name: 'Verlegen' }).click(),
  },
  'what an offer was decided on': {
    login: 'intake',
    path: `select '/warteliste/' || f.entry_id as path from slot_offer f join organisation o on o.id = f.organisation_id
      where o.name = 'Klinik am Wiesenufer' and f.rank is not null order by f.offered_at limit 1`,
    open: async (page) => {
      await page
        .getByRole('button', { name: /^Wie es zum Angebot / })
        .first()
        .click();
      await expect(page.getByRole('dialog').getByText('Nachgerechnet')).toBeVisible();
    },
  },
  'a missed appointment': {
    login: 'intake',
    path: `${dayOfExpected} and lower(s.during) < now() - interval '300 days'`,
    // The one that is furthest ahead has been long ago.
    before: slotAt('-', `select s.id ${expected} order by lower(s.during) desc limit 1`),
    open: async (page) => {
      await page
        .getByRole('button', { name: /: nicht erschienen$/ })
        .first()
        .click();
      await expect(page.getByRole('dialog').getByRole('radio').first()).toBeVisible();
    },
    after: slotAt('+', `select s.id ${expected} and lower(s.during) < now() - interval '300 days'`),
  },
  'cancelling an appointment': {
    login: 'intake',
    path: `${dayOfExpected} and lower(s.during) > now() limit 1`,
    open: async (page) => {
      await page
        .getByRole('button', { name: /: Termin absagen$/ })
        .first()
        .click();
      await page.getByRole('dialog').getByRole('radio', { name: 'Die Person' }).check();
    },
  },
  'somebody who comes without an appointment': {
    login: 'intake',
    path: '/termine/heute',
    open: async (page) => {
      await page.getByRole('button', { name: 'Ohne Termin gekommen' }).click();
      await page.getByLabel('Wer ist da?').fill('er');
      await expect(
        page
          .getByRole('dialog')
          .getByRole('button', { name: / eintragen$/ })
          .first(),
      ).toBeVisible();
    },
  },
  'the answer to an offer': {
    login: 'gp',
    path: '/angebote',
    open: async (page) => {
      await page
        .getByRole('button', { name: /^Antwort eintragen: / })
        .first()
        .click();
      await page
        .getByRole('dialog')
        .getByRole('radio', { name: /^Abgesagt/ })
        .check();
    },
  },
  'withdrawing an offer': {
    login: 'intake',
    path: '/angebote',
    open: (page) =>
      page
        .getByRole('button', { name: /^Zurückziehen: / })
        .first()
        .click(),
  },
};
