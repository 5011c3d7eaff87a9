import type { AppointmentState, CancellingParty } from '@lotse/waiting-list/model';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('appointment')
export class AppointmentEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') regionId!: string;
  @Column('uuid') organisationId!: string;
  @Column('uuid', { nullable: true }) slotId!: string | null;
  @Column('uuid') referralId!: string;
  @Column('uuid') personId!: string;
  @Column('timestamptz', { default: () => 'now()' }) bookedAt!: Date;
  @Column('uuid') bookedBy!: string;
  @Column('timestamptz', { nullable: true }) cancelledAt!: Date | null;
  @Column('text', { nullable: true }) attendance!: 'attended' | 'missed' | 'left' | null;
  @Column('text', { default: 'booked' }) kind!: 'booked' | 'walk_in';
  @Column({ type: 'timestamptz', precision: 3, nullable: true }) walkedInAt!: Date | null;
  @Column('uuid', { nullable: true }) replacesId!: string | null;
  @Column({ type: 'timestamptz', precision: 3, nullable: true }) arrivedAt!: Date | null;
  /** When and by whom it was said whether the person was seen. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true }) recordedAt!: Date | null;
  @Column('uuid', { nullable: true }) recordedBy!: string | null;
  @Column('text', { nullable: true }) missedReason!: string | null;
  @Column('text', { nullable: true }) cancelledBy!: CancellingParty | null;
  @Column('text', { nullable: true }) cancelReason!: string | null;
  @Column('boolean', { nullable: true }) cancelledLate!: boolean | null;
  /** When the slot went back to the calendar. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true }) slotFreedAt!: Date | null;
  /** Kept by a trigger from what was written down. */
  @Column('text') state!: AppointmentState;
  @Column('integer', { default: 1 }) version!: number;
}
