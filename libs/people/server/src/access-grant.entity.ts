import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who may read what leads to a person, and why. */
@Entity('access_grant')
export class AccessGrantEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') personId!: string;
  @Column('uuid') organisationId!: string;
  @Column('uuid') grantedByOrganisationId!: string;
  @Column('text') basis!: 'release' | 'leg';
  @Column('uuid') basisId!: string;
  @Column('uuid', { nullable: true }) referralId!: string | null;
  @Column('timestamptz', { nullable: true }) validUntil!: Date | null;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
}
