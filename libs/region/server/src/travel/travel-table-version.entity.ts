import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who changed a county's travel times, when and why. */
@Entity('travel_table_version')
export class TravelTableVersionEntity {
  @PrimaryColumn('uuid') regionId!: string;
  @PrimaryColumn('integer') version!: number;
  @Column('text') why!: string;
  @Column('integer', { nullable: true }) restores!: number | null;
  @Column('uuid') staffId!: string;
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
}
