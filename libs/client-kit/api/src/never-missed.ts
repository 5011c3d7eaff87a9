import { effect, type ResourceRef } from '@angular/core';

/**
 * Angular drops a `reload()` while an answer is on its way. That answer may have been made before whatever is the reason to read
 * again, so here the wish is kept and carried out afterwards: otherwise a screen would stay behind without anybody noticing.
 */
export function neverMissed<Found extends ResourceRef<unknown>>(resource: Found): Found {
  const reload = resource.reload.bind(resource);
  let missed = false;
  effect(() => {
    if (resource.isLoading() || !missed) return;
    missed = false;
    reload();
  });
  resource.reload = () => reload() || (missed = resource.isLoading());
  return resource;
}
