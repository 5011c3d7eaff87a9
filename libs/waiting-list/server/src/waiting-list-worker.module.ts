import { CalendarModule } from '@lotse/calendar/server';
import { ReferralModule } from '@lotse/referral/server';
import { TaskModule } from '@lotse/task/server';
import { Module } from '@nestjs/common';
import { ListRoundsSweep } from './care-of-lists/list-rounds.sweep';
import { ExpireOffersSweep } from './expire-offers/expire-offers.sweep';
import { SlotsToPool } from './free-slots/slots-to-pool';
import { SlotsToPoolSweep } from './free-slots/slots-to-pool.sweep';
import { WhenSomebodyMayFit } from './free-slots/when-somebody-may-fit';
import { WaitingListModule } from './waiting-list.module';
import { WhenOfferAccepted } from './when-offer-accepted';
import { WhenOfferEnded } from './when-offer-ended';

/** What only the worker does: end holds in time, hand freed slots on, and see when lists are to be looked after. */
@Module({
  imports: [WaitingListModule, CalendarModule, ReferralModule, TaskModule],
  providers: [ExpireOffersSweep, ListRoundsSweep, SlotsToPool, SlotsToPoolSweep, WhenOfferEnded, WhenOfferAccepted, WhenSomebodyMayFit],
})
export class WaitingListWorkerModule {}
