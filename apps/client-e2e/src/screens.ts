import type { Page } from '@playwright/test';
import { expect, type DemoLogin, type Rows } from './story';

/** A page of the product, and who looks at it; nobody signed in where no login stands. */
export interface Screen {
  readonly login?: DemoLogin;
  readonly path: string | ((one: One, page: Page) => Promise<string>);
  /** The heading in both languages; without it the heading is somebody's name. */
  readonly title?: readonly [de: string, en: string];
}

/** The first row that a statement finds in the demo region. */
export type One = <Row extends object = { id: string }>(statement: string) => Promise<Row>;

export const oneOf =
  (rows: Rows): One =>
  async <Row extends object>(statement: string) => {
    const [row] = await rows<Row>(statement);
    expect(row, 'the demo region has one').toBeDefined();
    return row!;
  };

const inboxOf = (state: string) =>
  `select r.id from referral r join organisation o on o.id = r.recipient_organisation_id where o.name = 'Klinik am Wiesenufer' and r.state = '${state}' limit 1`;
const ofPractice = `from referral r join organisation o on o.id = r.referrer_organisation_id where o.name = 'Praxis Dr. Brugger' and r.state = 'waitlisted' limit 1`;
const sentReferral = `select r.id ${ofPractice}`;
const referredPerson = `select r.person_id as id ${ofPractice}`;

const absentSince = `select to_char(from_day, 'YYYY-MM-DD') as day from staff_absence where ended_at is null order by from_day limit 1`;
const slotOfClinic = (state: string) =>
  `select s.id from slot s join organisation o on o.id = s.organisation_id where o.name = 'Klinik am Wiesenufer' and s.state = '${state}' and lower(s.during) > now() order by s.during limit 1`;

/** Somebody whom the clinic has never met, opened in an emergency. */
async function openedInAnEmergency(one: One, page: Page): Promise<string> {
  const who =
    await one<object>(`select p.family_name as "familyName", p.given_name as "givenName", p.birth_date::text as "birthDate" from person p
    where not exists (select from access_grant g where g.person_id = p.id) and p.pseudonym is null
      and not exists (select from person q where q.id <> p.id and (q.family_name, q.given_name) = (p.family_name, p.given_name)) limit 1`);
  const data = { reason: 'on_call', explanation: 'Für diese Probe wird eine erfundene Person geöffnet.', parts: ['contact'], who };
  const answer = await page.request.post('/api/break-glass', { data });
  return `/notfall/${((await answer.json()) as { opened: { id: string } }).opened.id}`;
}

