import { Grid as AriaGrid, GridCell, GridCellWidget, GridRow } from '@angular/aria/grid';
import { NgTemplateOutlet } from '@angular/common';
import {
  afterEveryRender,
  Component,
  computed,
  contentChildren,
  effect,
  ElementRef,
  inject,
  input,
  output,
  Renderer2,
  untracked,
} from '@angular/core';
import { Icon } from '../icon/icon';
import { Keys } from '../keys/keys';
import type { KeyAct } from '../keys/key-acts';
import { injectText } from '../texts/inject-text';
import { Cell } from './cell';
import { nextSort, sortOf, type GridColumn } from './grid-column';
import { meantFor, rowMeantBy } from './grid-keys';
import { rowAfter, rowToKeep } from './grid-moves';
import { NearRow, NearRows } from './near-rows';
import type { Selection } from './selection';

/** A letter that acts on the row that has the focus. */
export interface RowAct {
  readonly row: string;
  readonly act: KeyAct;
}

/**
 * The worklist: a native table with the keyboard of a grid. One stop for Tab; arrows and j/k walk through the rows, Page Up/Down, Home and End
 * too, left and right through the cells; Enter opens; `x`, Shift+Space and Shift+↓ select; letters act on the row that has the focus, and only
 * while it is inside. When that row leaves, the focus goes to the next one. Where there is little room rows become cards.
 */
@Component({
  selector: 'lotse-grid',
  imports: [AriaGrid, GridCell, GridCellWidget, GridRow, Icon, NearRow, NgTemplateOutlet],
  providers: [NearRows],
  templateUrl: './grid.html',
  host: { class: 'grid-host', '(focusin)': 'entered($event)', '(click)': 'clicked($event)', '(document:keydown)': 'arrived($event)' },
})
export class Grid<Row extends { readonly id: string }> {
  protected readonly t = injectText();
  protected readonly near = inject(NearRows);
  private readonly keys = inject(Keys);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly templates = contentChildren<Cell<Row>>(Cell);
  private current: string | undefined;
  private index = 0;
  private column = 0;
  private hadFocus = false;

  /** What the list is called. */
  readonly label = input.required<string>();
  readonly rows = input.required<readonly Row[]>();
  /** The columns that are shown. */
  readonly columns = input.required<readonly GridColumn[]>();
  /** How a row is called where it is spoken of, as in "select …". */
  readonly nameOf = input.required<(row: Row) => string>();
  /** Whether the list goes on. */
  readonly more = input(false);
  /** The row whose content is open beside the list. */
  readonly opened = input<string>();
  /** Without it nothing can be selected. */
  readonly selection = input<Selection>();
  /** The acts whose letters work here. */
  readonly acts = input<readonly KeyAct[]>([]);
  /** The order in use, as the server calls it. */
  readonly sort = input<string>();
  /** What the button at the end of a row says; nothing where there is none. */
  readonly button = input<(row: Row) => string | undefined>();

  readonly sortBy = output<string>();
  readonly rowFocus = output<string>();
  readonly rowOpen = output<string>();
  readonly rowAct = output<RowAct>();
  readonly rowButton = output<string>();
  /** Somebody walked beyond the last row of a list that goes on. */
  readonly wantMore = output();

  protected readonly sortOf = sortOf;
  private readonly ids = computed(() => this.rows().map(({ id }) => id));
  protected readonly mainKey = computed(() => this.columns().find(({ fixed, place }) => fixed && place === 'main')?.key);
  /** The row that Tab leads to until somebody has chosen another one. */
  protected readonly entrance = computed(() => rowToKeep(this.ids(), this.opened(), 0));
  private readonly cells = computed(() => new Map(this.templates().map((cell) => [cell.lotseCell(), cell.template])));

  constructor() {
    inject(Renderer2).listen(this.element, 'keydown', (event: KeyboardEvent) => this.pressed(event), { capture: true });
    effect(() => {
      const ids = this.ids();
      untracked(() => this.selection()?.keepOnly(ids));
    });
    afterEveryRender({ write: () => this.settle() });
  }

  /** Puts the focus on a row, by default on the one that had it last. */
  focus(id = this.current): void {
    this.focusRow(rowToKeep(this.ids(), id, this.index));
  }

