import type { Schedule } from '@lotse/calendar/model';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('schedule')
export class ScheduleEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') regionId!: string;
  @Column('uuid') organisationId!: string;
  @Column('uuid') serviceId!: string;
  @Column('text') name!: string;
  @Column('text', { default: 'team' }) kind!: Schedule['kind'];
  @Column('uuid', { nullable: true }) staffId!: string | null;
  @Column('text', { nullable: true }) clinicianSex!: Schedule['clinicianSex'];
  @Column('text', { array: true, default: '{de}' }) languages!: string[];
  @Column('text', { nullable: true }) municipalityKey!: string | null;
  @Column('text', { nullable: true }) place!: string | null;
  @Column('timestamptz', { nullable: true }) retiredAt!: Date | null;
  @Column('integer', { default: 1 }) version!: number;
}
