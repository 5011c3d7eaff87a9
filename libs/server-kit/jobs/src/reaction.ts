import type { Transaction } from '@lotse/server-kit/database';
import { DiscoveryService } from '@nestjs/core';

/** An event as a reaction gets it from the outbox. */
export interface ToldEvent<Payload = unknown> {
  id: string;
  name: string;
  subject: string;
  subjectId: string;
  regionId: string;
  version: number;
  payload: Payload;
}

/** Something a domain does when an event was told. It runs once for each event, in a transaction of its own. */
export interface Reaction {
  /**
   * Whether there is anything to do about an event of its names, by nothing but what the event says. What concerns no reaction is done as soon
   * as it is told, and never goes through the queue.
   */
  concerns?(payload: unknown): boolean;
  react(event: ToldEvent): Promise<void>;
}

export interface ReactsToOptions {
  events: readonly string[];
  /** Stable: it is stored with every event that was dealt with. */
  name: string;
}

/** Marks a class as a reaction to events. Named as a sentence: `when-offer-ended`. */
export const ReactsTo = DiscoveryService.createDecorator<ReactsToOptions>();

/**
 * Makes an effect happen once for an event: claims the pair of event and reaction in the transaction of the effect. Answers false
 * when it has been dealt with before.
 */
export async function claim(transaction: Transaction, eventId: string, reaction: string): Promise<boolean> {
  const claimed = await transaction.change(
    'reaction.claim',
    'insert into event_reaction (event_id, reaction) values ($1, $2) on conflict do nothing',
    [eventId, reaction],
  );
  return claimed === 1;
}
