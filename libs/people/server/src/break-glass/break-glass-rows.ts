import type { BreakGlass } from '@lotse/people/model';

/** What one says on the phone: the end of the id, without what is easily misheard. */
export const referenceOf = (column: string): string => `'N-' || upper(right(replace(${column}::text, '-', ''), 6))`;

/** A row of what one has opened, as the database gives it. */
export type BreakGlassRow = Omit<BreakGlass, 'openedAt' | 'validUntil'> & { openedAt: Date; validUntil: Date };

export const breakGlassColumns = `
  b.id, ${referenceOf('b.id')} as reference, b.person_id as "personId", b.reason, b.parts, b.opened_at as "openedAt", b.valid_until as "validUntil"`;

export const asBreakGlass = ({ openedAt, validUntil, ...row }: BreakGlassRow): BreakGlass => ({
  ...row,
  openedAt: openedAt.toISOString(),
  validUntil: validUntil.toISOString(),
});
