import { calendarDayOf } from '@lotse/kernel';
import { offeringOf, rankRuleOn, type RankRule } from '@lotse/region/model';
import { holdOf, nothingKnown, placesOf, rankEvidence, whoFits, type RankInput, type Waiting } from '@lotse/waiting-list/model';
import type { Client } from 'pg';
import { plainSlot } from './plain-slot';

/** Histories are of a county that counts every hour: they are the same on any day. */
const everyHour = { land: 'DE-BW', offering: offeringOf({}), openingHours: null };

interface EntryInTime extends RankInput, Pick<Waiting, 'shortNotice' | 'minimumNoticeHours'> {
  serviceId: string;
  joinedAt: Date;
}

interface OfferInTime {
  id: string;
  regionId: string;
  entryId: string;
  slotId: string;
  serviceId: string;
  startsAt: Date;
  state: string;
  offeredAt: Date;
  answeredAt: Date;
}

const entriesInTime = `
  select id, service_id as "serviceId", urgency, band, target_days as "targetDays", received_at as "receivedAt", joined_at as "joinedAt",
    short_notice as "shortNotice", minimum_notice_hours as "minimumNoticeHours" from waiting_list_entry
  where region_id in (select id from region where is_demo)`;

const offersInTime = `
  select o.id, o.region_id as "regionId", o.entry_id as "entryId", o.slot_id as "slotId", s.service_id as "serviceId", lower(s.during) as "startsAt", o.state,
    o.offered_at as "offeredAt", o.answered_at as "answeredAt" from slot_offer o join slot s on s.id = o.slot_id
  where o.region_id in (select id from region where is_demo) order by o.offered_at`;

const versions = `
  select region_id as "regionId", version, valid_from::text as "validFrom", rule -> 'serviceId' as "serviceId", rule -> 'order' as "order"
  from county_rule_version where kind = 'rank'`;

/** Writes down for every offer of the past what its rank was decided on then, and how long the slot was held. */
export async function rankAsItWas(owner: Client): Promise<void> {
  const { rows: entries } = await owner.query<EntryInTime>(entriesInTime);
  const { rows: offers } = await owner.query<OfferInTime>(offersInTime);
  const { rows: rules } = await owner.query<RankRule & { regionId: string }>(versions);
  const changes = offers.map((offer) => {
    const slot = plainSlot(offer.serviceId, offer.startsAt);
    const ofCounty = rules.filter(({ regionId }) => regionId === offer.regionId);
    const rule = rankRuleOn(ofCounty, offer.serviceId, calendarDayOf(offer.offeredAt));
    const places = placesOf(listAt(offer, entries, offers), offer.offeredAt, 0, rule.order);
    const { fitting, excluded } = whoFits(slot, places, offer.offeredAt);
    return {
      id: offer.id,
      inTurn: fitting[0]?.entry.id === offer.entryId,
      version: rule.version,
      rank: places.find(({ entry }) => entry.id === offer.entryId)!.rank,
      inputs: rankEvidence({ places, excluded, rule }, offer.entryId, offer.offeredAt),
      expires: holdOf(offer.startsAt, offer.offeredAt, everyHour)!.until,
    };
  });
  await owner.query(
    `update slot_offer o set rank = given.rank, rule_version = given.version, rank_inputs = given.inputs, expires_at = given.expires,
       out_of_turn_reason = case when not given."inTurn" then o.out_of_turn_reason end
     from jsonb_to_recordset($1::jsonb) as given (id uuid, "inTurn" boolean, version integer, rank integer, inputs jsonb, expires timestamptz) where o.id = given.id`,
    [JSON.stringify(changes)],
  );
}

/** Who was on the list when an offer was made, and how they stood. */
function listAt(offer: OfferInTime, entries: readonly EntryInTime[], offers: readonly OfferInTime[]): Waiting[] {
  const at = offer.offeredAt;
  const before = offers.filter(({ id, offeredAt }) => id !== offer.id && offeredAt < at);
  const isPlaced = (entryId: string) =>
    before.some((other) => other.entryId === entryId && other.state === 'accepted' && other.answeredAt <= at);
  const isOffered = (entryId: string) => before.some((other) => other.entryId === entryId && other.answeredAt > at);
  const refused = (entryId: string) =>
    before.some((other) => other.entryId === entryId && other.slotId === offer.slotId && other.state === 'declined');
  return entries
    .filter(({ id, serviceId, joinedAt }) => serviceId === offer.serviceId && joinedAt < at && !isPlaced(id))
    .map((entry) => ({
      ...nothingKnown,
      ...entry,
      serviceIds: [entry.serviceId],
      state: isOffered(entry.id) ? 'offered' : 'waiting',
      hadThisSlotOffered: refused(entry.id),
    }));
}
