import { nextSort, shownColumns, sortOf, switchedColumns, type GridColumn } from './grid-column';
import { rowAfter, rowToKeep } from './grid-moves';
import { mostSelected, rowsBetween, Selection } from './selection';

const columns: GridColumn[] = [
  { key: 'person', label: 'Person', place: 'main', fixed: true },
  { key: 'reason', label: 'Anlass', place: 'sub' },
  { key: 'due', label: 'Frist', place: 'due', sort: { up: 'due', down: '-due' } },
  { key: 'missing', label: 'Fehlt', place: 'extra', extra: true },
];
const keys = (shown: readonly GridColumn[]) => shown.map(({ key }) => key).join(' ');

describe('the columns of a grid', () => {
  it('are the usual ones without a choice, and always the fixed ones', () => {
    expect(keys(shownColumns(columns, undefined))).toBe('person reason due');
    expect(keys(shownColumns(columns, 'missing'))).toBe('person missing');
    expect(keys(shownColumns(columns, 'none'))).toBe('person');
  });

  it('are switched in their order; the usual choice is none', () => {
    expect(switchedColumns(columns, undefined, 'missing')).toBe('reason.due.missing');
    expect(switchedColumns(columns, 'reason.due.missing', 'missing')).toBeUndefined();
    expect(switchedColumns(columns, 'reason', 'reason')).toBe('none');
  });

  it('sort up first, then down', () => {
    const due = columns[2]!;
    expect([sortOf(due, 'due'), sortOf(due, '-due'), sortOf(due, 'sent'), sortOf(columns[0]!, 'due')]).toEqual([
      'ascending',
      'descending',
      undefined,
      undefined,
    ]);
    expect([nextSort(due, undefined), nextSort(due, 'due'), nextSort(due, '-due')]).toEqual(['due', '-due', 'due']);
  });
});

describe('walking through rows', () => {
  it('stays within the list', () => {
    expect([rowAfter('ArrowUp', 0, 3), rowAfter('PageDown', 1, 3), rowAfter('End', 0, 3), rowAfter('a', 0, 3)]).toEqual([
      0,
      2,
      2,
      undefined,
    ]);
  });

  it('keeps the row, or takes the one in its place', () => {
    expect(rowToKeep(['a', 'b', 'c'], 'b', 1)).toBe('b');
    expect(rowToKeep(['a', 'c'], 'b', 1)).toBe('c');
    expect(rowToKeep(['a'], 'b', 1)).toBe('a');
    expect(rowToKeep([], 'b', 1)).toBeUndefined();
  });
});

describe('a selection', () => {
  it('takes ranges in either direction', () => {
    expect(rowsBetween(['a', 'b', 'c', 'd'], 'c', 'a')).toEqual(['a', 'b', 'c']);
    expect(rowsBetween(['a', 'b'], 'gone', 'b')).toEqual(['b']);
    const selection = new Selection();
    selection.toggle('b');
    selection.extendTo('d', ['a', 'b', 'c', 'd']);
    expect(selection.ids()).toEqual(['b', 'c', 'd']);
  });

  it('never takes more than one act can', () => {
    const selection = new Selection();
    selection.take(Array.from({ length: 150 }, (_, index) => String(index)));
    expect([selection.count(), selection.isFull()]).toEqual([mostSelected, true]);
    selection.toggle('another');
    expect(selection.has('another')).toBe(false);
  });
});
