import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Another service of the same organisation that would do for somebody as well. */
@Entity('entry_service')
export class EntryServiceEntity {
  @PrimaryColumn('uuid') entryId!: string;
  @PrimaryColumn('uuid') serviceId!: string;
  @Column('uuid') organisationId!: string;
}
