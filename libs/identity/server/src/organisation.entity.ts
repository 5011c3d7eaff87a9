import type { OpeningHours, OrganisationKind } from '@lotse/identity/model';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('organisation')
export class OrganisationEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') regionId!: string;
  @Column('text') name!: string;
  @Column('text') kind!: OrganisationKind;
  @Column('text') legalRegime!: string;
  @Column('text', { nullable: true }) bsnr!: string | null;
  @Column('text', { nullable: true }) ik!: string | null;
  @Column('text', { nullable: true }) street!: string | null;
  @Column('text', { nullable: true }) postcode!: string | null;
  @Column('text', { nullable: true }) ags!: string | null;
  @Column('text', { nullable: true }) phone!: string | null;
  @Column('text', { nullable: true }) fax!: string | null;
  @Column('text', { nullable: true }) place!: string | null;
  @Column('text', { nullable: true }) lanr!: string | null;
  @Column('boolean', { default: false }) withoutAccount!: boolean;
  @Column('text', { nullable: true }) notificationEmail!: string | null;
  /** Null: the usual hours of the county. */
  @Column('jsonb', { nullable: true }) openingHours!: OpeningHours | null;
  @Column('boolean', { default: false }) isInvented!: boolean;
  @Column('timestamptz', { nullable: true }) retiredAt!: Date | null;
  @Column('integer', { default: 1 }) version!: number;
}
