import { partsFrom, partsOfReferral } from '@lotse/people/server';
import type { DataPart } from '@lotse/people/model';
import { wishesOf, type Fitness, type Journey, type RankInput, type Waiting, type Wishes } from '@lotse/waiting-list/model';
import type { FreeSlot } from './slot-to-fit';

/** What a statement answers about an entry and a slot. */
export interface FactRow extends RankInput {
  state: string;
  shortNotice: boolean;
  minimumNoticeHours: number;
  hadThisSlotOffered: boolean;
  serviceIds: string[];
  wishes: object;
  pauses: Fitness['pauses'];
  coolingOffUntil: string | null;
  wantsToLeave: boolean;
  isBooked: boolean;
  releaseUntil: string | null;
  age: number | null;
  ags: string | null;
  insurance: string | null;
  parts: string | null;
}

/** $1 is the service, $10 the slot or its group, $11 and $12 when it begins and ends; `place` has the entry’s id. */
export const slotValues = ({ groupId, startsAt, endsAt }: FreeSlot): readonly unknown[] => [groupId, startsAt, endsAt];

const onDay = `$11::timestamptz at time zone 'Europe/Berlin'`;

/** What decides whether somebody fits a slot, of entries that were found already: one look each by key, however long the list is. */
export const factColumns = `
  e.short_notice as "shortNotice", e.minimum_notice_hours as "minimumNoticeHours", e.wishes, e.cooling_off_until::text as "coolingOffUntil",
  exists (select from list_check c where c.entry_id = e.id and c.state = 'to_decide' and c.answer = 'remove') as "wantsToLeave",
  exists (select from slot_offer o join slot s on s.id in (o.slot_id, o.second_slot_id)
    where o.entry_id = e.id and s.group_id = $10::uuid and o.state in ('declined', 'expired', 'undeliverable'))
    or exists (select from appointment a join slot s on s.id = a.slot_id where a.referral_id = e.referral_id and s.group_id = $10::uuid)
    as "hadThisSlotOffered",
  array_prepend(e.service_id, array(select f.service_id from entry_service f where f.entry_id = e.id order by 1)) as "serviceIds",
  (select coalesce(jsonb_agg(jsonb_build_object('startsOn', x.starts_on, 'endsOn', x.ends_on) order by x.starts_on), '[]')
    from entry_pause x where x.entry_id = e.id and coalesce(x.ends_on >= now()::date - 1, true)) as pauses,
  exists (select from appointment a join slot s on s.id = a.slot_id
    where a.person_id = e.person_id and a.cancelled_at is null and a.attendance is null
      and (s.service_id = $1 or s.during && tstzrange($11, $12::timestamptz)) and upper(s.during) > now()) as "isBooked",
  (select case when bool_or(g.valid_until is null) then null else ((max(g.valid_until) at time zone 'Europe/Berlin')::date - 1)::text end
    from access_grant g where g.organisation_id = current_organisation() and g.person_id = e.person_id and g.basis <> 'break_glass'
      and (g.referral_id = e.referral_id or (g.referral_id is null and g.granted_by_organisation_id = r.referrer_organisation_id))
      and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now())) as "releaseUntil",
  case when p.pseudonym is null then extract(year from age((${onDay})::date, p.birth_date))::integer end as age,
  p.ags, r.insurance, ${partsOfReferral('r')} as parts`;

export const factTables = `
  join waiting_list_entry e on e.id = place.id join referral r on r.id = e.referral_id join person p on p.id = e.person_id`;

/** What the reader was not given is not known: it decides nothing. */
export function toWaiting({ parts, age, ags, insurance, wishes: kept, ...row }: FactRow, slot: FreeSlot): Waiting {
  const released = partsFrom(parts);
  const seen = <Value>(part: DataPart, value: Value): Value | null => (released === null || released.includes(part) ? value : null);
  const wishes = wishesOf(kept);
  return {
    ...row,
    wishes,
    age: seen('identity', age),
    insurance: seen('identity', insurance),
    journey: journeyOf(wishes, seen('contact', ags), slot),
  };
}

/** By the means that were said, or by car where none were: kilometres are the same for all. */
export function journeyOf({ travel }: Wishes, ags: string | null, slot: FreeSlot): Journey | null {
  const way = ags === null ? undefined : slot.wayFrom(ags, travel?.means ?? 'car');
  if (!way) return null;
  if (!travel?.means) return { minutes: null, km: way.km, firstArrival: null, lastDeparture: null };
  return { minutes: way.minutes, km: way.km, firstArrival: way.firstArrival, lastDeparture: way.lastDeparture };
}
