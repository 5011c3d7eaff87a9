import type { Doing, PresenceSubject } from '@lotse/identity/model';

/** That a part of a page is at something. */
export interface Claim {
  readonly subject: PresenceSubject;
  readonly id: string;
  readonly doing: Doing;
}

export const keyOf = ({ subject, id }: Pick<Claim, 'subject' | 'id'>): string => `${subject} ${id}`;

/** What is to be told: one thing once, and whoever writes about it in one place writes about it. */
export function joined(claims: Iterable<Claim>): ReadonlyMap<string, Claim> {
  const found = new Map<string, Claim>();
  for (const claim of claims) {
    const known = found.get(keyOf(claim));
    if (known?.doing !== 'editing') found.set(keyOf(claim), claim);
  }
  return found;
}

/** What has changed since it was told last: `left` for what is no longer true. */
export function changesBetween(told: ReadonlyMap<string, Claim>, wanted: ReadonlyMap<string, Claim>) {
  const left = [...told.values()]
    .filter((claim) => !wanted.has(keyOf(claim)))
    .map(({ subject, id }) => ({ subject, id, doing: 'left' as const }));
  const come = [...wanted.values()].filter((claim) => told.get(keyOf(claim))?.doing !== claim.doing);
  return [...left, ...come.map(({ subject, id, doing }) => ({ subject, id, doing }))];
}
