/** Every event of the outbox passes through this queue. Jobs carry the event's id and nothing else. */
export const eventsQueue = 'events';
