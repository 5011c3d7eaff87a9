import type { OfferMode, OvertakenBy, RankEvidence, SlotOffer, SlotOfferState } from '@lotse/waiting-list/model';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('slot_offer')
export class SlotOfferEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') regionId!: string;
  @Column('uuid') slotId!: string;
  @Column('uuid') entryId!: string;
  @Column('uuid') referralId!: string;
  @Column('uuid') personId!: string;
  @Column('uuid') organisationId!: string;
  @Column('uuid') referrerOrganisationId!: string;
  @Column('text') state!: SlotOfferState;
  /** The offers that were made together, and which of them this is. The slot is held for the round. */
  @Column('uuid') roundId!: string;
  @Column('smallint', { default: 1 }) lane!: number;
  @Column('text', { default: 'sequential' }) mode!: OfferMode;
  @Column('uuid', { nullable: true }) secondSlotId!: string | null;
  @Column('uuid', { nullable: true }) takenSlotId!: string | null;
  @Column('timestamptz', { default: () => 'now()' }) offeredAt!: Date;
  @Column('timestamptz', { default: () => 'now()' }) goesOutAt!: Date;
  @Column('boolean', { default: false }) byPhone!: boolean;
  @Column('smallint', { default: 0 }) attempts!: number;
  @Column('boolean', { nullable: true }) personReached!: boolean | null;
  @Column('boolean', { default: false }) isReasonable!: boolean;
  @Column('text', { nullable: true }) consequence!: SlotOffer['consequence'];
  /** Of a cool-off: the first day on which something is offered again. */
  @Column('date', { nullable: true }) coolsOffUntil!: string | null;
  @Column('uuid') offeredBy!: string;
  @Column('timestamptz') expiresAt!: Date;
  @Column('timestamptz', { nullable: true }) answeredAt!: Date | null;
  @Column('uuid', { nullable: true }) answeredBy!: string | null;
  @Column('text', { nullable: true }) declineReason!: SlotOffer['declineReason'];
  @Column('text', { nullable: true }) overtakenBy!: OvertakenBy | null;
  @Column('text', { nullable: true }) comment!: string | null;
  @Column('boolean') cascade!: boolean;
  /** What the rank was decided on; of an offer of another date nobody was compared. */
  @Column('integer', { nullable: true }) ruleVersion!: number | null;
  @Column('integer', { nullable: true }) rank!: number | null;
  @Column('jsonb', { nullable: true }) rankInputs!: RankEvidence | null;
  /** The appointment that stays until this date is accepted. */
  @Column('uuid', { nullable: true }) replacesId!: string | null;
  @Column('text', { nullable: true }) outOfTurnReason!: string | null;
  @Column('integer', { default: 1 }) version!: number;
}
