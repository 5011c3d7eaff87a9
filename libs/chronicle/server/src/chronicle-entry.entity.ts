import type { ChronicleResult } from '@lotse/chronicle/model';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A line of the chronicle. Written by the transaction kit, never changed. */
@Entity('chronicle_entry')
export class ChronicleEntryEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id!: string;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) at!: Date;
  @Column('uuid', { nullable: true }) regionId!: string | null;
  @Column('uuid', { nullable: true }) organisationId!: string | null;
  @Column('uuid', { nullable: true }) staffId!: string | null;
  @Column('text') kind!: 'act' | 'look';
  @Column('text') verb!: string;
  @Column('text') subject!: string;
  @Column('uuid', { nullable: true }) subjectId!: string | null;
  @Column('uuid', { nullable: true }) personId!: string | null;
  @Column('integer', { nullable: true }) amount!: number | null;
  @Column('text', { array: true, nullable: true }) roles!: string[] | null;
  @Column('text', { array: true, nullable: true }) parts!: string[] | null;
  @Column('text', { nullable: true }) basis!: string | null;
  @Column('text', { nullable: true }) result!: ChronicleResult | null;
  @Column('uuid', { array: true, nullable: true }) people!: string[] | null;
  @Column('uuid', { nullable: true, default: () => 'current_deputyship()' }) deputyshipId!: string | null;
  @Column('bigint', { default: () => 'this_transaction()' }) writtenIn!: string;
}
