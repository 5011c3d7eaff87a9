import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How a referral ended, in one of its editions. */
@Entity('referral_outcome')
export class ReferralOutcomeEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') referralId!: string;
  @Column('integer') edition!: number;
  @Column('text') outcome!: string;
  @Column('text', { nullable: true }) report!: string | null;
  @Column('text', { nullable: true }) noReportReason!: string | null;
  @Column('uuid') organisationId!: string;
  @Column('uuid') staffId!: string;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) at!: Date;
}
