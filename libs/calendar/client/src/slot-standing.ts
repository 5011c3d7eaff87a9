import type { IconName, Tone } from '@lotse/client-kit/ui';
import type { Slot } from '@lotse/calendar/model';

/** How a slot stands for somebody who looks at it now: its state, and whether its time has passed. */
export interface Standing {
  /** Key below `calendar.standing`. */
  readonly key: 'open' | 'nobody' | 'published' | 'held' | 'taken' | 'blocked' | 'cancelled' | 'unused' | 'running' | 'past';
  readonly tone: Tone;
  readonly icon: IconName;
}

const standings: Readonly<Record<Slot['state'], Standing>> = {
  open: { key: 'open', tone: 'done', icon: 'circle-dashed' },
  held: { key: 'held', tone: 'due', icon: 'hourglass' },
  taken: { key: 'taken', tone: 'plain', icon: 'user-check' },
  blocked: { key: 'blocked', tone: 'paused', icon: 'ban' },
  cancelled: { key: 'cancelled', tone: 'paused', icon: 'ban' },
};
const nobody: Standing = { key: 'nobody', tone: 'due', icon: 'users' };
const published: Standing = { key: 'published', tone: 'info', icon: 'share-2' };
const unused: Standing = { key: 'unused', tone: 'paused', icon: 'circle-dashed' };
const running: Standing = { key: 'running', tone: 'plain', icon: 'user-check' };
const past: Standing = { key: 'past', tone: 'plain', icon: 'user-check' };

function freeStanding({ fitsNobody, publishedAt }: Pick<Slot, 'fitsNobody' | 'publishedAt'>): Standing {
  if (publishedAt) return published;
  return fitsNobody ? nobody : standings.open;
}

/** How a slot stands. A slot that has begun cannot be given to anybody any more. */
export function standingOf(
  slot: Pick<Slot, 'state' | 'startsAt' | 'endsAt' | 'fitsNobody' | 'publishedAt'>,
  now: number = Date.now(),
): Standing {
  if (slot.state === 'open' && Date.parse(slot.startsAt) > now) return freeStanding(slot);
  if (Date.parse(slot.startsAt) > now || slot.state === 'cancelled') return standings[slot.state];
  if (slot.state !== 'taken') return unused;
  return Date.parse(slot.endsAt) > now ? running : past;
}
