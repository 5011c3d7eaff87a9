import type { SlotRecord } from '@lotse/calendar/server';
import type { Transaction } from '@lotse/server-kit/database';
import type { SlotBeyondOwnList } from '@lotse/waiting-list/model';

const text = `
  select own.name as "serviceName", array(select distinct o.id from organisation o join staff s on s.organisation_id = o.id
      where o.region_id = own.region_id and o.kind = 'county' and o.retired_at is null and s.disabled_at is null and 'coordinator' = any (s.roles))
      as "coordinatingOrganisationIds",
    array(select distinct x.organisation_id from service x join organisation o on o.id = x.organisation_id
      where x.region_id = own.region_id and x.category = own.category and x.organisation_id <> own.organisation_id and o.retired_at is null)
      as "neighbourOrganisationIds"
  from service own where own.id = $1 and own.region_id = current_region()`;

/** Who in the county is concerned with a slot that fits nobody on its own list. */
export async function concernedWith(
  transaction: Transaction,
  { id: slotId, serviceId, organisationId: recipientOrganisationId }: Pick<SlotRecord, 'id' | 'serviceId' | 'organisationId'>,
): Promise<{ concerned: SlotBeyondOwnList; serviceName: string }> {
  type Found = Pick<SlotBeyondOwnList, 'coordinatingOrganisationIds' | 'neighbourOrganisationIds'> & { serviceName: string };
  const { serviceName, ...others } = (await transaction.row<Found & Record<string, unknown>>('free-slots.concerned', text, [serviceId]))!;
  return { serviceName, concerned: { slotId, serviceId, recipientOrganisationId, ...others } };
}