  /** Whoever has just arrived on the page comes into the list with the letter that walks down. */
  protected arrived(event: KeyboardEvent): void {
    const isFree = (event.target as Element).matches('body, h1') && meantFor(event) === 'row';
    if (!isFree || event.repeat || this.keys.actOf(event.key) !== 'next') return;
    event.preventDefault();
    this.focus(this.current ?? this.entrance());
  }

  protected templateOf = ({ key }: GridColumn) => this.cells().get(key) ?? null;

  protected turn(column: GridColumn): void {
    const next = nextSort(column, this.sort());
    if (next !== undefined) this.sortBy.emit(next);
  }

  protected check(id: string, event: Event): void {
    if ((event as MouseEvent).shiftKey) this.selection()?.extendTo(id, this.ids());
    else this.selection()?.toggle(id);
  }

  protected entered({ target }: FocusEvent): void {
    const row = (target as Element).closest<HTMLTableRowElement>('tr[data-row]');
    if (!row) return;
    const id = row.dataset['row'];
    const cell = (target as Element).closest<HTMLTableCellElement>('td, th');
    const changed = id !== this.current;
    Object.assign(this, { hadFocus: true, current: id, index: this.ids().indexOf(id ?? ''), column: cell?.cellIndex ?? 0 });
    if (changed && id !== undefined) this.rowFocus.emit(id);
  }

  protected clicked({ target }: Event): void {
    const id = rowMeantBy(target as Element);
    if (id !== undefined) this.rowOpen.emit(id);
  }

  /** Heard before the cells hear it, because walking by rows comes first in a worklist. */
  private pressed(event: KeyboardEvent): void {
    const id = (event.target as Element).closest<HTMLElement>('tr[data-row]')?.dataset['row'];
    if (id === undefined || meantFor(event) === 'others' || !this.act(event, id)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Answers whether the key means something here. */
  private act(event: KeyboardEvent, id: string): boolean {
    const act = this.keys.actOf(event.key, this.acts());
    return this.walks(event, act) || this.marks(event, act, id) || this.acted(event, act, id);
  }

  private walks(event: KeyboardEvent, act: KeyAct | undefined): boolean {
    const key = { next: 'ArrowDown', previous: 'ArrowUp' }[act as string] ?? event.key;
    if (rowAfter(key, this.index, this.ids().length) === undefined) return false;
    this.walk(key, event.shiftKey && act === undefined);
    return true;
  }

  private marks({ key, shiftKey, repeat }: KeyboardEvent, act: KeyAct | undefined, id: string): boolean {
    const selection = this.selection();
    if (selection === undefined || repeat) return false;
    if (act === 'select' || (key === ' ' && shiftKey)) selection.toggle(id);
    else if (key === 'Escape' && selection.count() > 0) selection.clear();
    else return false;
    return true;
  }

  private acted(event: KeyboardEvent, act: KeyAct | undefined, id: string): boolean {
    if (event.key === 'Enter' && meantFor(event) === 'row') this.rowOpen.emit(id);
    else if (act === undefined || !this.acts().includes(act)) return false;
    // A key that is held down acts once.
    else if (!event.repeat) this.rowAct.emit({ row: id, act });
    return true;
  }

  private walk(key: string, selecting: boolean): void {
    const ids = this.ids();
    const from = ids[this.index];
    const at = rowAfter(key, this.index, ids.length) ?? 0;
    if (at === this.index && at === ids.length - 1 && this.more()) this.wantMore.emit();
    if (selecting) this.selection()?.extendTo(ids[at] ?? '', ids, from);
    this.focusRow(ids[at]);
  }

  private focusRow(id: string | undefined): void {
    if (id === undefined) return;
    this.near.draw(id);
    const row = [...this.element.querySelectorAll<HTMLTableRowElement>('tr[data-row]')].find(({ dataset }) => dataset['row'] === id);
    const cell = row && this.cellToFocus(row);
    (cell?.querySelector<HTMLElement>('[ngGridCellWidget]') ?? cell)?.focus();
  }

  private cellToFocus(row: HTMLTableRowElement): HTMLElement | null {
    const main = row.querySelector<HTMLElement>('.cell-main');
    return this.hadFocus ? (row.cells[this.column] ?? main) : main;
  }

  /** A focus that lost its row finds the next. */
  private settle(): void {
    if (!this.hadFocus || this.element.contains(document.activeElement)) return;
    const gone = this.current !== undefined && !this.ids().includes(this.current);
    if (gone && document.activeElement === document.body) this.focus();
    else if (!gone) this.hadFocus = false;
  }
}
