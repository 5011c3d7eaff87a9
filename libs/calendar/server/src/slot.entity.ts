import type { Slot, SlotState } from '@lotse/calendar/model';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('slot')
export class SlotEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') regionId!: string;
  @Column('uuid') organisationId!: string;
  @Column('uuid') scheduleId!: string;
  @Column('uuid') serviceId!: string;
  /** From its start up to, and not including, its end: `[start,end)`. */
  @Column('tstzrange') during!: string;
  @Column('text') mode!: Slot['mode'];
  @Column('text') state!: SlotState;
  @Column('timestamptz', { nullable: true }) heldUntil!: Date | null;
  /** The offer that holds the slot, or the referral that has it. */
  @Column('uuid', { nullable: true }) holderId!: string | null;
  @Column('text', { nullable: true }) cancelReason!: string | null;
  /** The slot itself, unless it is one of the places of a group. */
  @Column('uuid') groupId!: string;
  @Column('integer', { default: 1 }) place!: number;
  @Column('integer', { default: 1 }) places!: number;
  /** Outreach in a village; null: where the schedule is. */
  @Column('text', { nullable: true }) municipalityKey!: string | null;
  @Column('integer', { default: 0 }) bufferBefore!: number;
  @Column('integer', { default: 0 }) bufferAfter!: number;
  /** Further schedules whose time it takes. */
  @Column('uuid', { array: true, default: '{}' }) resourceIds!: string[];
  @Column('text', { nullable: true }) overbookReason!: string | null;
  /** It was to go to the next person and fits nobody who waits. */
  @Column('boolean', { default: false }) fitsNobody!: boolean;
  /** From when those who coordinate the county see it, and since when they have been told. */
  @Column('timestamptz', { nullable: true }) poolAt!: Date | null;
  @Column('timestamptz', { nullable: true }) pooledAt!: Date | null;
  /** Since when the services of the county see that it is free, and who said so. */
  @Column('timestamptz', { nullable: true }) publishedAt!: Date | null;
  @Column('uuid', { nullable: true }) publishedBy!: string | null;
  /** The series it was made of, and for which of its days. */
  @Column('uuid', { nullable: true }) seriesId!: string | null;
  @Column('date', { nullable: true }) seriesDay!: string | null;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @Column('integer', { default: 1 }) version!: number;
}
