import { addCalendarDays, calendarDayOf } from '@lotse/kernel';
import { demoPassword, hashPassword } from '@lotse/identity/server';
import type { RegionPackage } from '@lotse/region/model';
import type { Client } from 'pg';
import { loadRegion } from '../load-region';
import { stableId } from '../stable-id';
import { organisationOf, organisations, type InventedOrganisation } from './organisations';
import { writeOutside } from './outside';
import { services, type InventedService } from './services';

/** Identifiers that are the same in every run. */
export const organisationId = (key: string): string => stableId('organisation', key);
export const serviceId = (key: string): string => stableId('service', key);
export const scheduleId = (service: string, name: string): string => stableId('schedule', `${service}/${name}`);

/**
 * Sets up the demo counties with their invented organisations, staff, directory and schedules. There are no acts for these yet, so they
 * are written by the owner; running it again changes nothing.
 */
export async function writeCounties(owner: Client, regions: readonly RegionPackage[], now: Date): Promise<void> {
  await refuseRealCounties(owner, regions);
  const ids = new Map<string, string>();
  for (const region of regions) ids.set(region.key, await loadRegion(owner, atEveryHour(region), { isDemo: true }));
  const passwordHash = await hashPassword(demoPassword);
  const rows = organisations.map((organisation) => ({ ...organisation, regionId: ids.get(organisation.region)! }));
  const postcodes = new Map(regions.flatMap(({ municipalities }) => municipalities.map(({ ags, postcode }) => [ags, postcode] as const)));
  await owner.query(insertOrganisations, [JSON.stringify(rows.map((row) => organisationRow(row, row.regionId, postcodes.get(row.ags)!)))]);
  await owner.query(insertStaff, [JSON.stringify(organisations.flatMap(staffRows)), passwordHash]);
  const places = new Map(regions.flatMap(({ municipalities }) => municipalities.map(({ ags, name }) => [ags, name] as const)));
  await owner.query(insertServices, [JSON.stringify(services.map((service) => serviceRow(service, ids, places, now)))]);
  await owner.query(insertSchedules, [JSON.stringify(services.flatMap((service) => scheduleRows(service, ids)))]);
  await writeOutside(owner);
}

/** In a demo county everybody is invented: a county that exists for real must never become one. */
async function refuseRealCounties(owner: Client, regions: readonly RegionPackage[]): Promise<void> {
  const { rows } = await owner.query<{ name: string }>('select name from region where key = any ($1) and not is_demo', [
    regions.map(({ key }) => key),
  ]);
  if (rows.length > 0)
    throw new Error(`${rows.map(({ name }) => name).join(', ')} exists here for real. The demo needs a database of its own.`);
}

const organisationRow = (organisation: InventedOrganisation, regionId: string, postcode: string) => ({
  id: organisationId(organisation.key),
  region_id: regionId,
  name: organisation.name,
  kind: organisation.kind,
  legal_regime: organisation.regime,
  bsnr: organisation.bsnr ?? null,
  ik: organisation.ik ?? null,
  street: organisation.street,
  postcode,
  ags: organisation.ags,
  phone: organisation.phone,
  notification_email: `${organisation.key}@demo.example`,
});

/** In the order of the organisations and of who works there, which the list of demo logins relies on. */
const idOfStaff = (email: string, place: number, index: number): string => stableId('staff', email, place * 10 + index + 1);

/** The invented member of staff with an address. */
export function staffId(email: string): string {
  const place = organisations.findIndex(({ staff }) => staff.some((one) => one.email === email));
  const index = organisations[place]?.staff.findIndex((one) => one.email === email);
  if (index === undefined) throw new Error(`Nobody in the demo has the address ${email}.`);
  return idOfStaff(email, place, index);
}

/** Staff who can sign in, in the order of the organisations, and the one who acts for the organisation when nobody does. */
function staffRows({ key, staff }: InventedOrganisation, place: number) {
  const people = staff.map(({ email, name, roles, lanr }, index) => ({
    id: idOfStaff(email, place, index),
    organisation_id: organisationId(key),
    email,
    display_name: name,
    roles,
    lanr: lanr ?? null,
    signs_in: true,
  }));
  const email = `lotse-${key}@system.example`;
  return [
    ...people,
    {
      id: stableId('staff', email),
      organisation_id: organisationId(key),
      email,
      display_name: 'Lotse',
      roles: ['system'],
      lanr: null,
      signs_in: false,
    },
  ];
}

function serviceRow(service: InventedService, regions: ReadonlyMap<string, string>, places: ReadonlyMap<string, string>, now: Date) {
  const organisation = organisationOf(service.organisation);
  const ags = service.ags ?? organisation.ags;
  const searched = [service.name, organisation.name, places.get(ags), service.de, service.en].join(' ');
  return {
    id: serviceId(service.key),
    region_id: regions.get(organisation.region),
    organisation_id: organisationId(service.organisation),
    name: service.name,
    category: service.category,
    description_de: service.de,
    description_en: service.en,
    ags,
    street: service.street ?? organisation.street,
    phone: organisation.phone,
    age_from: service.ageFrom ?? 18,
    age_to: service.ageTo ?? null,
    languages: service.languages ?? ['de'],
    capacity: service.capacity,
    expected_wait_weeks: service.waitWeeks ?? null,
    accepts_referrals: service.acceptsReferrals,
    confirmed_on: addCalendarDays(calendarDayOf(now), -service.confirmedDaysAgo),
    search_text: searched.toLowerCase(),
  };
}

const scheduleRows = (service: InventedService, regions: ReadonlyMap<string, string>) =>
  (service.schedules ?? []).map((name) => ({
    id: scheduleId(service.key, name),
    region_id: regions.get(organisationOf(service.organisation).region),
    organisation_id: organisationId(service.organisation),
    service_id: serviceId(service.key),
    name,
  }));

const insertOrganisations = `
  insert into organisation (id, region_id, name, kind, legal_regime, bsnr, ik, street, postcode, ags, phone, notification_email, is_invented)
  select id, region_id, name, kind, legal_regime, bsnr, ik, street, postcode, ags, phone, notification_email, true
  from jsonb_populate_recordset(null::organisation, $1) on conflict (id) do nothing`;

/** The demo works at any hour of any day: whoever tries it in the evening sees offers go out. Real counties have hours. */
const atEveryHour = (region: RegionPackage): RegionPackage => ({
  ...region,
  settings: { ...region.settings, offering: { ...region.settings.offering, usualHours: null, quietHours: null } },
});

const insertStaff = `
  insert into staff (id, organisation_id, email, display_name, roles, password_hash, lanr, is_invented)
  select id, organisation_id, email, display_name, roles, case when signs_in then $2 end, lanr, true
  from jsonb_to_recordset($1) as s(id uuid, organisation_id uuid, email text, display_name text, roles text[], lanr text, signs_in boolean)
  on conflict (id) do nothing`;

const insertServices = `
  insert into service (id, region_id, organisation_id, name, category, description_de, description_en, ags, street, phone, age_from, age_to,
    languages, capacity, expected_wait_weeks, accepts_referrals, confirmed_on, is_invented, search_text)
  select id, region_id, organisation_id, name, category, description_de, description_en, ags, street, phone, age_from, age_to,
    languages, capacity, expected_wait_weeks, accepts_referrals, confirmed_on, true, search_text
  from jsonb_populate_recordset(null::service, $1) on conflict (id) do nothing`;

const insertSchedules = `
  insert into schedule (id, region_id, organisation_id, service_id, name)
  select id, region_id, organisation_id, service_id, name from jsonb_populate_recordset(null::schedule, $1) on conflict (id) do nothing`;
