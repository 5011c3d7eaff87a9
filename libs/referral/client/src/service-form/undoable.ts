import { computed, signal } from '@angular/core';

const most = 100;

/** Something that is being written, step by step, each of which can be taken back. Typing on in one place is one step. */
export class Undoable<Value> {
  private readonly now = signal<Value>(this.first);
  private readonly before = signal<readonly Value[]>([]);
  private place: string | undefined;

  readonly value = this.now.asReadonly();
  readonly canUndo = computed(() => this.before().length > 0);

  constructor(private readonly first: Value) {}

  change(next: Value, place?: string): void {
    const isTypingOn = place !== undefined && place === this.place;
    if (!isTypingOn) this.before.update((steps) => [...steps, this.now()].slice(-most));
    this.place = place;
    this.now.set(next);
  }

  undo(): void {
    const last = this.before().at(-1);
    if (last === undefined) return;
    this.place = undefined;
    this.before.update((steps) => steps.slice(0, -1));
    this.now.set(last);
  }

  /** Begins anew: nothing before it can be taken back. */
  begin(value: Value): void {
    this.place = undefined;
    this.before.set([]);
    this.now.set(value);
  }
}

/** A list in which one thing has changed places. */
export function moved<Item>(items: readonly Item[], from: number, to: number): Item[] {
  const item = items[from];
  if (item === undefined || to < 0 || to >= items.length) return [...items];
  const others = items.filter((_, index) => index !== from);
  return [...others.slice(0, to), item, ...others.slice(to)];
}
