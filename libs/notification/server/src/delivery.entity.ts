import type { DeliveryState } from '@lotse/notification/model';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('delivery')
export class DeliveryEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') noticeId!: string;
  @Column('uuid') organisationId!: string;
  @Column('uuid') regionId!: string;
  @Column('text') channel!: 'email';
  @Column('text') state!: DeliveryState;
  @Column('integer', { default: 0 }) attempts!: number;
  @Column('timestamptz', { nullable: true }) claimedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) sentAt!: Date | null;
  /** Why it was not sent, or why the last attempt failed; never with an address or content. */
  @Column('text', { nullable: true }) remark!: string | null;
}
