import { effect, inject, linkedSignal, signal } from '@angular/core';
import { Router } from '@angular/router';
import { addressOf, type WorklistFilters } from './worklist-filters';

const typingPause = 200;

/**
 * Keeps the filters of a page in its address, so that it can be reloaded and passed on. `typed` runs ahead of the address while somebody
 * types. Make it in an injection context.
 */
export class FiltersInAddress {
  private readonly router = inject(Router);
  readonly typed = linkedSignal<WorklistFilters>(() => this.inAddress());
  private readonly wanted = signal<WorklistFilters | undefined>(undefined);

  constructor(
    readonly inAddress: () => WorklistFilters,
    private readonly besides: () => Record<string, string> = () => ({}),
  ) {
    effect((onCleanup) => {
      const wanted = this.wanted();
      if (!wanted) return;
      const pause = wanted.text === this.inAddress().text ? 0 : typingPause;
      const timer = setTimeout(() => void this.go(wanted), pause);
      onCleanup(() => clearTimeout(timer));
    });
  }

  set(filters: WorklistFilters): void {
    this.typed.set(filters);
    this.wanted.set(filters);
  }

  private go(filters: WorklistFilters): Promise<boolean> {
    this.wanted.set(undefined);
    return this.router.navigate([], { queryParams: { ...addressOf(filters), ...this.besides() }, replaceUrl: true });
  }
}
