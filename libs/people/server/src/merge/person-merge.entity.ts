import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Two records that became one, and what followed. */
@Entity('person_merge')
export class PersonMergeEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') regionId!: string;
  @Column('uuid') organisationId!: string;
  @Column('uuid') keptId!: string;
  @Column('uuid') mergedId!: string;
  @Column('jsonb') taken!: Record<string, { before: string | null; after: string | null }>;
  @Column('jsonb') moved!: Record<string, string[]>;
  @Column('uuid') mergedBy!: string;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) mergedAt!: Date;
  @Column('uuid', { nullable: true }) undoneBy!: string | null;
  @Column('timestamptz', { nullable: true }) undoneAt!: Date | null;
  @Column('integer', { default: 1 }) version!: number;
}
