import { PeopleModule, PersonRecords } from '@lotse/people/server';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DeliveryEntity } from './delivery.entity';
import { MarkNoticeRead } from './mark-notice-read/mark-notice-read';
import { NoticeEntity } from './notice.entity';
import { NotificationController } from './notification.controller';
import { ReadNotices } from './read-notices/read-notices';

@Module({
  imports: [PeopleModule, TypeOrmModule.forFeature([NoticeEntity, DeliveryEntity])],
  controllers: [NotificationController],
  providers: [ReadNotices, MarkNoticeRead],
})
export class NotificationModule {
  constructor(records: PersonRecords) {
    records.register({ table: 'notice', about: 'x.referral_id in (select id from referral where person_id = $1)' });
  }
}
