import type { ListCheck, ListCheckAnswer, ListCheckKind, ListCheckState } from '@lotse/waiting-list/model';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Everybody on a list who is asked the same in one week. */
@Entity('list_round')
export class ListRoundEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') regionId!: string;
  @Column('uuid') organisationId!: string;
  @Column('uuid') serviceId!: string;
  @Column('text') kind!: ListCheckKind;
  @Column('text') source!: 'due' | 'asked';
  @Column('date') beginsOn!: string;
  @Column('timestamptz') dueAt!: Date;
  @Column('timestamptz', { default: () => 'now()' }) openedAt!: Date;
  @Column('uuid', { nullable: true }) openedBy!: string | null;
  @Column('timestamptz', { nullable: true }) closedAt!: Date | null;
  @Column('integer', { default: 1 }) version!: number;
}

/** One person of a round. */
@Entity('list_check')
export class ListCheckEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') regionId!: string;
  @Column('uuid') organisationId!: string;
  @Column('uuid') referrerOrganisationId!: string;
  @Column('uuid') roundId!: string;
  @Column('uuid') entryId!: string;
  @Column('uuid') referralId!: string;
  @Column('uuid') personId!: string;
  @Column('text') kind!: ListCheckKind;
  @Column('integer', { nullable: true }) milestone!: number | null;
  @Column('text', { default: 'open' }) state!: ListCheckState;
  @Column('timestamptz', { default: () => 'now()' }) openedAt!: Date;
  @Column('integer', { default: 0 }) attempts!: number;
  @Column('timestamptz', { nullable: true }) lastAttemptAt!: Date | null;
  @Column('timestamptz', { nullable: true }) referrerAskedAt!: Date | null;
  @Column('text', { nullable: true }) answer!: ListCheckAnswer | null;
  @Column('timestamptz', { nullable: true }) answeredAt!: Date | null;
  @Column('uuid', { nullable: true }) answeredBy!: string | null;
  @Column('uuid', { nullable: true }) answeredByOrganisationId!: string | null;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('date', { nullable: true }) postponedUntil!: string | null;
  @Column('boolean', { default: false }) asksForPriority!: boolean;
  @Column('text', { nullable: true }) decision!: ListCheck['decision'];
  @Column('timestamptz', { nullable: true }) decidedAt!: Date | null;
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
  @Column('text', { nullable: true }) toldBy!: ListCheck['told'];
  @Column('text', { nullable: true }) decisionNote!: string | null;
  @Column('integer', { default: 1 }) version!: number;
}
