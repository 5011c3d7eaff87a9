import type { DataPart } from '@lotse/people/model';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who may read what leads to a person, and why. */
@Entity('access_grant')
export class AccessGrantEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') personId!: string;
  @Column('uuid') organisationId!: string;
  @Column('uuid') grantedByOrganisationId!: string;
  @Column('text') basis!: 'release' | 'leg' | 'break_glass';
  @Column('uuid') basisId!: string;
  @Column('uuid', { nullable: true }) referralId!: string | null;
  /** Null opens everything. */
  @Column('text', { array: true, nullable: true, default: () => `'{identity,diagnosis}'` }) parts!: DataPart[] | null;
  @Column('timestamptz', { default: () => 'now()' }) validFrom!: Date;
  @Column('uuid', { nullable: true }) staffId!: string | null;
  @Column('timestamptz', { nullable: true }) validUntil!: Date | null;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
}
