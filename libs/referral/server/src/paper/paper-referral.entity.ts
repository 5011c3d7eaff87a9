import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('paper_referral')
export class PaperReferralEntity {
  @PrimaryColumn('uuid') referralId!: string;
  @Column('uuid') regionId!: string;
  @Column('uuid') organisationId!: string;
  @Column('uuid') senderOrganisationId!: string;
  @Column('text', { nullable: true }) senderName!: string | null;
  @Column('text') cameBy!: string;
  @Column('timestamptz') receivedAt!: Date;
  @Column('timestamptz', { default: () => 'now()' }) enteredAt!: Date;
  @Column('uuid') enteredBy!: string;
  @Column('text', { nullable: true }) releaseNames!: string | null;
  @Column('text', { nullable: true }) releaseForm!: string | null;
  @Column('date', { nullable: true }) releaseGivenOn!: string | null;
  @Column('boolean', { default: false }) releaseSeen!: boolean;
}
