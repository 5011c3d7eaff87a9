import type { AdviceCustodian, AdviceState } from '@lotse/advice/model';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What was asked, of one or several services. */
@Entity('enquiry')
export class EnquiryEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') regionId!: string;
  @Column('text', { default: () => "('A-'|| nextval('enquiry_number'))" }) reference!: string;
  @Column('text') kind!: string;
  @Column('uuid') askerOrganisationId!: string;
  @Column('uuid') askedBy!: string;
  @Column('uuid', { nullable: true }) personId!: string | null;
  @Column('text', { nullable: true }) question!: string | null;
  @Column('text', { nullable: true }) diagnosis!: string | null;
  @Column('text', { nullable: true }) certainty!: string | null;
  @Column('text', { nullable: true }) medication!: string | null;
  @Column('text', { nullable: true }) triedSoFar!: string | null;
  @Column('text', { nullable: true }) urgency!: string | null;
  @Column('integer', { nullable: true }) age!: number | null;
  @Column('text', { nullable: true }) postcode!: string | null;
  @Column('text', { nullable: true }) category!: string | null;
  @Column('text', { nullable: true }) needs!: string | null;
  @Column('date') answerBy!: string;
  @Column('integer', { default: 1 }) askerRank!: number;
  @Column('timestamptz', { nullable: true }) dueAt!: Date | null;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz', { default: () => 'now()' }) updatedAt!: Date;
  @Column('integer', { default: 1 }) version!: number;
}

/** An enquiry at one service. */
@Entity('advice_thread')
export class AdviceThreadEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') regionId!: string;
  @Column('uuid') enquiryId!: string;
  @Column('uuid', { nullable: true }) personId!: string | null;
  @Column('uuid') askerOrganisationId!: string;
  @Column('uuid') providerOrganisationId!: string;
  @Column('uuid') serviceId!: string;
  @Column('text') state!: AdviceState;
  @Column('text') custodian!: AdviceCustodian;
  @Column('uuid', { nullable: true }) custodianOrganisationId!: string | null;
  @Column('timestamptz', { nullable: true }) dueAt!: Date | null;
  @Column('integer', { default: 0 }) providerRank!: number;
  @Column('text', { nullable: true }) verdict!: string | null;
  @Column('date', { nullable: true }) fromDay!: string | null;
  @Column('integer', { nullable: true }) weeks!: number | null;
  @Column('text', { nullable: true }) recommendation!: string | null;
  @Column('text', { nullable: true }) answerText!: string | null;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz', { default: () => 'now()' }) updatedAt!: Date;
  @Column('integer', { default: 1 }) version!: number;
}

/** One step of either side. */
@Entity('advice_message')
export class AdviceMessageEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') regionId!: string;
  @Column('uuid') threadId!: string;
  @Column('uuid', { nullable: true }) personId!: string | null;
  @Column('text') act!: string;
  @Column('uuid') organisationId!: string;
  @Column('uuid') staffId!: string;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) at!: Date;
  @Column('text', { nullable: true }) text!: string | null;
}
