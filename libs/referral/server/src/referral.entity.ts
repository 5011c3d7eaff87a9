import type { MeetingMode } from '@lotse/directory/model';
import type { Urgency } from '@lotse/region/model';
import type { Custodian, ReferralContent, ReferralState, WayForward } from '@lotse/referral/model';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('referral')
export class ReferralEntity implements Omit<ReferralContent, 'extra'> {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') regionId!: string;
  @Column('text', { default: () => "('Z-'|| nextval('referral_number'))" }) reference!: string;
  @Column('uuid') personId!: string;
  @Column('uuid') referrerOrganisationId!: string;
  @Column('uuid', { nullable: true }) recipientOrganisationId!: string | null;
  @Column('uuid', { nullable: true }) serviceId!: string | null;
  @Column('text') state!: ReferralState;
  @Column('text', { nullable: true }) stateBefore!: ReferralState | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('text', { nullable: true }) question!: string | null;
  @Column('text', { nullable: true }) diagnosis!: string | null;
  @Column('text', { nullable: true }) certainty!: ReferralContent['certainty'];
  @Column('text', { nullable: true }) medication!: string | null;
  @Column('text', { nullable: true }) triedSoFar!: string | null;
  @Column('text', { nullable: true }) urgency!: Urgency | null;
  @Column('boolean', { default: false }) shortNotice!: boolean;
  @Column('integer', { default: 24 }) minimumNoticeHours!: number;
  @Column('uuid', { nullable: true }) onBehalfOfOrganisationId!: string | null;
  @Column('text', { nullable: true }) cameBy!: string | null;
  @Column('text', { nullable: true }) callbackPhone!: string | null;
  @Column('text', { nullable: true }) diagnosisCode!: string | null;
  @Column('jsonb', { default: [] }) furtherDiagnoses!: ReferralContent['furtherDiagnoses'];
  @Column('text', { nullable: true }) risk!: string | null;
  @Column('jsonb', { nullable: true }) ptv11!: ReferralContent['ptv11'];
  @Column('jsonb', { nullable: true }) muster6!: ReferralContent['muster6'];
  @Column('text', { nullable: true }) placementCode!: string | null;
  @Column('text', { nullable: true }) insurance!: ReferralContent['insurance'];
  @Column('text', { nullable: true }) interpreter!: string | null;
  @Column('jsonb', { nullable: true }) accessibility!: ReferralContent['accessibility'];
  @Column('jsonb', { nullable: true }) travel!: ReferralContent['travel'];
  @Column('date', { nullable: true }) dischargeOn!: string | null;
  @Column('jsonb', { nullable: true }) extraAnswers!: ReferralContent['extra'];
  @Column('text') custodian!: Custodian;
  @Column('uuid', { nullable: true }) custodianOrganisationId!: string | null;
  @Column('timestamptz', { nullable: true }) dueAt!: Date | null;
  @Column('timestamptz', { nullable: true }) clockStartedAt!: Date | null;
  @Column('double precision', { nullable: true }) targetDays!: number | null;
  @Column('text', { nullable: true }) openQuestion!: string | null;
  @Column('date', { nullable: true }) openQuestionDueOn!: string | null;
  @Column('timestamptz', { nullable: true }) appointmentStartsAt!: Date | null;
  @Column('timestamptz', { nullable: true }) appointmentEndsAt!: Date | null;
  @Column('text', { nullable: true }) appointmentPlace!: string | null;
  @Column('text', { nullable: true }) appointmentMode!: MeetingMode | null;
  @Column('date', { nullable: true }) suspendedUntil!: string | null;
  @Column('boolean', { default: false }) riskReviewOpen!: boolean;
  @Column('integer', { default: 0 }) outcomeChasers!: number;
  @Column('timestamptz', { nullable: true }) closedAt!: Date | null;
  @Column('boolean', { default: false }) closedUnacknowledged!: boolean;
  /** The side that has called it an error, while the other has not confirmed. */
  @Column('uuid', { nullable: true }) errorAskedBy!: string | null;
  /** Who has proposed to return it without anything instead, while nobody else has confirmed. */
  @Column('uuid', { nullable: true }) declineProposedBy!: string | null;
  @Column('text', { nullable: true }) wayForward!: WayForward | null;
  @Column('uuid', { nullable: true }) alternativeServiceId!: string | null;
  /** The clock of the service that has it: since when, and how long the referrer owed information. */
  @Column('timestamptz', { nullable: true }) legStartedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) pausedSince!: Date | null;
  @Column('double precision', { default: 0 }) pausedSeconds!: number;
  /** The person's name as worklists sort it; a trigger keeps it. */
  @Column('text', { default: '' }) personSort!: string;
  /** Referrals of one need that go out together, and the place among them. */
  @Column('uuid', { nullable: true }) bundleId!: string | null;
  @Column('integer', { nullable: true }) bundlePosition!: number | null;
  /** What was asked before it, as an identifier, a reference and the organisation that was asked. */
  @Column('jsonb', { nullable: true }) origin!: object | null;
  @Column('uuid') createdBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz', { default: () => 'now()' }) updatedAt!: Date;
  @Column('integer', { default: 1 }) version!: number;
}
