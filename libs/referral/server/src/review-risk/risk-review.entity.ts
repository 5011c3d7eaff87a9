import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a missed appointment opens, and a clinician records in their own name. */
@Entity('risk_review')
export class RiskReviewEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') regionId!: string;
  @Column('uuid') organisationId!: string;
  @Column('uuid') referralId!: string;
  @Column('uuid') personId!: string;
  @Column('uuid') stepId!: string;
  @Column('timestamptz', { default: () => 'now()' }) openedAt!: Date;
  @Column('timestamptz') dueAt!: Date;
  @Column('timestamptz', { nullable: true }) recordedAt!: Date | null;
  @Column('uuid', { nullable: true }) recordedBy!: string | null;
  @Column('text', { nullable: true }) assessment!: string | null;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('timestamptz', { nullable: true }) droppedAt!: Date | null;
  @Column('text', { nullable: true }) droppedBecause!: string | null;
}
