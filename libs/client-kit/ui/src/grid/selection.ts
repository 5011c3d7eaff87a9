import { computed, signal } from '@angular/core';

/** As many as one act takes. */
export const mostSelected = 100;

/** The rows from one to another, both included, in the order of the list. */
export function rowsBetween(rows: readonly string[], from: string, to: string): readonly string[] {
  const [first, last] = [rows.indexOf(from), rows.indexOf(to)].sort((one, other) => one - other);
  return first === undefined || first < 0 ? [to] : rows.slice(first, (last ?? first) + 1);
}

/** What is selected in a list. The page makes one and gives it to the grid and to the bar above it. */
export class Selection {
  private readonly chosen = signal<readonly string[]>([]);
  /** Where a range begins. */
  private anchor: string | undefined;

  readonly ids = this.chosen.asReadonly();
  readonly count = computed(() => this.chosen().length);
  /** Nothing more can be added. */
  readonly isFull = computed(() => this.chosen().length >= mostSelected);
  private readonly set = computed(() => new Set(this.chosen()));

  has(id: string): boolean {
    return this.set().has(id);
  }

  toggle(id: string): void {
    this.anchor = id;
    if (this.has(id)) this.chosen.update((ids) => ids.filter((other) => other !== id));
    else this.add([id]);
  }

  /** Adds what lies between the row where the range began and this one. */
  extendTo(id: string, rows: readonly string[], from?: string): void {
    this.anchor = this.anchor !== undefined && rows.includes(this.anchor) ? this.anchor : (from ?? id);
    this.add(rowsBetween(rows, this.anchor, id));
  }

  take(ids: readonly string[]): void {
    this.chosen.set([...new Set(ids)].slice(0, mostSelected));
  }

  clear(): void {
    this.anchor = undefined;
    this.chosen.set([]);
  }

  /** Rows that have left the list are not selected any more. */
  keepOnly(rows: readonly string[]): void {
    const there = new Set(rows);
    if (this.chosen().some((id) => !there.has(id))) this.chosen.update((ids) => ids.filter((id) => there.has(id)));
  }

  private add(ids: readonly string[]): void {
    this.take([...this.chosen(), ...ids]);
  }
}
