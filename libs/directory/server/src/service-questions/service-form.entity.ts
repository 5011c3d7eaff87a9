import type { FormSchema } from '@lotse/directory/model';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One version of what a service asks. */
@Entity('service_form')
export class ServiceFormEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') regionId!: string;
  @Column('uuid') organisationId!: string;
  @Column('uuid') serviceId!: string;
  @Column('integer') version!: number;
  @Column('jsonb') schema!: FormSchema;
  @Column('uuid') changedBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) changedAt!: Date;
}
