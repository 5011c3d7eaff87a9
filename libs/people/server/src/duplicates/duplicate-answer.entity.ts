import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What somebody said to the warning that two records may be about one person. */
@Entity('duplicate_answer')
export class DuplicateAnswerEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') regionId!: string;
  @Column('uuid') organisationId!: string;
  @Column('uuid') personId!: string;
  @Column('uuid') otherPersonId!: string;
  @Column('text') answer!: 'different';
  @Column('uuid') answeredBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) answeredAt!: Date;
}
