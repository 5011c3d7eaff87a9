import type { Pause } from '@lotse/waiting-list/model';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Days in which somebody who waits cannot come. They are never written in hindsight: the database sees to it. */
@Entity('entry_pause')
export class EntryPauseEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') entryId!: string;
  @Column('uuid') regionId!: string;
  @Column('uuid') organisationId!: string;
  @Column('uuid') personId!: string;
  @Column('date') startsOn!: string;
  @Column('date', { nullable: true }) endsOn!: string | null;
  @Column('text') reason!: Pause['reason'];
  @Column('text', { nullable: true }) note!: string | null;
  @Column('uuid') createdBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @Column('uuid', { nullable: true }) endedBy!: string | null;
  @Column('integer', { default: 1 }) version!: number;
}
