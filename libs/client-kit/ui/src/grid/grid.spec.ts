import { Component, signal, viewChild } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideTestKit } from '@lotse/client-kit/testing';
import { Preferences } from '../preferences/preferences';
import { Cell } from './cell';
import { Grid } from './grid';
import { GridBar } from './grid-bar';
import type { GridColumn } from './grid-column';
import { Selection } from './selection';

const kit = {
  grid: { selectAll: 'Alle auswählen', selectRow: 'Auswählen: {{ name }}', selected: '{{ count }} ausgewählt', clear: 'Auswahl aufheben' },
};
const columns: GridColumn[] = [
  { key: 'name', label: 'Name', place: 'main', fixed: true, sort: { up: 'name', down: '-name' } },
  { key: 'note', label: 'Notiz', place: 'sub' },
];

@Component({
  imports: [Cell, Grid, GridBar],
  template: `
    <lotse-grid-bar [selection]="selection" [rows]="rows()" (cleared)="cleared()" />
    <lotse-grid
      label="Personen"
      [rows]="rows()"
      [columns]="columns"
      [nameOf]="nameOf"
      [more]="more()"
      [selection]="selection"
      [acts]="['accept', 'ask']"
      [sort]="sort()"
      (sortBy)="sort.set($event)"
      (rowAct)="heard.push($event.act + ' ' + $event.row)"
      (rowOpen)="heard.push('open ' + $event)"
      (rowFocus)="heard.push('focus ' + $event)"
      (wantMore)="heard.push('more')"
    >
      <ng-template lotseCell="name" [lotseCellOf]="rows()" let-row>{{ row.id }}</ng-template>
      <ng-template lotseCell="note" let-row><button type="button">Notiz</button><input /></ng-template>
    </lotse-grid>
  `,
})
class Page {
  readonly columns = columns;
  readonly rows = signal(['one', 'two', 'three', 'four'].map((id) => ({ id })));
  readonly more = signal(false);
  readonly sort = signal<string>('name');
  readonly selection = new Selection();
  readonly heard: string[] = [];
  readonly grid = viewChild.required<Grid<{ id: string }>>(Grid);
  readonly nameOf = ({ id }: { id: string }) => id;
  cleared(): void {
    this.grid().focus();
  }
}

