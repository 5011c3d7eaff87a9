import { Slots, type SlotRecord } from '@lotse/calendar/server';
import { referralMoved, type ReferralMoved } from '@lotse/referral/model';
import { Database, type Transaction } from '@lotse/server-kit/database';
import { claim, ReactsTo, type Reaction, type ToldEvent } from '@lotse/server-kit/jobs';
import { slotPublished, type SlotBeyondOwnList } from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { OfferToNext } from '../offer-slot/offer-to-next';

const name = 'waiting-list.when-somebody-may-fit';

const published = `
  select id from slot where organisation_id = current_organisation() and published_at is not null and state = 'open' and lower(during) > now()
    and ($1::uuid is null or id = $1)
    and ($2::uuid is null or service_id in (
      select e.service_id from waiting_list_entry e where e.referral_id = $2 and e.state = 'waiting'
      union select f.service_id from entry_service f join waiting_list_entry e on e.id = f.entry_id where e.referral_id = $2 and e.state = 'waiting'))
  order by lower(during), id`;

const isPublication = (payload: ReferralMoved | SlotBeyondOwnList): payload is SlotBeyondOwnList => 'slotId' in payload;

/**
 * A slot that the services of the county see goes to whoever comes onto the clinic's list and fits, like any other slot that goes on by itself.
 * When it is published the list is looked at once more: those who coordinate may not read it.
 */
@Injectable()
@ReactsTo({ events: [slotPublished, referralMoved], name })
export class WhenSomebodyMayFit implements Reaction {
  constructor(
    private readonly database: Database,
    private readonly slots: Slots,
    private readonly offerToNext: OfferToNext,
  ) {}

  async react({ id, regionId, payload }: ToldEvent<ReferralMoved | SlotBeyondOwnList>): Promise<void> {
    const { recipientOrganisationId: organisationId } = payload;
    if (!organisationId || (!isPublication(payload) && payload.to !== 'waitlisted')) return;
    const which = isPublication(payload) ? [payload.slotId, null] : [null, payload.referralId];
    await this.database.asOrganisation({ organisationId, regionId }, async (transaction) => {
      const found = await transaction.rows<{ id: string }>('free-slots.published-of', published, which);
      if (found.length === 0 || !(await claim(transaction, id, name))) return;
      const locked = await this.locked(transaction, found);
      for (const slot of found) await this.offerToNext.run(transaction, locked.get(slot.id)!, 'sequential');
    });
  }

  /** In the order of their ids, as everywhere; they are given away in the order in which they begin. */
  private async locked(transaction: Transaction, found: readonly { id: string }[]): Promise<ReadonlyMap<string, SlotRecord>> {
    const locked = new Map<string, SlotRecord>();
    for (const id of found.map((slot) => slot.id).sort()) locked.set(id, await this.slots.load(transaction, id));
    return locked;
  }
}
