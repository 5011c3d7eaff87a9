import { computed, linkedSignal, signal, type Resource } from '@angular/core';
import { apiProblemOf, type ApiProblem } from './api-problem';

interface ListPage<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

/** A list that is read page by page: the first one by a resource, the rest when somebody asks for it. */
export class FurtherPages<Item> {
  readonly busy = signal(false);
  readonly problem = signal<ApiProblem | undefined>(undefined);
  private readonly rest = linkedSignal<ListPage<Item>>(() => ({
    items: [],
    nextCursor: this.first.hasValue() ? (this.first.value()?.nextCursor ?? null) : null,
  }));

  readonly items = computed<readonly Item[]>(() => [...((this.first.hasValue() && this.first.value()?.items) || []), ...this.rest().items]);
  readonly hasMore = computed(() => this.rest().nextCursor !== null);
  /** Whether somebody has gone on beyond the first page; reading it again would take the rest away under their eyes. */
  readonly wentOn = computed(() => this.rest().items.length > 0);

  constructor(
    private readonly first: Resource<ListPage<Item> | undefined>,
    private readonly fetch: (cursor: string) => Promise<ListPage<Item>>,
  ) {}

  async load(): Promise<void> {
    const { items, nextCursor } = this.rest();
    if (nextCursor === null || this.busy()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      const next = await this.fetch(nextCursor);
      this.rest.set({ items: [...items, ...next.items], nextCursor: next.nextCursor });
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }
}
