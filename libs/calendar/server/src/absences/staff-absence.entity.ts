import type { Absence } from '@lotse/calendar/model';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody is away, from one day to another. */
@Entity('staff_absence')
export class StaffAbsenceEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') regionId!: string;
  @Column('uuid') organisationId!: string;
  @Column('uuid') staffId!: string;
  @Column('date') fromDay!: string;
  @Column('date') untilDay!: string;
  @Column('text') reason!: Absence['reason'];
  @Column('uuid', { nullable: true }) deputyId!: string | null;
  @Column('uuid') createdBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
  @Column('integer', { default: 1 }) version!: number;
}
