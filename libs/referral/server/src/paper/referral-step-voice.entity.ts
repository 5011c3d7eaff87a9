import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('referral_step_voice')
export class ReferralStepVoiceEntity {
  @PrimaryColumn('uuid') stepId!: string;
  @Column('uuid') referralId!: string;
  @Column('uuid') onBehalfOfOrganisationId!: string;
  @Column('text') saidBy!: string;
  @Column('text') saidThrough!: string;
}
