import { shownTo } from '@lotse/people/model';
import { partsFrom, partsOfReferral } from '@lotse/people/server';
import { distanceKm } from '@lotse/region/model';
import type { Transaction } from '@lotse/server-kit/database';
import { sameTripSchema, sameTripWithinKm, type SameTrip } from '@lotse/waiting-list/model';
import type { FreeSlot } from '../slot-to-fit';

interface Row {
  entryId: string;
  isOwn: boolean;
  startsAt: Date;
  place: string;
  latitude: number;
  longitude: number;
  hereLatitude: number;
  hereLongitude: number;
  parts: string | null;
}

/** Appointments of the day of the slot, of these people or of somebody who lives with them: those the reader may know of. */
const text = `
  select e.id as "entryId", a.person_id = e.person_id as "isOwn", lower(s.during) as "startsAt", there.name as place, there.latitude, there.longitude,
    here.latitude as "hereLatitude", here.longitude as "hereLongitude", ${partsOfReferral('r')} as parts
  from waiting_list_entry e
    join appointment a on a.cancelled_at is null and a.attendance is null and (a.person_id = e.person_id or a.person_id in (
      select other.person_id from household_member me join household_member other on other.household_id = me.household_id and other.left_at is null
      where me.person_id = e.person_id and me.left_at is null))
    join referral r on r.id = a.referral_id
    join slot s on s.id = a.slot_id and s.mode = 'on_site' and s.id <> $3
    join schedule c on c.id = s.schedule_id join service v on v.id = s.service_id
    join municipality there on there.ags = coalesce(s.municipality_key, c.municipality_key, v.ags)
    join municipality here on here.ags = $4
  where e.id = any ($1::uuid[]) and (lower(s.during) at time zone 'Europe/Berlin')::date = ($2::timestamptz at time zone 'Europe/Berlin')::date
  order by a.person_id = e.person_id desc, lower(s.during)`;

/** For whom of these one way does for two appointments; of each person the first that is found. */
export async function sameTrips(transaction: Transaction, slot: FreeSlot, entryIds: readonly string[]): Promise<SameTrip[]> {
  if (slot.mode !== 'on_site' || entryIds.length === 0) return [];
  const rows = await transaction.rows<Row>('candidates.same-trip', text, [entryIds, slot.startsAt, slot.id, slot.ags]);
  const near = rows.filter(
    ({ latitude, longitude, hereLatitude, hereLongitude }) =>
      distanceKm({ latitude, longitude }, { latitude: hereLatitude, longitude: hereLongitude }) <= sameTripWithinKm,
  );
  const first = new Map(near.toReversed().map((row) => [row.entryId, row]));
  return [...first.values()].map(({ entryId, isOwn, startsAt, place, parts }) =>
    shownTo(
      sameTripSchema,
      { entryId, whose: isOwn ? ('own' as const) : ('household' as const), startsAt: startsAt.toISOString(), place },
      partsFrom(parts),
    ),
  );
}
