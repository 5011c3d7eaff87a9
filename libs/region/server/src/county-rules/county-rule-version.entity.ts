import type { ActReason, DeadlineRule, OfferingRule, RankRule } from '@lotse/region/model';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A version of a deadline, a reason, an order of waiting lists or of how slots are offered in a county. Nothing is ever changed here. */
@Entity('county_rule_version')
export class CountyRuleVersionEntity {
  @PrimaryColumn('uuid') regionId!: string;
  @PrimaryColumn('text') kind!: 'deadline' | 'reason' | 'rank' | 'offering';
  @PrimaryColumn('text', { default: '' }) list!: string;
  @PrimaryColumn('text') code!: string;
  @PrimaryColumn('integer') version!: number;
  @Column('date') validFrom!: string;
  @Column('jsonb') rule!: DeadlineRule | ActReason | RankRule | OfferingRule;
  @Column('text') why!: string;
  @Column('integer', { nullable: true }) restores!: number | null;
  @Column('uuid') staffId!: string;
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
}
