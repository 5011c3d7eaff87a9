import type { DataPart, Release } from '@lotse/people/model';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('release')
export class ReleaseEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') regionId!: string;
  @Column('uuid') personId!: string;
  @Column('uuid') discloserOrganisationId!: string;
  @Column('uuid') recipientOrganisationId!: string;
  @Column('text') purpose!: string;
  @Column('text', { array: true }) dataParts!: DataPart[];
  @Column('boolean') coversHealthData!: boolean;
  @Column('text') form!: Release['form'];
  @Column('date') givenOn!: string;
  @Column('date') validUntil!: string;
  @Column('uuid') informedBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) recordedAt!: Date;
  @Column('timestamptz', { nullable: true }) revokedAt!: Date | null;
  @Column('text', { nullable: true }) revokedHow!: string | null;
  @Column('integer', { default: 1 }) version!: number;
}
