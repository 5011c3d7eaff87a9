import type { Representative } from '@lotse/people/model';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('representative')
export class RepresentativeEntity implements Omit<Representative, 'hidden'> {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') regionId!: string;
  @Column('uuid') organisationId!: string;
  @Column('uuid') personId!: string;
  @Column('text') kind!: Representative['kind'];
  @Column('text') name!: string;
  @Column('text', { nullable: true }) phone!: string | null;
  @Column('text', { nullable: true }) address!: string | null;
  @Column('text', { array: true, default: '{}' }) scopes!: Representative['scopes'];
  @Column('text', { nullable: true }) document!: string | null;
  @Column('date') validFrom!: string;
  @Column('date', { nullable: true }) validUntil!: string | null;
  @Column('uuid') recordedBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) recordedAt!: Date;
  @Column('date', { nullable: true }) endedOn!: string | null;
  @Column('integer', { default: 1 }) version!: number;
}
