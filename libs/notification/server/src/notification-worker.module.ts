import { MailModule } from '@lotse/server-kit/mail';
import { Module } from '@nestjs/common';
import { DeliverNotices } from './deliver-notices/deliver-notices';
import { DeliverNoticesSweep } from './deliver-notices/deliver-notices.sweep';
import { Deliveries } from './deliver-notices/deliveries';
import { Mail } from './deliver-notices/mail';
import { WhenDeletionProposed } from './when-deletion-proposed';
import { WhenAdviceMoved } from './when-advice-moved';
import { WhenBreakGlassOpened } from './when-break-glass-opened';
import { WhenExpectedWaitChanged } from './when-expected-wait-changed';
import { WhenNobodyFits } from './when-nobody-fits';
import { WhenOfferMoved } from './when-offer-moved';
import { WhenQuestionMoved } from './when-question-moved';
import { WhenReferralMoved } from './when-referral-moved';
import { WhenReleaseRevoked } from './when-release-revoked';
import { WriteNotices } from './write-notices/write-notices';

/** What only the worker does: write notices when something happened, and deliver them. */
@Module({
  imports: [MailModule],
  providers: [
    WhenReferralMoved,
    WhenQuestionMoved,
    WhenAdviceMoved,
    WhenOfferMoved,
    WhenDeletionProposed,
    WhenNobodyFits,
    WhenExpectedWaitChanged,
    WhenReleaseRevoked,
    WhenBreakGlassOpened,
    WriteNotices,
    DeliverNotices,
    DeliverNoticesSweep,
    Deliveries,
    Mail,
  ],
})
export class NotificationWorkerModule {}
