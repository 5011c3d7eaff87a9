import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A deadline with a name that runs for a referral. */
@Entity('referral_deadline')
export class ReferralDeadlineEntity {
  @PrimaryColumn('uuid') referralId!: string;
  @PrimaryColumn('text') code!: string;
  @Column('date') startsOn!: string;
  @Column('date') dueOn!: string;
  @Column('text') owner!: 'referrer' | 'recipient';
  @Column('date', { nullable: true }) metOn!: string | null;
  @Column('uuid', { nullable: true }) setBy!: string | null;
  @Column('timestamptz', { default: () => 'now()' }) setAt!: Date;
  @Column('integer', { default: 0 }) ruleVersion!: number;
  @Column('smallint', { default: 2 }) warnDays!: number;
}