/** Every page there is; a page that says something else to somebody else stands here once for each. */
export const screens: Readonly<Record<string, Screen>> = {
  '/anmelden': { path: '/anmelden', title: ['Anmelden', 'Sign in'] },
  '/start of a practice': { login: 'gp', path: '/start', title: ['Guten', 'o'] },
  '/start of a clinic': { login: 'intake', path: '/start', title: ['Guten', 'o'] },
  '/start of the county': { login: 'coordinator', path: '/start', title: ['Guten', 'o'] },
  '/termine/heute': { login: 'intake', path: '/termine/heute', title: ['Heute', 'Today'] },
  '/warteliste/pruefung': { login: 'intake', path: '/warteliste/pruefung', title: ['Listenprüfung', 'List check'] },
  '/warteliste/pruefung/entscheiden': {
    login: 'clinician',
    path: '/warteliste/pruefung/entscheiden',
    title: ['Listenprüfung', 'List check'],
  },
  '/warteliste/pruefung/gefragt': { login: 'gp', path: '/warteliste/pruefung/gefragt', title: ['Listenprüfung', 'List check'] },
  '/aufgaben': { login: 'gp', path: '/aufgaben', title: ['Aufgaben', 'Tasks'] },
  '/zuweisungen': { login: 'gp', path: '/zuweisungen', title: ['Zuweisungen', 'Referrals'] },
  '/zuweisungen/einlesen': { login: 'gp', path: '/zuweisungen/einlesen', title: ['Zuweisungen einlesen', 'Import referrals'] },
  '/zuweisungen/neu': { login: 'gp', path: '/zuweisungen/neu', title: ['Neue Zuweisung', 'New referral'] },
  '/zuweisungen/:id': {
    login: 'gp',
    path: async (one) => `/zuweisungen/${(await one(sentReferral)).id}`,
  },
  '/zuweisungen/:id of a clinic': { login: 'intake', path: async (one) => `/zuweisungen/${(await one(inboxOf('received'))).id}` },
  '/personen/:id': {
    login: 'gp',
    path: async (one) => `/personen/${(await one(referredPerson)).id}`,
  },
  '/personen/:id of a clinic': {
    login: 'intake',
    path: async (one) => `/personen/${(await one(inboxOf('received').replace('select r.id', 'select r.person_id as id'))).id}`,
  },
  '/personen/:id/zugriffe': {
    login: 'gp',
    path: async (one) => `/personen/${(await one(referredPerson)).id}/zugriffe`,
    title: ['Wer hat auf diese Daten zugegriffen?', 'Who has accessed this data?'],
  },
  '/notfall': { login: 'clinician', path: '/notfall', title: ['Notfallzugriff', 'Emergency access'] },
  '/notfall/:opened': { login: 'clinician', path: openedInAnEmergency },
  '/verwaltung/protokoll of an organisation': { login: 'admin', path: '/verwaltung/protokoll', title: ['Protokoll', 'Chronicle'] },
  '/verwaltung/protokoll': { login: 'dpo', path: '/verwaltung/protokoll', title: ['Protokoll', 'Chronicle'] },
  '/verwaltung/pruefungen': { login: 'dpo', path: '/verwaltung/pruefungen', title: ['Prüfungen', 'Reviews'] },
  '/eingang': { login: 'intake', path: '/eingang', title: ['Eingang', 'Inbox'] },
  '/eingang with one open': {
    login: 'intake',
    path: async (one) => `/eingang?open=${(await one(inboxOf('received'))).id}`,
    title: ['Eingang', 'Inbox'],
  },
  '/eingang/:id/rueckfrage': {
    login: 'intake',
    path: async (one) => `/eingang/${(await one(inboxOf('in_triage'))).id}/rueckfrage`,
    title: ['Rückfrage stellen', 'Ask back'],
  },
  '/anfragen': { login: 'gp', path: '/anfragen', title: ['Anfragen', 'Enquiries'] },
  '/anfragen that came in': { login: 'intake', path: '/anfragen?list=received', title: ['Anfragen', 'Enquiries'] },
  '/anfragen/neu': { login: 'gp', path: '/anfragen/neu', title: ['Neue Anfrage', 'New enquiry'] },
  '/anfragen/:id': {
    login: 'gp',
    path: async (one) =>
      `/anfragen/${(await one(`select e.id from enquiry e join organisation o on o.id = e.asker_organisation_id where o.name = 'Praxis Dr. Brugger' and e.kind = 'capacity' limit 1`)).id}`,
  },
  '/warteliste': { login: 'intake', path: '/warteliste', title: ['Warteliste', 'Waiting list'] },
  '/warteliste/:id': {
    login: 'intake',
    path: async (one) =>
      `/warteliste/${
        (
          await one(`select e.id from waiting_list_entry e join organisation o on o.id = e.organisation_id
        join staff s on s.organisation_id = o.id where s.email = 'intake@demo.example' and e.state = 'waiting' order by e.received_at limit 1`)
        ).id
      }`,
  },
  '/termine': { login: 'intake', path: '/termine', title: ['Termine', 'Slots'] },
  '/termine as a list': { login: 'intake', path: '/termine?view=list', title: ['Termine', 'Slots'] },
  '/termine of a day': { login: 'intake', path: '/termine?view=day', title: ['Termine', 'Slots'] },
  '/termine while somebody is away': {
    login: 'intake',
    path: async (one) => `/termine?week=${(await one<{ day: string }>(absentSince)).day}`,
    title: ['Termine', 'Slots'],
  },
  '/termine as a list while somebody is away': {
    login: 'intake',
    path: async (one) => `/termine?view=list&week=${(await one<{ day: string }>(absentSince)).day}`,
    title: ['Termine', 'Slots'],
  },
  '/termine/:slot': {
    login: 'intake',
    path: async (one) => `/termine/${(await one(slotOfClinic('open'))).id}`,
  },
  '/termine/:slot that somebody has': {
    login: 'clinician',
    path: async (one) => `/termine/${(await one(slotOfClinic('taken'))).id}`,
  },
  '/termine/serien': { login: 'intake', path: '/termine/serien', title: ['Terminserien', 'Series'] },
  '/termine/serien/neu': { login: 'intake', path: '/termine/serien/neu', title: ['Serie anlegen', 'Begin a series'] },
  '/termine/serien/:id': {
    login: 'intake',
    path: async (one) =>
      `/termine/serien/${(await one(`select s.id from slot_series s join organisation o on o.id = s.organisation_id where o.name = 'Klinik am Wiesenufer' and s.places = 1 limit 1`)).id}`,
    title: ['Serie ab einem Tag ändern', 'Change a series from a day on'],
  },
  '/termine/abwesenheiten': { login: 'intake', path: '/termine/abwesenheiten', title: ['Abwesenheiten', 'Absences'] },
  '/termine/kalender': { login: 'intake', path: '/termine/kalender', title: ['Terminkalender', 'Schedules'] },
  '/termine/:slot/anbieten': {
    login: 'intake',
    path: async (one) => `/termine/${(await one(slotOfClinic('open'))).id}/anbieten`,
    title: ['Platz anbieten', 'Offer slot'],
  },
  '/angebote': { login: 'gp', path: '/angebote', title: ['Terminangebote', 'Slot offers'] },
  '/angebote that ended': { login: 'intake', path: '/angebote?state=ended', title: ['Terminangebote', 'Slot offers'] },
  '/auswertung': { login: 'coordinator', path: '/auswertung', title: ['Auswertung', 'Evaluation'] },
  '/freie-plaetze': { login: 'gp', path: '/freie-plaetze', title: ['Freie Plätze im Landkreis', 'Free slots in the county'] },
  '/freie-plaetze of the county': {
    login: 'coordinator',
    path: '/freie-plaetze',
    title: ['Freie Plätze im Landkreis', 'Free slots in the county'],
  },
  '/freie-plaetze/:slot': {
    login: 'intake2',
    path: async (one) =>
      `/freie-plaetze/${(await one(`select id from slot where published_at is not null and state = 'open' limit 1`)).id}`,
    title: ['Wem würde der Platz passen?', 'Whom would the slot fit?'],
  },
  '/verzeichnis': { login: 'social', path: '/verzeichnis', title: ['Verzeichnis', 'Directory'] },
  '/mitteilungen': { login: 'intake', path: '/mitteilungen', title: ['Mitteilungen', 'Notices'] },
  '/verwaltung/aufbewahrung': {
    login: 'admin',
    path: '/verwaltung/aufbewahrung',
    title: ['Aufbewahrung und Löschung', 'Retention and deletion'],
  },
  '/einstellungen': { login: 'gp', path: '/einstellungen', title: ['Einstellungen', 'Settings'] },
  '/vertretungen': { login: 'gp', path: '/vertretungen', title: ['Vertretungen', 'Deputies'] },
  '/verwaltung/nutzer': { login: 'admin', path: '/verwaltung/nutzer', title: ['Nutzer', 'Users'] },
  '/verwaltung/vertretungen': { login: 'admin', path: '/verwaltung/vertretungen', title: ['Vertretungen', 'Deputies'] },
  '/verwaltung/einrichtung': { login: 'admin', path: '/verwaltung/einrichtung', title: ['Einrichtung', 'Organisation'] },
  '/verwaltung/angebote': { login: 'intake2', path: '/verwaltung/angebote', title: ['Angebote', 'Services'] },
  '/verwaltung/fristen': { login: 'region', path: '/verwaltung/fristen', title: ['Fristen', 'Deadlines'] },
  '/verwaltung/fristen with one open': {
    login: 'region',
    path: '/verwaltung/fristen?rule=acute_treatment_by_code',
    title: ['Fristen', 'Deadlines'],
  },
  '/verwaltung/gruende': { login: 'region', path: '/verwaltung/gruende?rule=other', title: ['Gründe', 'Reasons'] },
  '/verwaltung/reihenfolge': {
    login: 'region',
    path: '/verwaltung/reihenfolge',
    title: ['Reihenfolge der Wartelisten', 'Order of waiting lists'],
  },
  '/verwaltung/reihenfolge with a draft': {
    login: 'region',
    path: '/verwaltung/reihenfolge?entwurf=neu',
    title: ['Reihenfolge der Wartelisten', 'Order of waiting lists'],
  },
  '/verwaltung/reihenfolge of a clinic': {
    login: 'intake2',
    path: '/verwaltung/reihenfolge',
    title: ['Reihenfolge der Wartelisten', 'Order of waiting lists'],
  },
  '/warteliste/bilder': { login: 'intake', path: '/warteliste/bilder', title: ['Warteliste in Bildern', 'Waiting list in pictures'] },
  '/verwaltung/haltezeiten': { login: 'region', path: '/verwaltung/haltezeiten', title: ['Haltezeiten', 'Hold times'] },
  '/verwaltung/haltezeiten with a draft': {
    login: 'region',
    path: '/verwaltung/haltezeiten?entwurf=neu',
    title: ['Haltezeiten', 'Hold times'],
  },
  '/verwaltung/fahrzeiten': { login: 'region', path: '/verwaltung/fahrzeiten', title: ['Fahrzeiten', 'Travel times'] },
  '/verwaltung/vorlagen': { login: 'region', path: '/verwaltung/vorlagen', title: ['Vorlagen für Briefe', 'Templates of letters'] },
  '/eingang/papier': { login: 'intake', path: '/eingang/papier', title: ['Papiereingang eintragen', 'Enter what came on paper'] },
  '/verwaltung/einrichtungen': { login: 'region', path: '/verwaltung/einrichtungen', title: ['Einrichtungen', 'Organisations'] },
  '/einladung with a link that is no longer good': { path: '/einladung', title: ['Zugang einrichten', 'Set up your access'] },
  '/einmal-link without a code': { path: '/einmal-link', title: ['Nachricht öffnen', 'Open a message'] },
  '/z/:reference that is none': { login: 'mfa', path: '/z/Z-00000', title: ['Zuweisung Z-00000', 'Referral Z-00000'] },
  '/neuer-zugang': { path: '/neuer-zugang', title: ['Neuer Zugang', 'New access'] },
  '/einstellungen/anmeldung': {
    login: 'gp',
    path: '/einstellungen/anmeldung',
    title: ['Anmeldung und Sicherheit', 'Signing in and security'],
  },
  '/verwaltung/anmeldung': { login: 'admin', path: '/verwaltung/anmeldung', title: ['Anmeldung', 'Signing in'] },
  '/hilfe': { login: 'intake', path: '/hilfe', title: ['Hilfe', 'Help'] },
  '/barrierefreiheit': { login: 'gp', path: '/barrierefreiheit', title: ['Barrierefreiheit', 'Accessibility'] },
  '/lizenzen': { login: 'gp', path: '/lizenzen', title: ['Lizenzen', 'Licences'] },
  'an address that is none': { login: 'gp', path: '/gibt-es-nicht', title: ['Diese Seite gibt es nicht', 'This page does not exist'] },
};
