import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('appointment')
export class AppointmentEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') regionId!: string;
  @Column('uuid') organisationId!: string;
  @Column('uuid') slotId!: string;
  @Column('uuid') referralId!: string;
  @Column('uuid') personId!: string;
  @Column('timestamptz', { default: () => 'now()' }) bookedAt!: Date;
  @Column('uuid') bookedBy!: string;
  @Column('timestamptz', { nullable: true }) cancelledAt!: Date | null;
  @Column('text', { nullable: true }) attendance!: 'attended' | 'missed' | null;
}
