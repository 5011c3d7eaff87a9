import { DirectoryModule } from '@lotse/directory/server';
import { HandOver } from '@lotse/identity/server';
import { PeopleModule, PersonRecords } from '@lotse/people/server';
import { ReferralModule } from '@lotse/referral/server';
import { RegionModule } from '@lotse/region/server';
import { TaskModule } from '@lotse/task/server';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AdviceController } from './advice.controller';
import { AdviceMessageEntity, AdviceThreadEntity, EnquiryEntity } from './advice.entities';
import { AdviceThreads } from './advice-threads';
import { AskEnquiry } from './ask-enquiry/ask-enquiry';
import { CloseEnquiry } from './close-enquiry/close-enquiry';
import { ConvertAdvice } from './convert-advice/convert-advice';
import { EnquiryController } from './enquiry.controller';
import { MoveAdvice } from './move-advice/move-advice';
import { openAdviceOf } from './open-advice-of';
import { ReadEnquiries } from './read-enquiries/read-enquiries';
import { ReadEnquiry } from './read-enquiry/read-enquiry';
import { RemindOfAdvice } from './remind-of-advice/remind-of-advice';

@Module({
  imports: [
    RegionModule,
    TaskModule,
    DirectoryModule,
    PeopleModule,
    ReferralModule,
    TypeOrmModule.forFeature([EnquiryEntity, AdviceThreadEntity, AdviceMessageEntity]),
  ],
  controllers: [EnquiryController, AdviceController],
  providers: [AskEnquiry, MoveAdvice, ConvertAdvice, CloseEnquiry, ReadEnquiries, ReadEnquiry, RemindOfAdvice, AdviceThreads],
  // For the worker's part of this domain; the room's index shows other domains the module alone.
  exports: [CloseEnquiry, RemindOfAdvice],
})
export class AdviceModule {
  constructor(records: PersonRecords, handOver: HandOver) {
    handOver.registerOpen(openAdviceOf);
    records.register(
      { table: 'enquiry', about: 'x.person_id = $1' },
      { table: 'advice_thread', about: 'x.person_id = $1' },
      { table: 'advice_message', about: 'x.person_id = $1' },
    );
  }
}
