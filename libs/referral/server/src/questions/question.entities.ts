import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One matter between the two sides of a referral. */
@Entity('question_thread')
export class QuestionThreadEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') regionId!: string;
  @Column('uuid') referralId!: string;
  @Column('text') kind!: string;
  @Column('uuid') askerOrganisationId!: string;
  @Column('uuid') answererOrganisationId!: string;
  @Column('boolean', { default: false }) movesReferral!: boolean;
  @Column('date', { nullable: true }) dueOn!: string | null;
  @Column('boolean') isOpen!: boolean;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz', { default: () => 'now()' }) updatedAt!: Date;
  @Column('integer', { default: 1 }) version!: number;
  @Column('text', { nullable: true }) reminded!: string | null;
}

/** One sending of one side. */
@Entity('question_message')
export class QuestionMessageEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') regionId!: string;
  @Column('uuid') referralId!: string;
  @Column('uuid') threadId!: string;
  @Column('text') kind!: string;
  @Column('uuid') organisationId!: string;
  @Column('uuid') staffId!: string;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) at!: Date;
  @Column('text', { nullable: true }) text!: string | null;
  @Column('uuid', { nullable: true }) stepId!: string | null;
  @Column('timestamptz', { nullable: true }) takenBackAt!: Date | null;
}

/** One thing that is asked for. */
@Entity('question_point')
export class QuestionPointEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') regionId!: string;
  @Column('uuid') referralId!: string;
  @Column('uuid') threadId!: string;
  @Column('integer') position!: number;
  @Column('text') piece!: string;
  @Column('text') text!: string;
  @Column('uuid') askedIn!: string;
  @Column('uuid', { nullable: true }) settledIn!: string | null;
  @Column('text', { nullable: true }) answer!: string | null;
}

/** What a service usually asks. */
@Entity('question_template')
export class QuestionTemplateEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') regionId!: string;
  @Column('uuid') organisationId!: string;
  @Column('uuid') serviceId!: string;
  @Column('integer') position!: number;
  @Column('text') piece!: string;
  @Column('text') text!: string;
}
