import { linkedSignal, signal } from '@angular/core';
import { afterTyping, TypedToFind } from '@lotse/client-kit/ui';
import { addressOf, noFilters, type WorklistFilters } from './worklist-filters';

/** The filters that stand in the address; inputs of the page. */
export type FiltersFromAddress = Partial<Record<keyof Omit<WorklistFilters, 'text'>, string>>;

/**
 * Keeps the filters of a page: in its address, so that it can be reloaded and passed on; what was typed beside it. `typed` runs ahead of the address
 * while somebody types. Make it in an injection context.
 */
export class FiltersInAddress {
  private readonly toFind = new TypedToFind();
  private readonly wanted = signal<WorklistFilters | undefined>(undefined);
  readonly inAddress = linkedSignal<WorklistFilters>(() => ({ ...noFilters, ...onlySet(this.address()), text: this.toFind.text() }));
  readonly typed = linkedSignal<WorklistFilters>(() => this.inAddress());

  constructor(
    private readonly address: () => FiltersFromAddress,
    private readonly besides: () => Record<string, string> = () => ({}),
  ) {
    afterTyping(
      this.wanted,
      ({ text }) => text !== this.inAddress().text,
      (wanted) => void this.go(wanted, this.besides(), true),
    );
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
    return this.toFind.go(filters.text, { ...addressOf(filters), ...besides }, { replaceUrl });
  }
}

const onlySet = (filters: FiltersFromAddress): FiltersFromAddress =>
  Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined && value !== ''));
