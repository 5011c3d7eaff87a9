import { Location } from '@angular/common';
import { DestroyRef, effect, inject, signal, type Signal } from '@angular/core';
import { NavigationEnd, Router, type Params, type QueryParamsHandling } from '@angular/router';

const typingPause = 200;

/**
 * What was typed to find people in a list. It is kept in the browser's own entry of its history, so that whoever comes back finds it again, and never
 * in the address, because it is somebody's name. Make it in an injection context.
 */
export class TypedToFind {
  private readonly router = inject(Router);
  private readonly location = inject(Location);
  private readonly kept = signal(this.ofEntry());
  readonly text: Signal<string> = this.kept.asReadonly();

  constructor() {
    const arrivals = this.router.events.subscribe((event) => event instanceof NavigationEnd && this.kept.set(this.ofEntry()));
    inject(DestroyRef).onDestroy(() => arrivals.unsubscribe());
  }

  /** Goes to the same page with this text; the query of the address as given. */
  go(text: string, queryParams: Params, { replaceUrl, merge = false }: { replaceUrl: boolean; merge?: boolean }): Promise<boolean> {
    const state = text === '' ? {} : { text };
    const queryParamsHandling: QueryParamsHandling = merge ? 'merge' : '';
    // What was typed is not part of the address: the router would take the same address for no change at all.
    return this.router.navigate([], { queryParams, queryParamsHandling, replaceUrl, state, onSameUrlNavigation: 'reload' });
  }

  private ofEntry(): string {
    const text: unknown = (this.location.getState() as { text?: unknown } | null)?.text;
    return typeof text === 'string' ? text : '';
  }
}

/** Does something with what is wanted once nobody has typed for a moment; at once where nothing was typed. Call it in an injection context. */
export function afterTyping<Wanted>(
  wanted: Signal<Wanted | undefined>,
  isTyped: (wanted: Wanted) => boolean,
  act: (wanted: Wanted) => void,
): void {
  effect((onCleanup) => {
    const now = wanted();
    if (now === undefined) return;
    const timer = setTimeout(() => act(now), isTyped(now) ? typingPause : 0);
    onCleanup(() => clearTimeout(timer));
  });
}
