import type { Urgency } from '@lotse/region/model';
import type { WaitingListEntryState, Wishes } from '@lotse/waiting-list/model';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('waiting_list_entry')
export class WaitingListEntryEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') regionId!: string;
  @Column('uuid') organisationId!: string;
  @Column('uuid') serviceId!: string;
  @Column('uuid') referralId!: string;
  @Column('uuid') personId!: string;
  @Column('text') urgency!: Urgency;
  @Column('integer') band!: number;
  @Column('double precision') targetDays!: number;
  /** When the referral was sent: the one clock. Nothing on a waiting list resets it. */
  @Column({ type: 'timestamptz', precision: 3 }) receivedAt!: Date;
  @Column('boolean') shortNotice!: boolean;
  @Column('integer') minimumNoticeHours!: number;
  @Column('jsonb', { default: {} }) wishes!: Wishes;
  @Column('integer', { default: 0 }) wishesVersion!: number;
  /** No offer before this day. */
  @Column('date', { nullable: true }) coolingOffUntil!: string | null;
  @Column('text') state!: WaitingListEntryState;
  @Column('timestamptz', { default: () => 'now()' }) joinedAt!: Date;
  /** When somebody last said that the place is still needed. */
  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' }) lastValidatedAt!: Date;
  /** When somebody last spoke with the person about how they are. */
  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' }) lastContactAt!: Date;
  /** What lists in other orders go by; the database fills both. */
  @Column('text', { default: '' }) personSort!: string;
  @Column({ type: 'timestamptz', precision: 3 }) targetAt!: Date;
  @Column('integer', { default: 1 }) version!: number;
}
