import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A table that is taken over. */
@Entity('referral_import')
export class ReferralImportEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') regionId!: string;
  @Column('uuid') organisationId!: string;
  @Column('uuid') createdBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @Column('text') fileName!: string;
  @Column('jsonb') columns!: object;
  @Column('integer') rowCount!: number;
  @Column('text', { default: 'open' }) state!: string;
  @Column('boolean', { default: false }) sends!: boolean;
  @Column('uuid', { nullable: true }) startedBy!: string | null;
  @Column('timestamptz', { nullable: true }) startedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) finishedAt!: Date | null;
  @Column('timestamptz', { default: () => 'now()' }) touchedAt!: Date;
  @Column('integer', { default: 1 }) version!: number;
}

/** One row of it. What it says is gone once it was taken over. */
@Entity('referral_import_row')
export class ReferralImportRowEntity {
  @PrimaryColumn('uuid') importId!: string;
  @PrimaryColumn('integer') number!: number;
  @Column('uuid') organisationId!: string;
  @Column('text') state!: string;
  @Column('jsonb', { nullable: true }) given!: object | null;
  @Column('bytea') print!: Buffer;
  @Column('jsonb', { nullable: true }) problems!: object | null;
  @Column('uuid', { nullable: true }) referralId!: string | null;
  @Column('boolean', { default: false }) isSent!: boolean;
}
