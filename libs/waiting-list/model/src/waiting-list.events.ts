import type { OfferMode } from './slot-offer';

/** Events of this domain: payloads carry identifiers only. */
export const slotOffered = 'SlotOffered';
export const offerAccepted = 'OfferAccepted';
/** An offer ended without an appointment: declined, expired, withdrawn, superseded or undeliverable. */
export const offerEnded = 'OfferEnded';
/** The appointment in a slot was cancelled or moved early enough for somebody else. */
export const appointmentGaveSlotBack = 'AppointmentGaveSlotBack';
/** A service says something new of its wait. */
export const expectedWaitChanged = 'ExpectedWaitChanged';
/** A slot that was to go to the next person fits nobody on the list; somebody has to decide about it. */
export const nobodyFits = 'NobodyFits';
/** Those who coordinate the county are to know of a slot that fits nobody. */
export const slotPooled = 'SlotPooled';
/** The services of the county are shown that a slot is free. */
export const slotPublished = 'SlotPublished';

export interface OfferEvent {
  offerId: string;
  slotId: string;
  serviceId: string;
  referralId: string;
  referrerOrganisationId: string;
  recipientOrganisationId: string;
  /** The organisation whose staff did it; absent when time or the cascade did. */
  doneBy?: string;
  /** How the offer ended; absent while it runs. */
  how?: string;
  /** Whether the next person is to be offered the slot without anybody asking. */
  cascade?: boolean;
  /** How it was offered. */
  mode?: OfferMode;
  /** The slots that became free with it: none while others of the round may still answer, two when it named two dates. */
  freed?: readonly string[];
}

export interface AppointmentSlot {
  slotId: string;
  serviceId: string;
  recipientOrganisationId: string;
  /** Whether the slot goes to the next who fits without anybody asking. */
  cascade: boolean;
}

export interface ExpectedWaitChanged {
  serviceId: string;
  recipientOrganisationId: string;
  /** The organisations that referred somebody who waits. */
  referrerOrganisationIds: readonly string[];
}

export interface NobodyFits {
  slotId: string;
  serviceId: string;
  recipientOrganisationId: string;
}

/** A slot, and who in the county is concerned with it: never anybody who waits. */
export interface SlotBeyondOwnList {
  slotId: string;
  serviceId: string;
  /** Whose slot it is. */
  recipientOrganisationId: string;
  coordinatingOrganisationIds: readonly string[];
  /** Others with a service of the same kind. */
  neighbourOrganisationIds: readonly string[];
  /** The organisation whose staff did it; absent when time did. */
  doneBy?: string;
}
