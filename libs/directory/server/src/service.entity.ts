import type { ServiceCategory } from '@lotse/directory/model';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('service')
export class ServiceEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') regionId!: string;
  @Column('uuid') organisationId!: string;
  @Column('text') name!: string;
  @Column('text') category!: ServiceCategory;
  @Column('text') descriptionDe!: string;
  @Column('text') descriptionEn!: string;
  @Column('text') ags!: string;
  @Column('text', { nullable: true }) street!: string | null;
  @Column('text', { nullable: true }) phone!: string | null;
  @Column('integer', { default: 18 }) ageFrom!: number;
  @Column('integer', { nullable: true }) ageTo!: number | null;
  @Column('text', { array: true, default: '{de}' }) languages!: string[];
  @Column('text') capacity!: string;
  @Column('integer', { nullable: true }) expectedWaitWeeks!: number | null;
  @Column('text', { nullable: true }) expectedWaitNote!: string | null;
  @Column('integer', { default: 0 }) expectedWaitVersion!: number;
  @Column('boolean', { default: false }) acceptsReferrals!: boolean;
  @Column('date') confirmedOn!: string;
  @Column('boolean', { default: false }) isInvented!: boolean;
  /** Which insurances it may take; null for every one. */
  @Column('text', { array: true, nullable: true }) insurances!: string[] | null;
  /** Lower-case name, organisation, place and descriptions: what a search looks through. */
  @Column('text') searchText!: string;
}
