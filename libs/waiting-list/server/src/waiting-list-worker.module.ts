import { CalendarModule } from '@lotse/calendar/server';
import { ReferralModule } from '@lotse/referral/server';
import { TaskModule } from '@lotse/task/server';
import { Module } from '@nestjs/common';
import { ExpireOffersSweep } from './expire-offers/expire-offers.sweep';
import { WaitingListModule } from './waiting-list.module';
import { WhenOfferAccepted } from './when-offer-accepted';
import { WhenOfferEnded } from './when-offer-ended';

/** What only the worker does: end holds in time and hand freed slots on. */
@Module({
  imports: [WaitingListModule, CalendarModule, ReferralModule, TaskModule],
  providers: [ExpireOffersSweep, WhenOfferEnded, WhenOfferAccepted],
})
export class WaitingListWorkerModule {}
