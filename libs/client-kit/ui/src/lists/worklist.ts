import { afterEveryRender, Directive, ElementRef, inject, input, output } from '@angular/core';
import { Keys } from '../keys/keys';

/** A letter that acts on the row that has the focus. */
export interface RowKey {
  readonly row: string;
  readonly key: string;
}

const typing = 'input, textarea, select, [contenteditable="true"]';
const moves: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  Home: () => 0,
  End: (_, last) => last,
  PageDown: (at) => at + 10,
  PageUp: (at) => at - 10,
};

/** Shortcuts of the browser, and letters that somebody types. */
const isForOthers = (event: KeyboardEvent): boolean =>
  event.ctrlKey || event.metaKey || event.altKey || (event.target as Element).matches(typing);

/**
 * The keyboard of a list: one stop for Tab, arrows or j/k walk, Enter opens, letters act. Rows carry `[attr.data-row]="id"`. When the row with
 * the focus goes away, the focus goes to the next one. Put it on the `tbody` or `ul` around the rows.
 */
@Directive({
  selector: '[lotseWorklist]',
  host: { '(keydown)': 'pressed($event)', '(focusin)': 'entered($event)' },
})
export class Worklist {
  private readonly list = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly letters = inject(Keys);
  private current: string | undefined;
  private index = 0;
  private hadFocus = false;

  /** Letters that act, such as `['a', 'r']`; only inside the list, never while typing. */
  readonly keys = input<readonly string[]>([]);
  readonly rowFocus = output<string>();
  readonly rowOpen = output<string>();
  readonly rowKey = output<RowKey>();

  constructor() {
    afterEveryRender({ write: () => this.settle() });
  }

  /** Puts the focus on a row, by default on the one that had it last. */
  focus(row = this.current): void {
    const rows = this.rows();
    (rows.find((element) => element.dataset['row'] === row) ?? rows[Math.min(this.index, rows.length - 1)])?.focus();
  }

  protected entered(event: Event): void {
    const row = this.rowOf(event);
    if (!row) return;
    this.hadFocus = true;
    this.take(row);
  }

  protected pressed(event: KeyboardEvent): void {
    const row = this.rowOf(event);
    if (row && !isForOthers(event) && this.act(event, row)) event.preventDefault();
  }

  /** Answers whether the key means something here. */
  private act(event: KeyboardEvent, row: HTMLElement): boolean {
    const id = row.dataset['row'] ?? '';
    const move = moves[event.key] ?? this.letterMove(event.key);
    if (move) this.move(move);
    else if (event.key === 'Enter' && event.target === row) this.rowOpen.emit(id);
    else if (!event.repeat && this.letters.single() && this.keys().includes(event.key)) this.rowKey.emit({ row: id, key: event.key });
    else return false;
    return true;
  }

  private letterMove(letter: string): ((at: number) => number) | undefined {
    const step = { next: 1, previous: -1 }[this.letters.actOf(letter) as string];
    return step === undefined ? undefined : (at) => at + step;
  }

  private move(move: (at: number, last: number) => number): void {
    const rows = this.rows();
    rows[Math.max(0, Math.min(rows.length - 1, move(this.index, rows.length - 1)))]?.focus();
  }

  private take(row: HTMLElement): void {
    const rows = this.rows();
    this.index = rows.indexOf(row);
    const changed = this.current !== row.dataset['row'];
    this.current = row.dataset['row'];
    for (const other of rows) other.tabIndex = other === row ? 0 : -1;
    if (changed && this.current) this.rowFocus.emit(this.current);
  }

  /** After every rendering exactly one row can be reached with Tab, and a focus that lost its row finds the next. */
  private settle(): void {
    const rows = this.rows();
    if (rows.length === 0) return;
    const lost = this.hadFocus && document.activeElement === document.body && !rows.some((row) => row.dataset['row'] === this.current);
    const next = rows.find((row) => row.dataset['row'] === this.current) ?? rows[Math.min(this.index, rows.length - 1)]!;
    for (const row of rows) row.tabIndex = row === next ? 0 : -1;
    if (lost) next.focus();
    else if (!this.list.contains(document.activeElement)) this.hadFocus = false;
  }

  private rows(): HTMLElement[] {
    return [...this.list.querySelectorAll<HTMLElement>('[data-row]')];
  }

  private rowOf(event: Event): HTMLElement | null {
    return (event.target as Element).closest<HTMLElement>('[data-row]');
  }
}
