import { computed, inject, linkedSignal, signal } from '@angular/core';
import { Api, apiProblemOf, Live, type ApiProblem } from '@lotse/client-kit/api';
import { readReferrals, type MovedReferral, type ReferralRow, type ReferralState } from '@lotse/referral/model';
import { inOrder, mergeRows, withExpected } from './merge-rows';
import type { queryFor } from './worklist-filters';

type Query = ReturnType<typeof queryFor>;

const pageSize = 50;
const largestPage = 100;
/** Several changes in one moment are read once. */
const settling = 80;

/** The rows of a box: loaded page by page, brought up to date while one looks, without jumping. Make it in an injection context. */
export class ReferralRows {
  private readonly api = inject(Api);
  readonly first = this.api.read(readReferrals, () => {
    const query = this.query();
    return query && { query: { ...query, limit: pageSize } };
  });
  private readonly firstValue = computed(() => (this.first.hasValue() ? this.first.value() : undefined));
  readonly rows = linkedSignal<{ items: ReferralRow[] } | undefined, ReferralRow[]>({
    source: this.firstValue,
    computation: (page, before) => page?.items ?? before?.value ?? [],
  });
  private readonly cursor = linkedSignal(() => this.firstValue()?.nextCursor ?? null);
  readonly arrived = linkedSignal<unknown, ReferralRow[]>({ source: this.firstValue, computation: () => [] });
  readonly hasMore = computed(() => this.cursor() !== null);
  readonly loadingMore = signal(false);
  readonly moreProblem = signal<ApiProblem | undefined>(undefined);
  /** The row that stays although it left the box, because it is open. */
  readonly keep = signal<string | undefined>(undefined);
  /** Rows whose act is on its way to the server, and the state they are expected in. */
  readonly expected = signal<ReadonlyMap<string, ReferralState>>(new Map());
  private latest: readonly ReferralRow[] = [];
  private pending: ReturnType<typeof setTimeout> | undefined;
  private round = 0;

  constructor(private readonly query: () => Query | undefined) {
    inject(Live).onChange('referral', () => this.refreshSoon());
  }

  async loadMore(): Promise<void> {
    const [query, cursor] = [this.query(), this.cursor()];
    if (!query || cursor === null || this.loadingMore()) return;
    this.loadingMore.set(true);
    this.moreProblem.set(undefined);
    try {
      const next = await this.api.send(readReferrals, { query: { ...query, limit: pageSize, cursor } });
      const known = new Set(this.rows().map(({ id }) => id));
      this.rows.update((rows) => [...rows, ...next.items.filter(({ id }) => !known.has(id))]);
      this.cursor.set(next.nextCursor);
    } catch (thrown) {
      this.moreProblem.set(apiProblemOf(thrown));
    } finally {
      this.loadingMore.set(false);
    }
  }

  /** Shows at once where an act has led; the server's word follows. */
  moved({ id, state, version }: MovedReferral): void {
    this.change([id], { state, version });
    this.refreshSoon();
  }

  /** Shows where an act will lead while it is on its way; `settled` says that it has arrived, or failed. */
  expect(id: string, state: ReferralState): void {
    this.expected.update((expected) => new Map(expected).set(id, state));
    this.change([id], { state });
  }

  settled(id: string): void {
    this.expected.update((expected) => new Map([...expected].filter(([other]) => other !== id)));
    this.refreshSoon();
  }

  /** Changes rows in place. */
  change(ids: readonly string[], part: Partial<ReferralRow>): void {
    const concerned = new Set(ids);
    this.rows.update((rows) => rows.map((row) => (concerned.has(row.id) ? { ...row, ...part } : row)));
  }

  /** Puts the arrivals into the list; answers with the first of them. */
  showArrived(): string | undefined {
    const arrived = this.arrived();
    this.rows.update((rows) => inOrder(rows, arrived, this.latest));
    this.arrived.set([]);
    return this.rows().find(({ id }) => arrived.some((row) => row.id === id))?.id;
  }

  refreshSoon(): void {
    clearTimeout(this.pending);
    this.pending = setTimeout(() => void this.refresh(), settling);
  }

  /** What cannot be read now is read with the next change; the list itself tells when it cannot be read at all. */
  private async refresh(): Promise<void> {
    const query = this.query();
    const round = ++this.round;
    if (!query || !this.firstValue()) return void this.first.reload();
    const answer = await this.api.send(readReferrals, { query: { ...query, limit: largestPage } }).catch(() => undefined);
    if (!answer || round !== this.round || query !== this.query()) return;
    const merged = mergeRows(this.rows(), answer, { keep: this.keep(), complete: this.cursor() === null });
    this.latest = answer.items;
    this.rows.set(withExpected(merged.rows, this.expected()));
    this.arrived.set(merged.arrived);
  }
}
