import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('referral_letter')
export class ReferralLetterEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') regionId!: string;
  @Column('uuid') referralId!: string;
  @Column('uuid') organisationId!: string;
  @Column('uuid') staffId!: string;
  @Column('text') kind!: string;
  @Column('text') language!: string;
  @Column('integer') templateVersion!: number;
  @Column('text') fingerprint!: string;
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
}
