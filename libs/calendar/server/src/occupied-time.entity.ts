import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The time a slot takes of each schedule it needs, with its buffers. Written by the database alone, with the slot. */
@Entity('occupied_time')
export class OccupiedTimeEntity {
  @PrimaryColumn('uuid') slotId!: string;
  @PrimaryColumn('uuid') scheduleId!: string;
  @Column('uuid') regionId!: string;
  @Column('tstzrange') during!: string;
  @Column('uuid') groupId!: string;
  @Column('boolean') active!: boolean;
  @Column('boolean') overbooked!: boolean;
}
