import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('schedule')
export class ScheduleEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') regionId!: string;
  @Column('uuid') organisationId!: string;
  @Column('uuid') serviceId!: string;
  @Column('text') name!: string;
}
