import type { Person } from '@lotse/people/model';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('person')
export class PersonEntity implements Omit<Person, 'hidden'> {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') regionId!: string;
  @Column('uuid') organisationId!: string;
  @Column('text') familyName!: string;
  @Column('text') givenName!: string;
  @Column('date') birthDate!: string;
  @Column('text') sex!: Person['sex'];
  @Column('text', { nullable: true }) phone!: string | null;
  @Column('text', { nullable: true }) street!: string | null;
  @Column('text', { nullable: true }) postcode!: string | null;
  @Column('text', { nullable: true }) ags!: string | null;
  @Column('text', { default: 'de' }) language!: string;
  @Column('text', { nullable: true }) kvnr!: string | null;
  @Column('text', { nullable: true }) kvnrOverrideReason!: string | null;
  @Column('text', { default: '' }) searchName!: string;
  @Column('text', { nullable: true }) pseudonym!: string | null;
  @Column('text', { array: true, default: '{}' }) matchKeys!: string[];
  @Column('uuid', { nullable: true }) mergedInto!: string | null;
  @Column('timestamptz', { nullable: true }) deathRecordedAt!: Date | null;
  @Column('boolean', { default: false }) isInvented!: boolean;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @Column('integer', { default: 1 }) version!: number;
}
