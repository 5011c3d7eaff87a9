import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One step of a referral's life, as both sides see it. */
@Entity('referral_step')
export class ReferralStepEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') referralId!: string;
  @Column('text') act!: string;
  @Column('text', { nullable: true }) fromState!: string | null;
  @Column('text') toState!: string;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) at!: Date;
  @Column('uuid') staffId!: string;
  @Column('uuid') organisationId!: string;
  @Column('text', { nullable: true }) note!: string | null;
  /** What the referral was before a step that can be taken back. */
  @Column('jsonb', { nullable: true }) before!: object | null;
  /** The step that this one takes back. */
  @Column('uuid', { nullable: true }) undoes!: string | null;
}
