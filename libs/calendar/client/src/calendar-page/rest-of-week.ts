import { Component, inject, input, model, signal } from '@angular/core';
import { readSlots, type Slot } from '@lotse/calendar/model';
import { Api, apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import { Failure, LoadMore } from '@lotse/client-kit/ui';

/** Fetches what a very full week holds beyond the first page. */
@Component({
  selector: 'lotse-rest-of-week',
  imports: [Failure, LoadMore],
  template: `
    @if (problem(); as problem) {
      <lotse-failure [problem]="problem" (retry)="load()" />
    } @else {
      <lotse-load-more [more]="loaded().nextCursor !== null" [busy]="busy()" (load)="load()" />
    }
  `,
})
export class RestOfWeek {
  private readonly api = inject(Api);

  readonly query = input.required<{ from: string; to: string; limit: number }>();
  readonly loaded = model.required<{ items: readonly Slot[]; nextCursor: string | null }>();
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  protected async load(): Promise<void> {
    const { items, nextCursor } = this.loaded();
    if (nextCursor === null || this.busy()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      const next = await this.api.send(readSlots, { query: { ...this.query(), cursor: nextCursor } });
      this.loaded.set({ items: [...items, ...next.items], nextCursor: next.nextCursor });
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }
}
