import type { Wishes } from '@lotse/waiting-list/model';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A version of what somebody on a waiting list can come to. One is added and none is changed. */
@Entity('entry_wishes')
export class EntryWishesEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') entryId!: string;
  @Column('integer') version!: number;
  @Column('uuid') regionId!: string;
  @Column('uuid') organisationId!: string;
  @Column('uuid') personId!: string;
  @Column('jsonb') wishes!: Wishes;
  @Column('boolean') shortNotice!: boolean;
  @Column('integer') minimumNoticeHours!: number;
  @Column('uuid', { array: true }) furtherServices!: string[];
  @Column('integer', { nullable: true }) restores!: number | null;
  @Column('boolean', { default: false }) fromReferral!: boolean;
  @Column('uuid') staffId!: string;
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
}
