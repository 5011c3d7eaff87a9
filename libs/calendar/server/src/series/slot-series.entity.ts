import type { Slot } from '@lotse/calendar/model';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Time that a schedule gives out again and again. */
@Entity('slot_series')
export class SlotSeriesEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') regionId!: string;
  @Column('uuid') organisationId!: string;
  @Column('uuid') scheduleId!: string;
  /** Which days (RFC 5545). */
  @Column('text') rule!: string;
  @Column('date') startsOn!: string;
  @Column('date', { nullable: true }) endsOn!: string | null;
  /** What the clock on the wall shows, `09:00`. */
  @Column('text') startsAt!: string;
  @Column('integer') minutes!: number;
  @Column('text') mode!: Slot['mode'];
  @Column('integer', { default: 1 }) places!: number;
  @Column('text', { nullable: true }) municipalityKey!: string | null;
  @Column('integer', { default: 0 }) bufferBefore!: number;
  @Column('integer', { default: 0 }) bufferAfter!: number;
  @Column('uuid', { array: true, default: '{}' }) resourceIds!: string[];
  @Column('boolean', { default: false }) onHolidays!: boolean;
  @Column('uuid', { nullable: true }) follows!: string | null;
  @Column('uuid') createdBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @Column('integer', { default: 1 }) version!: number;
}

/** A day of a series that is left out, or is at another time. */
@Entity('slot_series_exception')
export class SlotSeriesExceptionEntity {
  @PrimaryColumn('uuid') seriesId!: string;
  @PrimaryColumn('date') day!: string;
  @Column('uuid') organisationId!: string;
  @Column('timestamptz', { nullable: true }) movedTo!: Date | null;
}
