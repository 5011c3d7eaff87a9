import type { NoticeKind } from '@lotse/notification/model';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('notice')
export class NoticeEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') regionId!: string;
  @Column('uuid') organisationId!: string;
  @Column('uuid') eventId!: string;
  @Column('text') kind!: NoticeKind;
  @Column('text', { nullable: true }) reference!: string | null;
  @Column('uuid', { nullable: true }) referralId!: string | null;
  @Column('uuid', { nullable: true }) slotId!: string | null;
  @Column('uuid', { nullable: true }) offerId!: string | null;
  @Column('uuid', { nullable: true }) enquiryId!: string | null;
  @Column('uuid', { nullable: true }) adviceId!: string | null;
  @Column('uuid', { nullable: true }) questionId!: string | null;
  @Column('uuid', { nullable: true }) serviceId!: string | null;
  @Column('text', { nullable: true }) act!: string | null;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz', { nullable: true }) readAt!: Date | null;
  @Column('uuid', { nullable: true }) readBy!: string | null;
}
