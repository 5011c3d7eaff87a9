import type { DataPart, Release } from '@lotse/people/model';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('release')
export class ReleaseEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') regionId!: string;
  @Column('uuid') personId!: string;
  @Column('uuid') discloserOrganisationId!: string;
  @Column('uuid') recipientOrganisationId!: string;
  @Column('text', { nullable: true }) recipientWithin!: string | null;
  @Column('text') purpose!: string;
  @Column('text', { array: true }) dataParts!: DataPart[];
  @Column('boolean') coversHealthData!: boolean;
  @Column('text', { default: 'one_way' }) direction!: Release['direction'];
  @Column('text') form!: Release['form'];
  @Column('text', { nullable: true }) evidence!: string | null;
  @Column('text', { default: 'capable' }) capacity!: 'capable' | 'representative';
  @Column('text', { nullable: true }) representativeKind!: string | null;
  @Column('text', { nullable: true }) representativeName!: string | null;
  @Column('uuid', { nullable: true }) representativeId!: string | null;
  @Column('date') givenOn!: string;
  @Column('date') validFrom!: string;
  @Column('date') validUntil!: string;
  @Column('uuid') informedBy!: string;
  @Column('uuid') recordedBy!: string;
  /** Releases of several recipients that were recorded in one go. */
  @Column('uuid', { nullable: true }) recordedTogether!: string | null;
  @Column('text', { default: '2026-01' }) textVersion!: string;
  @Column('timestamptz', { default: () => 'now()' }) recordedAt!: Date;
  @Column('timestamptz', { nullable: true }) revokedAt!: Date | null;
  @Column('text', { nullable: true }) revokedHow!: string | null;
  /** When what follows from its last day was done. */
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
  @Column('integer', { default: 1 }) version!: number;
}
