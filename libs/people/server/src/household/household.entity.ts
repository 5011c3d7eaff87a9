import { Column, Entity, PrimaryColumn } from 'typeorm';

/** People who live together. */
@Entity('household')
export class HouseholdEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') regionId!: string;
  @Column('uuid') organisationId!: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
}

/** Somebody who lives there, from when, and until when. */
@Entity('household_member')
export class HouseholdMemberEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') householdId!: string;
  @Column('uuid') regionId!: string;
  @Column('uuid') organisationId!: string;
  @Column('uuid') personId!: string;
  @Column('text') relation!: string;
  @Column('timestamptz', { default: () => 'now()' }) joinedAt!: Date;
  @Column('timestamptz', { nullable: true }) leftAt!: Date | null;
}
