/** Events of this domain: payloads carry identifiers only. */
export const slotOpened = 'SlotOpened';
export const slotCancelled = 'SlotCancelled';
/** A slot that somebody had is free again: its hold ended or its appointment was cancelled. */
export const slotFreed = 'SlotFreed';

export interface SlotEvent {
  slotId: string;
  serviceId: string;
}
