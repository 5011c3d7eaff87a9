import { partsOfReferral } from '@lotse/people/server';
import type { TravelTime } from '@lotse/region/model';
import type { Listed, PastOffer, Pause, WaitingListEntryDetail, WishesVersion } from '@lotse/waiting-list/model';

interface Municipality {
  ags: string;
  name: string;
  latitude: number;
  longitude: number;
}

/** An entry as the database gives it; instants within lists are texts. */
export interface EntryRow extends Listed {
  serviceId: string;
  serviceName: string;
  joinedAt: Date;
  wishes: object;
  parts: string | null;
  pauses: Pause[];
  versions: (Omit<WishesVersion, 'said'> & WishesVersion['said'])[];
  offers: PastOffer[];
  lastStep: WaitingListEntryDetail['lastStep'];
  choices: WaitingListEntryDetail['choices'];
  home: Municipality | null;
  there: Municipality | null;
  ways: TravelTime[];
}

const pauses = `
  (select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'startsOn', x.starts_on, 'endsOn', x.ends_on, 'reason', x.reason, 'note', x.note,
      'createdByName', s.display_name, 'createdAt', x.created_at, 'version', x.version) order by x.starts_on desc), '[]')
    from entry_pause x join staff s on s.id = x.created_by where x.entry_id = e.id)`;

const versions = `
  (select coalesce(jsonb_agg(jsonb_build_object('version', w.version, 'wishes', w.wishes, 'shortNotice', w.short_notice,
      'minimumNoticeHours', w.minimum_notice_hours, 'furtherServiceIds', w.further_services, 'byName', s.display_name, 'at', w.at,
      'restores', w.restores, 'fromReferral', w.from_referral) order by w.version desc), '[]')
    from entry_wishes w join staff s on s.id = w.staff_id where w.entry_id = e.id)`;

const offers = `
  (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'state', o.state, 'startsAt', lower(slot.during), 'endsAt', upper(slot.during),
      'mode', slot.mode, 'scheduleName', schedule.name, 'offeredAt', o.offered_at, 'expiresAt', o.expires_at, 'answeredAt', o.answered_at,
      'declineReason', o.decline_reason, 'overtakenBy', o.overtaken_by, 'consequence', o.consequence, 'coolsOffUntil', o.cools_off_until,
      'outOfTurn', o.out_of_turn_reason is not null, 'wasRanked', o.rank is not null) order by o.offered_at desc), '[]')
    from slot_offer o join slot on slot.id = coalesce(o.taken_slot_id, o.slot_id) join schedule on schedule.id = slot.schedule_id where o.entry_id = e.id)`;

const lastStep = `
  (select jsonb_build_object('act', st.act, 'at', st.at, 'byName', sf.display_name) from referral_step st join staff sf on sf.id = st.staff_id
    where st.referral_id = e.referral_id order by st.at desc, st.id desc limit 1)`;

const choices = `
  jsonb_build_object(
    'schedules', (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name) order by c.name), '[]') from schedule c
      where c.organisation_id = e.organisation_id and c.retired_at is null),
    'services', (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name) order by c.name), '[]') from service c
      where c.organisation_id = e.organisation_id and c.id <> e.service_id))`;

const place = (ags: string) => `
  (select jsonb_build_object('ags', m.ags, 'name', m.name, 'latitude', m.latitude, 'longitude', m.longitude) from municipality m where m.ags = ${ags})`;

export const entryText = `
  select e.id, e.urgency, e.band, e.target_days as "targetDays", e.received_at as "receivedAt", e.state, e.service_id as "serviceId",
    service.name as "serviceName", e.joined_at as "joinedAt", e.wishes,
    ${partsOfReferral('r')} as parts, ${pauses} as pauses, ${versions} as versions, ${offers} as offers, ${lastStep} as "lastStep",
    ${choices} as choices, ${place('p.ags')} as home, ${place('service.ags')} as there,
    (select coalesce(jsonb_agg(jsonb_build_object('fromAgs', t.from_ags, 'toAgs', t.to_ags, 'means', t.means, 'minutes', t.minutes,
        'firstArrival', t.first_arrival, 'lastDeparture', t.last_departure)), '[]')
      from travel_time_now t where t.region_id = e.region_id
        and ((t.from_ags = p.ags and t.to_ags = service.ags) or (t.from_ags = service.ags and t.to_ags = p.ags))) as ways
  from waiting_list_entry e join referral r on r.id = e.referral_id join person p on p.id = e.person_id join service on service.id = e.service_id
  where e.id = $1 and e.organisation_id = current_organisation()`;
