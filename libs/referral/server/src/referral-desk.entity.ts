import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What one side of a referral has arranged about it among its own: who works on it, and when it comes back. */
@Entity('referral_desk')
export class ReferralDeskEntity {
  @PrimaryColumn('uuid') referralId!: string;
  @PrimaryColumn('uuid') organisationId!: string;
  @Column('uuid') regionId!: string;
  @Column('uuid', { nullable: true }) assigneeId!: string | null;
  @Column('timestamptz', { nullable: true }) snoozedUntil!: Date | null;
  /** The version that was put aside; with any other version it is back. */
  @Column('integer', { nullable: true }) snoozedVersion!: number | null;
  @Column('uuid', { nullable: true }) snoozedBy!: string | null;
}
