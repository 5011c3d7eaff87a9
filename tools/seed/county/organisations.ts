import type { OrganisationKind, Role } from '@lotse/identity/model';
import { ik, lanr } from './identifiers';

/** Somebody invented who works somewhere invented. */
export interface InventedStaff {
  email: string;
  name: string;
  roles: readonly Role[];
  lanr?: string;
}

/** An invented organisation with its staff; the first one who may refers, the first one who may receives. */
export interface InventedOrganisation {
  key: string;
  region: '08336' | '08337';
  name: string;
  kind: OrganisationKind;
  regime: 'gdpr' | 'dsg_ekd' | 'kdg' | 'sgb_x';
  ags: string;
  street: string;
  phone: string;
  bsnr?: string;
  ik?: string;
  staff: readonly InventedStaff[];
}

const intake: readonly Role[] = ['intake', 'triager'];
const receivesAs = (email: string, name: string): InventedStaff => ({ email: `${email}@staff.example`, name, roles: intake });
const refersAs = (email: string, name: string, number: string): InventedStaff => ({
  email: `${email}@staff.example`,
  name,
  roles: ['referrer'],
  lanr: lanr(number, '01'),
});

/** All names are invented, as are streets and numbers; local numbers that begin with 0 are given to nobody. */
// prettier-ignore
export const organisations: readonly InventedOrganisation[] = [
  {
    key: 'brugger', region: '08336', name: 'Praxis Dr. Brugger', kind: 'practice', regime: 'gdpr', ags: '08336081', street: 'Am Mühlekanal 7',
    phone: '07622 000 110', bsnr: '529900101',
    staff: [
      { email: 'gp@demo.example', name: 'Dr. Johanna Brugger', roles: ['referrer'], lanr: lanr('100001', '01') },
      { email: 'mfa@demo.example', name: 'Sevgi Altun', roles: ['referrer_admin'] },
    ],
  },
  {
    key: 'wiesenufer', region: '08336', name: 'Klinik am Wiesenufer', kind: 'clinic', regime: 'gdpr', ags: '08336050', street: 'Uferallee 40',
    phone: '07621 000 200', ik: ik('26083361'),
    staff: [
      { email: 'intake@demo.example', name: 'Martina Keller', roles: intake },
      { email: 'clinician@demo.example', name: 'Dr. Tobias Rehm', roles: ['clinician'], lanr: lanr('200058', '58') },
      { email: 'leitung-wiesenufer@staff.example', name: 'Dr. Ines Rombach', roles: ['service_manager'] },
    ],
  },
  {
    key: 'dreilaenderblick', region: '08336', name: 'Sozialpsychiatrischer Dienst Dreiländerblick', kind: 'social_psychiatric_service',
    regime: 'dsg_ekd', ags: '08336081', street: 'Kirchgässle 3', phone: '07622 000 300',
    staff: [
      { email: 'social@demo.example', name: 'Jonas Wehrle', roles: ['social_worker'] },
      receivesAs('aufnahme-dreilaenderblick', 'Petra Gisin'),
    ],
  },
  {
    key: 'landratsamt', region: '08336', name: 'Landratsamt (Vorführung), Koordination Seelische Gesundheit', kind: 'county', regime: 'gdpr',
    ags: '08336050', street: 'Palmengarten 1', phone: '07621 000 400',
    staff: [
      { email: 'coordinator@demo.example', name: 'Annika Vollmer', roles: ['coordinator'] },
      { email: 'admin@demo.example', name: 'Bernd Hagist', roles: ['org_admin'] },
      { email: 'region@demo.example', name: 'Ulrike Maier-Thoma', roles: ['region_admin'] },
      { email: 'dpo@demo.example', name: 'Dr. Claudia Senn', roles: ['dpo'] },
    ],
  },
  {
    key: 'hochrheinblick', region: '08336', name: 'Klinik Hochrheinblick', kind: 'clinic', regime: 'gdpr', ags: '08336069',
    street: 'Salzwegring 12', phone: '07623 000 200', ik: ik('26083362'),
    staff: [{ email: 'intake2@demo.example', name: 'Milena Kovač', roles: [...intake, 'service_manager'] }],
  },
  {
    key: 'steinen', region: '08336', name: 'Praxis Dr. Feldbach', kind: 'practice', regime: 'gdpr', ags: '08336084', street: 'Lehnackerweg 2',
    phone: '07627 000 110', bsnr: '529900102', staff: [refersAs('praxis-steinen', 'Dr. Matthias Feldbach', '100002')],
  },
  {
    key: 'kandern', region: '08336', name: 'Hausarztpraxis am Töpferplatz', kind: 'practice', regime: 'gdpr', ags: '08336045',
    street: 'Töpferplatz 5', phone: '07626 000 110', bsnr: '529900103', staff: [refersAs('praxis-kandern', 'Dr. Ines Sutter', '100003')],
  },
  {
    key: 'weil', region: '08336', name: 'Gemeinschaftspraxis Rheinbogen', kind: 'practice', regime: 'gdpr', ags: '08336091',
    street: 'Hafengleis 18', phone: '07621 000 110', bsnr: '529900104', staff: [refersAs('praxis-weil', 'Dr. Emre Özkan', '100004')],
  },
  {
    key: 'rheinfelden', region: '08336', name: 'Praxis Dr. Merk-Adler', kind: 'practice', regime: 'gdpr', ags: '08336069',
    street: 'Kapuzinergarten 9', phone: '07623 000 110', bsnr: '529900105', staff: [refersAs('praxis-rheinfelden', 'Dr. Lucia Merk-Adler', '100005')],
  },
  {
    key: 'todtnau', region: '08336', name: 'Landarztpraxis Oberes Wiesental', kind: 'practice', regime: 'gdpr', ags: '08336087',
    street: 'Poche 1', phone: '07671 000 110', bsnr: '529900106', staff: [refersAs('praxis-todtnau', 'Dr. Ruth Dietsche', '100006')],
  },
  {
    key: 'grenzach', region: '08336', name: 'Hausarztpraxis Rebgarten', kind: 'practice', regime: 'gdpr', ags: '08336105',
    street: 'Rebgarten 4', phone: '07624 000 110', bsnr: '529900107', staff: [refersAs('praxis-grenzach', 'Dr. Philipp Amrein', '100007')],
  },
  {
    key: 'nervenarzt', region: '08336', name: 'Nervenärztliche Praxis Dr. Lenz', kind: 'practice', regime: 'gdpr', ags: '08336050',
    street: 'Baselblickstraße 22', phone: '07621 000 120', bsnr: '529900108', staff: [receivesAs('praxis-lenz', 'Nadine Lenz')],
  },
  {
    key: 'sonnhalde', region: '08336', name: 'Psychotherapeutische Praxis Sonnhalde', kind: 'psychotherapy_practice', regime: 'gdpr',
    ags: '08336050', street: 'Sonnhalde 11', phone: '07621 000 130', bsnr: '529900109', staff: [receivesAs('sonnhalde', 'Elena Brandt')],
  },
  {
    key: 'talbach', region: '08336', name: 'Praxis für Psychotherapie Talbach', kind: 'psychotherapy_practice', regime: 'gdpr',
    ags: '08336081', street: 'Entegast 30', phone: '07622 000 130', bsnr: '529900110', staff: [receivesAs('talbach', 'Martin Talbach')],
  },
  {
    key: 'torhaus', region: '08336', name: 'Psychotherapie im Torhaus', kind: 'psychotherapy_practice', regime: 'gdpr', ags: '08336091',
    street: 'Torhaus 1', phone: '07621 000 140', bsnr: '529900111', staff: [receivesAs('torhaus', 'Aylin Şahin')],
  },
  {
    key: 'lichtung', region: '08336', name: 'Caritas-Dienst Lichtung', kind: 'social_psychiatric_service', regime: 'kdg', ags: '08336069',
    street: 'Lichtung 6', phone: '07623 000 300', staff: [receivesAs('lichtung', 'Sabine Ruf')],
  },
  {
    key: 'teilhabe', region: '08336', name: 'Eingliederungshilfe im Landratsamt (Vorführung)', kind: 'integration_assistance', regime: 'sgb_x',
    ags: '08336050', street: 'Palmengarten 1', phone: '07621 000 450', staff: [receivesAs('teilhabe', 'Karin Dold')],
  },
  {
    key: 'tiengen', region: '08337', name: 'Praxis Dr. Winterhalder-Moos', kind: 'practice', regime: 'gdpr', ags: '08337126',
    street: 'Klettgaugasse 8', phone: '07751 000 110', bsnr: '529900201', staff: [refersAs('praxis-tiengen', 'Dr. Eva Winterhalder-Moos', '100011')],
  },
  {
    key: 'saeckingen', region: '08337', name: 'Hausarztpraxis am Münsterbrückle', kind: 'practice', regime: 'gdpr', ags: '08337096',
    street: 'Brückengasse 14', phone: '07761 000 110', bsnr: '529900202', staff: [refersAs('praxis-saeckingen', 'Dr. Kai Rotzinger', '100012')],
  },
  {
    key: 'goerwihl', region: '08337', name: 'Landarztpraxis Hotzenblick', kind: 'practice', regime: 'gdpr', ags: '08337038',
    street: 'Hotzenblick 2', phone: '07754 000 110', bsnr: '529900203', staff: [refersAs('praxis-goerwihl', 'Dr. Anna Schäuble', '100013')],
  },
  {
    key: 'schluechttal', region: '08337', name: 'Klinik Schlüchttal', kind: 'clinic', regime: 'gdpr', ags: '08337126', street: 'Schlüchtaue 20',
    phone: '07751 000 200', ik: ik('26083371'), staff: [receivesAs('aufnahme-schluechttal', 'Regina Huber')],
  },
  {
    key: 'kuessaburg', region: '08337', name: 'Sozialpsychiatrischer Dienst Küssaburg', kind: 'social_psychiatric_service', regime: 'dsg_ekd',
    ags: '08337125', street: 'Burghalde 5', phone: '07741 000 300',
    staff: [
      receivesAs('aufnahme-kuessaburg', 'Thomas Maurer'),
      { email: 'sozialarbeit-kuessaburg@staff.example', name: 'Carla Vogt', roles: ['social_worker'] },
    ],
  },
];

/** The organisation with a key. */
export function organisationOf(key: string): InventedOrganisation {
  const found = organisations.find((organisation) => organisation.key === key);
  if (!found) throw new Error(`There is no organisation ${key}.`);
  return found;
}

const whoIs = (key: string, roles: readonly Role[]): string => {
  const found = organisationOf(key).staff.find((staff) => staff.roles.some((role) => roles.includes(role)));
  if (!found) throw new Error(`Nobody at ${key} may do this.`);
  return found.email;
};

/** The address of whoever sends referrals for an organisation. */
export const referrerAt = (key: string): string => whoIs(key, ['referrer', 'social_worker']);
/** The address of whoever enters people and answers offers there: the practice assistant, where there is one. */
export const assistantAt = (key: string): string =>
  whoIs(
    key,
    organisationOf(key).staff.some(({ roles }) => roles.includes('referrer_admin')) ? ['referrer_admin'] : ['referrer', 'social_worker'],
  );
/** The address of whoever works on an organisation's inbox. */
export const intakeAt = (key: string): string => whoIs(key, ['intake']);
