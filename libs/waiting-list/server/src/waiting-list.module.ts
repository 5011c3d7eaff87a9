import { CalendarModule } from '@lotse/calendar/server';
import { PeopleModule, PersonRecords } from '@lotse/people/server';
import { ReferralModule } from '@lotse/referral/server';
import { RegionModule } from '@lotse/region/server';
import { TaskModule } from '@lotse/task/server';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AcceptOffer } from './answer-offer/accept-offer';
import { AnswerableOffers } from './answer-offer/answerable-offers';
import { DeclineOffer } from './answer-offer/decline-offer';
import { AfterDecline } from './answer-offer/after-decline';
import { EndOffer } from './answer-offer/end-offer';
import { RecordNotReached } from './answer-offer/record-not-reached';
import { Holds } from './holds';
import { Askables } from './offer-slot/askable';
import { WithdrawOffer } from './answer-offer/withdraw-offer';
import { AppointmentDayController } from './appointment-day/appointment-day.controller';
import { afterBooking } from './appointment-day/after-booking';
import { AppointmentController } from './appointment.controller';
import { CareOfListsController } from './care-of-lists/care-of-lists.controller';
import { careOfListsParts } from './care-of-lists/care-of-lists';
import { OpenListRounds } from './care-of-lists/open-list-rounds';
import { Appointments } from './appointments';
import { BookSlot } from './book-slot/book-slot';
import { ListFollowsReferral } from './list-follows-referral/list-follows-referral';
import { OfferForReferral } from './offer-for-referral/offer-for-referral';
import { OfferOtherDate } from './offer-other-date/offer-other-date';
import { AppointmentEntity } from './appointment.entity';
import { ExpireBeforeReading } from './expire-offers/expire-before-reading';
import { ExpireOffers } from './expire-offers/expire-offers';
import { FreeSlotsController } from './free-slots/free-slots.controller';
import { freeSlotsParts } from './free-slots/free-slots-parts';
import { JoinWaitingList } from './join-waiting-list/join-waiting-list';
import { OfferController } from './offer.controller';
import { MakeOffer } from './offer-slot/make-offer';
import { OfferToNext } from './offer-slot/offer-to-next';
import { RefillRound } from './offer-slot/refill-round';
import { OfferSlot } from './offer-slot/offer-slot';
import { Offers } from './offers';
import { OffersWithdrawn } from './offers-withdrawn';
import { EntryController } from './entry.controller';
import { BeginPause } from './pauses/begin-pause';
import { EndCoolOff } from './pauses/end-cool-off';
import { EndPause } from './pauses/end-pause';
import { EntryPauseEntity } from './pauses/entry-pause.entity';
import { CountyPicturesController } from './pictures/county-pictures.controller';
import { PicturesController } from './pictures/pictures.controller';
import { ReadAging } from './pictures/read-aging';
import { ReadCountyPictures } from './pictures/read-county-pictures';
import { ReadFunnel } from './pictures/read-funnel';
import { ReadListOutOfTurn } from './pictures/read-list-out-of-turn';
import { ReadWaits } from './pictures/read-waits';
import { RankRules } from './rank-rules/rank-rules';
import { RankRulesController } from './rank-rules/rank-rules.controller';
import { ReadRankRules } from './rank-rules/read-rank-rules';
import { ReadOfferDecision } from './replay/read-offer-decision';
import { ReplayOffers } from './replay/replay-offers';
import { TryRankRule } from './what-if/try-rank-rule';
import { ReadCandidates } from './read-candidates/read-candidates';
import { ReadEntry } from './read-entry/read-entry';
import { ReadOffers } from './read-offers/read-offers';
import { ReadWaitingList } from './read-waiting-list/read-waiting-list';
import { ReadWaitingLists } from './read-waiting-lists/read-waiting-lists';
import { SlotOfferEntity } from './slot-offer.entity';
import { WaitingListController } from './waiting-list.controller';
import { WaitingListEntryEntity } from './waiting-list-entry.entity';
import { ChangeWishes } from './wishes/change-wishes';
import { EntryServiceEntity } from './wishes/entry-service.entity';
import { EntryWishesEntity } from './wishes/entry-wishes.entity';

@Module({
  imports: [
    CalendarModule,
    PeopleModule,
    ReferralModule,
    RegionModule,
    TaskModule,
    TypeOrmModule.forFeature([
      WaitingListEntryEntity,
      EntryWishesEntity,
      EntryServiceEntity,
      EntryPauseEntity,
      SlotOfferEntity,
      AppointmentEntity,
    ]),
  ],
  controllers: [
    WaitingListController,
    EntryController,
    OfferController,
    AppointmentController,
    AppointmentDayController,
    CareOfListsController,
    RankRulesController,
    PicturesController,
    CountyPicturesController,
    FreeSlotsController,
  ],
  providers: [
    RankRules,
    ReadRankRules,
    TryRankRule,
    ReadOfferDecision,
    ReplayOffers,
    ReadAging,
    ReadWaits,
    ReadFunnel,
    ReadCountyPictures,
    ReadListOutOfTurn,
    JoinWaitingList,
    ReadWaitingLists,
    ReadWaitingList,
    ReadEntry,
    ChangeWishes,
    BeginPause,
    EndCoolOff,
    EndPause,
    ReadCandidates,
    OfferSlot,
    MakeOffer,
    OfferToNext,
    ReadOffers,
    AcceptOffer,
    DeclineOffer,
    WithdrawOffer,
    EndOffer,
    AfterDecline,
    RecordNotReached,
    Holds,
    Askables,
    RefillRound,
    ExpireOffers,
    ExpireBeforeReading,
    AnswerableOffers,
    Offers,
    OffersWithdrawn,
    Appointments,
    ...afterBooking,
    ...careOfListsParts,
    ...freeSlotsParts,
    BookSlot,
    OfferForReferral,
    OfferOtherDate,
    ListFollowsReferral,
  ],
  // For the worker's part of this domain; the room's index shows other domains the module alone.
  exports: [ExpireOffers, OfferToNext, Holds, RefillRound, OpenListRounds],
})
export class WaitingListModule {
  constructor(records: PersonRecords) {
    records.register(
      { table: 'waiting_list_entry', about: 'x.person_id = $1' },
      { table: 'entry_wishes', about: 'x.person_id = $1' },
      { table: 'entry_service', about: 'x.entry_id in (select id from waiting_list_entry where person_id = $1)' },
      { table: 'entry_pause', about: 'x.person_id = $1' },
      { table: 'slot_offer', about: 'x.person_id = $1' },
      { table: 'appointment', about: 'x.person_id = $1' },
      { table: 'list_check', about: 'x.person_id = $1' },
    );
  }
}
