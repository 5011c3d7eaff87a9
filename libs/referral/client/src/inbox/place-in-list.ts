import { effect, untracked } from '@angular/core';

/** List and preview stand side by side. */
export const isSideBySide = (): boolean => matchMedia('(min-width: 1001px)').matches;

/**
 * Where there is room for only one of list and preview: what is opened begins at its top, and whoever comes back finds the list where it was.
 * Call it in an injection context.
 */
export function keepPlaceInList(open: () => string | undefined, opened: () => void): void {
  let before: string | undefined;
  let place = 0;
  effect(() => {
    const now = open();
    const was = before;
    before = now;
    if (now === was || isSideBySide()) return;
    if (was === undefined) place = scrollY;
    const to = now === undefined ? place : 0;
    untracked(() => setTimeout(() => [scrollTo({ top: to }), now !== undefined && opened()]));
  });
}
