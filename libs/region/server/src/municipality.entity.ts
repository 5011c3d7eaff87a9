import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('municipality')
export class MunicipalityEntity {
  @PrimaryColumn('text') ags!: string;
  @Column('uuid') regionId!: string;
  @Column('text') name!: string;
  @Column('text') postcode!: string;
  @Column('double precision') latitude!: number;
  @Column('double precision') longitude!: number;
  @Column('integer') population!: number;
}
