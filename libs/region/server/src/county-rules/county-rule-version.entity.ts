import type { DeadlineRule, ActReason, RankRule } from '@lotse/region/model';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A version of a deadline, a reason or an order of waiting lists of a county. Nothing is ever changed here. */
@Entity('county_rule_version')
export class CountyRuleVersionEntity {
  @PrimaryColumn('uuid') regionId!: string;
  @PrimaryColumn('text') kind!: 'deadline' | 'reason' | 'rank';
  @PrimaryColumn('text', { default: '' }) list!: string;
  @PrimaryColumn('text') code!: string;
  @PrimaryColumn('integer') version!: number;
  @Column('date') validFrom!: string;
  @Column('jsonb') rule!: DeadlineRule | ActReason | RankRule;
  @Column('text') why!: string;
  @Column('integer', { nullable: true }) restores!: number | null;
  @Column('uuid') staffId!: string;
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
}
