import { notFound, Refusal } from '@lotse/kernel';
import { shownTo } from '@lotse/people/model';
import { partsFrom, partsOfReferral } from '@lotse/people/server';
import type { Transaction } from '@lotse/server-kit/database';
import { slotOfferSchema, type SlotOffer } from '@lotse/waiting-list/model';

type Shown = Omit<SlotOffer, 'slot' | 'offeredAt' | 'expiresAt' | 'answeredAt' | 'hidden'>;

/** An offer as the database gives it. */
export interface OfferRow extends Shown {
  slotId: string;
  startsAt: Date;
  endsAt: Date;
  mode: SlotOffer['slot']['mode'];
  scheduleName: string;
  offeredAt: Date;
  expiresAt: Date;
  answeredAt: Date | null;
  parts: string | null;
}

/** An offer as contracts show it; `o` is the offer. */
export const offerColumns = `
  o.id, o.state, slot.id as "slotId", lower(slot.during) as "startsAt", upper(slot.during) as "endsAt", slot.mode,
  schedule.name as "scheduleName", service.name as "serviceName", clinic.name as "organisationName",
  coalesce(service.phone, clinic.phone) as "organisationPhone", o.referral_id as "referralId", r.reference,
  referrer.name as "referrerName", p.family_name || ', ' || p.given_name as "personName", p.birth_date::text as "birthDate", p.phone,
  o.offered_at as "offeredAt", o.expires_at as "expiresAt", o.answered_at as "answeredAt", o.decline_reason as "declineReason",
  case when o.organisation_id = current_organisation() then 'recipient' else 'referrer' end as side, o.version,
  ${partsOfReferral('r')} as parts`;

/** What an offer is shown with. */
export const offerTables = `
  join slot on slot.id = o.slot_id join schedule on schedule.id = slot.schedule_id join service on service.id = slot.service_id
  join organisation clinic on clinic.id = o.organisation_id join organisation referrer on referrer.id = o.referrer_organisation_id
  join referral r on r.id = o.referral_id join person p on p.id = o.person_id`;

/** Cut to what the reader was given. */
export function toOffer({ slotId, startsAt, endsAt, mode, scheduleName, parts, ...row }: OfferRow): SlotOffer {
  const offer = {
    ...row,
    slot: { id: slotId, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), mode, scheduleName },
    offeredAt: row.offeredAt.toISOString(),
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

/** The running offer of a slot, or null. */
export async function showRunningOffer(transaction: Transaction, slotId: string): Promise<SlotOffer | null> {
  const row = await transaction.row<OfferRow>(
    'offer.running',
    `select ${offerColumns} from slot_offer o ${offerTables} where o.slot_id = $1 and o.state = 'sent'`,
    [slotId],
  );
  return row ? toOffer(row) : null;
}
