import { wayBetween, type TravelMeans, type TravelTime, type Way } from '@lotse/region/model';
import type { Transaction } from '@lotse/server-kit/database';
import type { SlotToFit } from '@lotse/waiting-list/model';

interface Municipality {
  ags: string;
  latitude: number;
  longitude: number;
}

/** A slot as the rules look at it, and the ways that lead to it. */
export interface FreeSlot extends SlotToFit {
  id: string;
  /** The slot itself, unless it is one of the places of a group. */
  groupId: string;
  /** The municipality where people meet. */
  ags: string;
  /** How somebody of a municipality would get there. */
  wayFrom(ags: string, means: TravelMeans): Way | undefined;
}

type Row = Omit<FreeSlot, 'wayFrom'> & { municipalities: Municipality[]; ways: TravelTime[] };

const text = `
  select slot.id, slot.service_id as "serviceId", slot.schedule_id as "scheduleId", lower(slot.during) as "startsAt", upper(slot.during) as "endsAt",
    slot.mode, schedule.languages, schedule.clinician_sex as "clinicianSex", service.age_from as "ageFrom", service.age_to as "ageTo",
    service.insurances, slot.group_id as "groupId", place.ags,
    (select coalesce(jsonb_agg(jsonb_build_object('ags', m.ags, 'latitude', m.latitude, 'longitude', m.longitude)), '[]')
      from municipality m where m.region_id = slot.region_id) as municipalities,
    (select coalesce(jsonb_agg(jsonb_build_object('fromAgs', t.from_ags, 'toAgs', t.to_ags, 'means', t.means, 'minutes', t.minutes,
        'firstArrival', t.first_arrival, 'lastDeparture', t.last_departure)), '[]')
      from travel_time_now t where t.region_id = slot.region_id and place.ags in (t.from_ags, t.to_ags)) as ways
  from slot join schedule on schedule.id = slot.schedule_id join service on service.id = slot.service_id
    cross join lateral (select coalesce(slot.municipality_key, schedule.municipality_key, service.ags) as ags) place
  where slot.id = $1`;

/** Reads what of a slot decides who fits it. The slot is there: whoever asks has loaded it before. */
export async function slotToFit(transaction: Transaction, slotId: string): Promise<FreeSlot> {
  const { municipalities, ways, ...slot } = (await transaction.row<Row>('slot.to-fit', text, [slotId]))!;
  const places = new Map(municipalities.map((one) => [one.ags, one]));
  const here = places.get(slot.ags);
  const wayFrom = (ags: string, means: TravelMeans): Way | undefined => {
    const from = places.get(ags);
    return from && here && wayBetween(from, here, means, ways);
  };
  return { ...slot, wayFrom };
}
