import { notFound, Refusal } from '@lotse/kernel';
import { shownTo } from '@lotse/people/model';
import { partsFrom, partsOfReferral } from '@lotse/people/server';
import type { Transaction } from '@lotse/server-kit/database';
import { slotOfferSchema, type SlotOffer } from '@lotse/waiting-list/model';
import { whereTheyMeet } from './where-they-meet';

type Shown = Omit<
  SlotOffer,
  'slot' | 'secondSlot' | 'staysUntilAccepted' | 'offeredAt' | 'goesOutAt' | 'expiresAt' | 'answeredAt' | 'hidden'
>;

/** An offer as the database gives it. */
export interface OfferRow extends Shown {
  slotId: string;
  startsAt: Date;
  endsAt: Date;
  slotMode: SlotOffer['slot']['mode'];
  scheduleName: string;
  place: string;
  /** As JSON: most offers have one date. */
  second: SlotOffer['secondSlot'];
  staysUntilAccepted: Date | null;
  offeredAt: Date;
  goesOutAt: Date;
  expiresAt: Date;
  answeredAt: Date | null;
  parts: string | null;
}

/** An offer as contracts show it; `o` is the offer. */
export const offerColumns = `
  o.id, o.state, o.round_id as "roundId", o.mode, case o.mode when 'sequential' then 1 else asked_in_round(o.round_id) end as asked,
  o.taken_slot_id as "takenSlotId", case when o.replaces_id is not null then (
    select lower(h.during) from appointment a join slot h on h.id = a.slot_id where a.id = o.replaces_id) end as "staysUntilAccepted", o.goes_out_at as "goesOutAt", o.by_phone as "byPhone", o.attempts, o.consequence,
  o.cools_off_until::text as "coolsOffUntil", case when o.mode <> 'sequential' and round_goes_on(o.round_id, o.id) then 'others_asked'
    when o.cascade then 'next_person' else 'clinic_decides' end as "ifNotTaken",
  o.is_reasonable as "isReasonable", case when o.second_slot_id is not null then (
    select json_build_object('id', slot.id, 'startsAt', lower(slot.during), 'endsAt', upper(slot.during), 'mode', slot.mode,
      'scheduleName', schedule.name, 'place', ${whereTheyMeet})
    from slot join schedule on schedule.id = slot.schedule_id join service on service.id = slot.service_id
      join organisation clinic on clinic.id = slot.organisation_id where slot.id = o.second_slot_id) end as second, ${whereTheyMeet} as place, slot.id as "slotId", lower(slot.during) as "startsAt", upper(slot.during) as "endsAt", slot.mode as "slotMode",
  schedule.name as "scheduleName", service.name as "serviceName", clinic.name as "organisationName",
  coalesce(service.phone, clinic.phone) as "organisationPhone", o.referral_id as "referralId", r.reference,
  referrer.name as "referrerName", p.family_name || ', ' || p.given_name as "personName", p.birth_date::text as "birthDate", p.phone,
  o.offered_at as "offeredAt", o.expires_at as "expiresAt", o.answered_at as "answeredAt", o.decline_reason as "declineReason", o.overtaken_by as "overtakenBy",
  case when o.organisation_id = current_organisation() then 'recipient' else 'referrer' end as side, o.version,
  ${partsOfReferral('r')} as parts`;

/** What an offer is shown with. */
export const offerTables = `
  join slot on slot.id = o.slot_id join schedule on schedule.id = slot.schedule_id join service on service.id = slot.service_id
  join organisation clinic on clinic.id = o.organisation_id join organisation referrer on referrer.id = o.referrer_organisation_id
  join referral r on r.id = o.referral_id join person p on p.id = o.person_id`;

/** JSON says instants in its own way. */
const instant = (text: string): string => new Date(text).toISOString();

/** Cut to what the reader was given. */
export function toOffer({ slotId, startsAt, endsAt, slotMode, scheduleName, place, second, parts, ...row }: OfferRow): SlotOffer {
  const offer = {
    ...row,
    slot: { id: slotId, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), mode: slotMode, scheduleName, place },
    secondSlot: second && { ...second, startsAt: instant(second.startsAt), endsAt: instant(second.endsAt) },
    staysUntilAccepted: row.staysUntilAccepted?.toISOString() ?? null,
    offeredAt: row.offeredAt.toISOString(),
    goesOutAt: row.goesOutAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    answeredAt: row.answeredAt?.toISOString() ?? null,
  };
  return shownTo(slotOfferSchema, offer, partsFrom(parts));
}

/** One offer as contracts show it. */
export async function showOffer(transaction: Transaction, id: string): Promise<SlotOffer> {
  const row = await transaction.row<OfferRow>('offer.shown', `select ${offerColumns} from slot_offer o ${offerTables} where o.id = $1`, [
    id,
  ]);
  if (!row) throw new Refusal(notFound());
  return toOffer(row);
}

/** The running offers of a slot, in the order in which people were asked; several, when they were made at once. */
export async function showRunningOffers(transaction: Transaction, slotId: string): Promise<SlotOffer[]> {
  const rows = await transaction.rows<OfferRow>(
    'offer.running',
    `select ${offerColumns} from slot_offer o ${offerTables}
     where (o.slot_id = $1 or o.second_slot_id = $1) and o.state in ('deferred', 'sent') order by o.lane`,
    [slotId],
  );
  return rows.map(toOffer);
}
