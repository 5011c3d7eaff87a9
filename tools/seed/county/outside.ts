import type { Client } from 'pg';
import { stableId } from '../stable-id';

/** Invented practices and services of Lörrach that work without Lotse: paper comes from them, and links go to one of them. */
const outside = [
  { key: 'aussen-linde', name: 'Praxis an der Linde', kind: 'practice', street: 'Lindenplatz 4', postcode: '79650', place: 'Schopfheim', ags: '08336081' },
  { key: 'aussen-belchen', name: 'Praxis Belchenblick', kind: 'practice', street: 'Talstraße 22', postcode: '79677', place: 'Schönau', ags: '08336081' },
  { key: 'aussen-ergo', name: 'Ergotherapie am Kirchplatz', kind: 'integration_assistance', street: 'Kirchplatz 9', postcode: '79539', place: 'Lörrach', ags: '08336050' },
].map((one, index) => ({
  ...one,
  id: stableId('organisation', one.key),
  staffId: stableId('staff', one.key),
  phone: `07621 000 9${index}0`,
  fax: `07621 000 9${index}1`,
  email: `${one.key}@demo.example`,
})); // prettier-ignore

const insertOrganisations = `
  insert into organisation (id, region_id, name, kind, legal_regime, street, postcode, place, ags, phone, fax, notification_email, without_account, is_invented)
  select o.id, r.id, o.name, o.kind, 'gdpr', o.street, o.postcode, o.place, o.ags, o.phone, o.fax, o.email, true, true
  from jsonb_to_recordset($1) as o(id uuid, name text, kind text, street text, postcode text, place text, ags text, phone text, fax text, email text)
  join region r on r.key = '08336' on conflict (id) do nothing`;

const insertStaff = `
  insert into staff (id, organisation_id, email, display_name, roles, is_invented)
  select s."staffId", s.id, 'system@' || s.id, 'Lotse', '{system}', true from jsonb_to_recordset($1) as s(id uuid, "staffId" uuid)
  on conflict (id) do nothing`;

const insertService = `
  insert into service (id, region_id, organisation_id, name, category, description_de, description_en, ags, street, phone, languages, capacity,
    expected_wait_weeks, accepts_referrals, confirmed_on, is_invented, search_text)
  select $1, o.region_id, o.id, 'Ergotherapie für seelische Gesundheit', 'integration_assistance',
    'Üben für den Alltag, einzeln und in der Gruppe. Arbeitet ohne Lotse: Zuweisungen gehen als Einmal-Link.',
    'Practice for everyday life, alone and in groups. Works without Lotse: referrals go by one-time link.',
    o.ags, o.street, o.phone, '{de}', 'capacity', 2, true, current_date - 12, true, lower('Ergotherapie für seelische Gesundheit ' || o.name || ' Lörrach')
  from organisation o where o.id = $2 on conflict (id) do nothing`;

/** Writes those who work without Lotse; running it again changes nothing. */
export async function writeOutside(owner: Client): Promise<void> {
  const rows = JSON.stringify(outside);
  await owner.query(insertOrganisations, [rows]);
  await owner.query(insertStaff, [rows]);
  const ergo = outside.find(({ key }) => key === 'aussen-ergo')!;
  await owner.query(insertService, [stableId('service', ergo.key), ergo.id]);
}
