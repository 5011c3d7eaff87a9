import type { BreakGlassReason, EmergencyPart } from '@lotse/people/model';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An access in an emergency, or an attempt at one that found nobody. */
@Entity('break_glass')
export class BreakGlassEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') regionId!: string;
  @Column('uuid') organisationId!: string;
  @Column('uuid') staffId!: string;
  @Column('uuid', { nullable: true }) personId!: string | null;
  @Column('uuid', { nullable: true }) ownerOrganisationId!: string | null;
  @Column('text') reason!: BreakGlassReason;
  @Column('text') explanation!: string;
  @Column('text', { array: true }) parts!: EmergencyPart[];
  @Column('timestamptz', { default: () => 'now()' }) openedAt!: Date;
  @Column('timestamptz') validUntil!: Date;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
  @Column('date') reviewDueOn!: string;
  @Column('timestamptz', { nullable: true }) reviewedAt!: Date | null;
  @Column('uuid', { nullable: true }) reviewedBy!: string | null;
  @Column('text', { nullable: true }) reviewResult!: 'justified' | 'not_justified' | null;
  @Column('text', { nullable: true }) reviewNote!: string | null;
}
