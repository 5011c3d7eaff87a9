import type { DataPart } from '@lotse/people/model';
import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** A field of a referral that changed after it was sent. Written by the database. */
@Entity('referral_change')
export class ReferralChangeEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id!: string;
  @Column('uuid') regionId!: string;
  @Column('uuid') referralId!: string;
  @Column('text') field!: string;
  @Column('text', { nullable: true }) subject!: string | null;
  @Column('text', { nullable: true }) part!: DataPart | null;
  @Column('text', { nullable: true }) before!: string | null;
  @Column('text', { nullable: true }) after!: string | null;
  @Column('uuid', { nullable: true }) staffId!: string | null;
  @Column('uuid', { nullable: true }) organisationId!: string | null;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) at!: Date;
}

/** How far somebody has looked at a referral. */
@Entity('referral_look')
export class ReferralLookEntity {
  @PrimaryColumn('uuid') referralId!: string;
  @PrimaryColumn('uuid') staffId!: string;
  @Column('bigint') upTo!: string;
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
}
