import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a service said of its wait, from when on, and how many were told. */
@Entity('expected_wait_change')
export class ExpectedWaitChangeEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') regionId!: string;
  @Column('uuid') organisationId!: string;
  @Column('uuid') serviceId!: string;
  @Column('integer', { nullable: true }) weeksBefore!: number | null;
  @Column('integer', { nullable: true }) weeks!: number | null;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('uuid') staffId!: string;
  @Column('integer') told!: number;
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
}
