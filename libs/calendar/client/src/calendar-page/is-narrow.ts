import { DestroyRef, inject, signal, type Signal } from '@angular/core';

/** Whether there is only room for one column, as on a phone. */
export function injectIsNarrow(): Signal<boolean> {
  const media = matchMedia('(max-width: 700px)');
  const narrow = signal(media.matches);
  const changed = (): void => narrow.set(media.matches);
  media.addEventListener('change', changed);
  inject(DestroyRef).onDestroy(() => media.removeEventListener('change', changed));
  return narrow.asReadonly();
}
