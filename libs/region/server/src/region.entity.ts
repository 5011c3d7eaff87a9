import type { RegionSettings } from '@lotse/region/model';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('region')
export class RegionEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') key!: string;
  @Column('text') name!: string;
  @Column('jsonb') settings!: RegionSettings;
  @Column('integer', { default: 1 }) settingsVersion!: number;
  @Column('boolean', { default: false }) isDemo!: boolean;
}
