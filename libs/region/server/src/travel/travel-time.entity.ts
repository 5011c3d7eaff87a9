import type { TravelMeans } from '@lotse/region/model';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What one version of a county's table said about a way; no minutes: back to the formula. */
@Entity('travel_time')
export class TravelTimeEntity {
  @PrimaryColumn('uuid') regionId!: string;
  @PrimaryColumn('text') fromAgs!: string;
  @PrimaryColumn('text') toAgs!: string;
  @PrimaryColumn('text') means!: TravelMeans;
  @PrimaryColumn('integer') version!: number;
  @Column('integer', { nullable: true }) minutes!: number | null;
  @Column('text', { nullable: true }) firstArrival!: string | null;
  @Column('text', { nullable: true }) lastDeparture!: string | null;
}