describe('Grid', () => {
  let fixture: ComponentFixture<Page>;
  const page = () => fixture.componentInstance;
  const element = () => fixture.nativeElement as HTMLElement;
  const focusedRow = () => (document.activeElement as HTMLElement).closest('tr')?.dataset['row'];
  const rowNamed = (id: string) => element().querySelector<HTMLTableRowElement>(`tr[data-row="${id}"]`)!;

  async function press(key: string, { on = document.activeElement!, ...more }: KeyboardEventInit & { on?: Element } = {}): Promise<void> {
    on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
    await fixture.whenStable();
  }

  beforeEach(async () => {
    localStorage.clear();
    TestBed.configureTestingModule({ providers: provideTestKit({ kit }) });
    fixture = TestBed.createComponent(Page);
    document.body.replaceChildren(element());
    await fixture.whenStable();
    page().grid().focus('one');
    await fixture.whenStable();
    page().heard.length = 0;
  });

  it('walks by rows with arrows and letters, and stays within the list', async () => {
    await press('j');
    await press('ArrowDown');
    expect(focusedRow()).toBe('three');
    await press('k');
    expect(focusedRow()).toBe('two');
    await press('PageDown');
    await press('ArrowDown');
    expect(focusedRow()).toBe('four');
    await press('Home');
    expect(focusedRow()).toBe('one');
    expect(page().heard).toEqual(['two', 'three', 'two', 'four', 'one'].map((id) => `focus ${id}`));
  });

  it('is entered from the heading of the page with the letter that walks down', async () => {
    const heading = document.createElement('h1');
    heading.tabIndex = -1;
    document.body.prepend(heading);
    heading.focus();
    await press('a');
    expect(document.activeElement).toBe(heading);
    await press('j');
    expect(focusedRow()).toBe('one');
  });

  it('is one stop for Tab', () => {
    const stops = [...element().querySelectorAll<HTMLElement>('tbody [tabindex="0"]')];
    expect(stops.map((stop) => stop.closest('tr')?.dataset['row'])).toEqual(['one']);
  });

  it('tells which row is which, also while the list goes on', async () => {
    const table = element().querySelector('table')!;
    expect([table.getAttribute('role'), table.getAttribute('aria-rowcount')]).toEqual(['grid', '5']);
    expect(rowNamed('three').getAttribute('aria-rowindex')).toBe('4');
    page().more.set(true);
    await fixture.whenStable();
    expect(table.getAttribute('aria-rowcount')).toBe('-1');
    await press('End');
    await press('ArrowDown');
    expect(page().heard.at(-1)).toBe('more');
  });

  it('acts on the row that has the focus: opened with Enter, with letters once however long they are held', async () => {
    await press('j');
    await press('Enter');
    await press('a');
    await press('a', { repeat: true });
    await press('q');
    expect(page().heard).toEqual(['focus two', 'open two', 'accept two']);
  });

  it('does nothing with letters while somebody types, with modifiers, outside, or when they are off', async () => {
    await press('a', { on: rowNamed('one').querySelector('.cell input')! });
    await press('a', { ctrlKey: true });
    await press('a', { on: element().querySelector('.grid-sort')! });
    TestBed.inject(Preferences).change({ singleKeys: false });
    await press('a');
    await press('j');
    await press('x');
    expect([page().heard, page().selection.count(), focusedRow()]).toEqual([[], 0, 'one']);
    await press('ArrowDown');
    expect(focusedRow()).toBe('two');
  });

  it('leaves Enter to a button in a row', async () => {
    await press('Enter', { on: rowNamed('one').querySelector('.cell button')! });
    expect(page().heard).toEqual([]);
  });

  it('selects with x and Shift, forgets with Escape', async () => {
    await press('x');
    await press('ArrowDown', { shiftKey: true });
    await press('ArrowDown', { shiftKey: true });
    expect(page().selection.ids()).toEqual(['one', 'two', 'three']);
    expect(rowNamed('two').getAttribute('aria-selected')).toBe('true');
    await press(' ', { shiftKey: true });
    expect(page().selection.ids()).toEqual(['one', 'two']);
    expect(element().querySelector('.grid-count')?.textContent).toBe('2 ausgewählt');
    await press('Escape');
    expect(page().selection.count()).toBe(0);
  });

  it('selects everything on the page, and gives the focus back to the list', async () => {
    const all = element().querySelector<HTMLInputElement>('.grid-all input')!;
    all.click();
    await fixture.whenStable();
    expect(page().selection.count()).toBe(4);
    [...element().querySelectorAll('button')].find(({ textContent }) => textContent.trim() === 'Auswahl aufheben')!.click();
    await fixture.whenStable();
    expect([page().selection.count(), focusedRow()]).toEqual([0, 'one']);
  });

  it('gives the focus to the next row when one leaves, and to the last when there is none', async () => {
    await press('j');
    page().rows.update((rows) => rows.filter(({ id }) => id !== 'two'));
    await fixture.whenStable();
    expect(focusedRow()).toBe('three');
    page().rows.update((rows) => rows.filter(({ id }) => id !== 'one'));
    await fixture.whenStable();
    expect(focusedRow()).toBe('three');
    await press('End');
    page().rows.update((rows) => rows.slice(0, 1));
    await fixture.whenStable();
    expect(focusedRow()).toBe('three');
  });

  it('forgets the selection of rows that left', async () => {
    page().selection.take(['one', 'two']);
    page().rows.update((rows) => rows.slice(1));
    await fixture.whenStable();
    expect(page().selection.ids()).toEqual(['two']);
  });

  it('does not take the focus from elsewhere when rows change', async () => {
    const elsewhere = document.createElement('button');
    document.body.append(elsewhere);
    elsewhere.focus();
    page().rows.update((rows) => rows.slice(1));
    await fixture.whenStable();
    expect(document.activeElement).toBe(elsewhere);
  });

  it('sorts by its headings and says how', async () => {
    const heading = element().querySelector('th[aria-sort]')!;
    expect(heading.getAttribute('aria-sort')).toBe('ascending');
    heading.querySelector('button')!.click();
    await fixture.whenStable();
    expect([page().sort(), heading.getAttribute('aria-sort')]).toEqual(['-name', 'descending']);
  });
});
