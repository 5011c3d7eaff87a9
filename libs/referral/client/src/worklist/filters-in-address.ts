import { Location } from '@angular/common';
import { DestroyRef, effect, inject, linkedSignal, signal } from '@angular/core';
import { NavigationEnd, Router } from '@angular/router';
import { addressOf, noFilters, type WorklistFilters } from './worklist-filters';

const typingPause = 200;

/** The filters that stand in the address; inputs of the page. */
export type FiltersFromAddress = Partial<Record<keyof Omit<WorklistFilters, 'text'>, string>>;

/**
 * Keeps the filters of a page: in its address, so that it can be reloaded and passed on; what was typed only in the browser's own entry of its
 * history, because it is somebody's name. `typed` runs ahead of the address while somebody types. Make it in an injection context.
 */
export class FiltersInAddress {
  private readonly router = inject(Router);
  private readonly location = inject(Location);
  private readonly text = signal(this.textOfEntry());
  private readonly wanted = signal<WorklistFilters | undefined>(undefined);
  readonly inAddress = linkedSignal<WorklistFilters>(() => ({ ...noFilters, ...onlySet(this.address()), text: this.text() }));
  readonly typed = linkedSignal<WorklistFilters>(() => this.inAddress());

  constructor(
    private readonly address: () => FiltersFromAddress,
    private readonly besides: () => Record<string, string> = () => ({}),
  ) {
    const arrivals = this.router.events.subscribe((event) => event instanceof NavigationEnd && this.text.set(this.textOfEntry()));
    inject(DestroyRef).onDestroy(() => arrivals.unsubscribe());
    effect((onCleanup) => {
      const wanted = this.wanted();
      if (!wanted) return;
      const pause = wanted.text === this.inAddress().text ? 0 : typingPause;
      const timer = setTimeout(() => void this.go(wanted, this.besides(), true), pause);
      onCleanup(() => clearTimeout(timer));
    });
  }

  set(filters: WorklistFilters): void {
    this.typed.set(filters);
    this.wanted.set(filters);
  }

  change(part: Partial<WorklistFilters>): void {
    this.set({ ...this.typed(), ...part });
  }

  /** Goes to the same list with something else beside the filters, such as the row that is open; what is still being typed goes along. */
  goWith(besides: Record<string, string>, replace: boolean): Promise<boolean> {
    return this.go(this.typed(), besides, replace);
  }

  private go(filters: WorklistFilters, besides: Record<string, string>, replaceUrl: boolean): Promise<boolean> {
    this.wanted.set(undefined);
    const state = filters.text === '' ? {} : { text: filters.text };
    // What was typed is not part of the address: the router would take the same address for no change at all.
    const onSameUrlNavigation = 'reload';
    return this.router.navigate([], { queryParams: { ...addressOf(filters), ...besides }, replaceUrl, state, onSameUrlNavigation });
  }

  private textOfEntry(): string {
    const text: unknown = (this.location.getState() as { text?: unknown } | null)?.text;
    return typeof text === 'string' ? text : '';
  }
}

const onlySet = (filters: FiltersFromAddress): FiltersFromAddress =>
  Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined && value !== ''));
