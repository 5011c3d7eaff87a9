import { effect, inject, linkedSignal, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';

/**
 * What stands behind `#` in a link that lets somebody in. It is taken out of the address at once, so that it is neither in the history nor on
 * a screen that others see, and kept by this page only.
 */
export function injectLinkToken(): Signal<string | undefined> {
  const [route, router] = [inject(ActivatedRoute), inject(Router)];
  const fragment = toSignal(route.fragment);
  const token = linkedSignal<string | null | undefined, string | undefined>({
    source: fragment,
    computation: (found, before) => found || before?.value,
  });
  effect(() => {
    if (fragment()) void router.navigate([], { relativeTo: route, replaceUrl: true });
  });
  return token;
}
