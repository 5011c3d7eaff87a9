import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The secret address under which somebody's calendar program reads. Only what was made of the secret is kept. */
@Entity('calendar_feed')
export class CalendarFeedEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') regionId!: string;
  @Column('uuid') organisationId!: string;
  @Column('uuid') staffId!: string;
  @Column('bytea') tokenHash!: Buffer;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz', { nullable: true }) lastReadAt!: Date | null;
  @Column('timestamptz', { nullable: true }) revokedAt!: Date | null;
}
