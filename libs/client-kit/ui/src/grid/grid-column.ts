/** Where a column's content goes when a row is drawn as a card: on a phone, or in a list beside a preview. Each place is taken once. */
export type GridPlace = 'lead' | 'main' | 'aside' | 'sub' | 'marks' | 'due' | 'extra' | 'more';

/** One column of a grid. The order of the columns is fixed; some can be hidden. */
export interface GridColumn {
  readonly key: string;
  readonly label: string;
  readonly place: GridPlace;
  /** The width in a table, such as `18%`. */
  readonly width?: string;
  /** Always on. The first of them names the row. */
  readonly fixed?: boolean;
  /** Hidden until somebody chooses it. */
  readonly extra?: boolean;
  /** The names of the server's orders. With only one the order cannot be turned round. */
  readonly sort?: { readonly up: string; readonly down?: string };
}

/** The columns to show: the fixed ones and those that are chosen; without a choice those that are not extra. */
export function shownColumns<Column extends GridColumn>(columns: readonly Column[], chosen: string | undefined): readonly Column[] {
  if (chosen === undefined) return columns.filter(({ fixed, extra }) => fixed || !extra);
  const keys = new Set(chosen.split('.'));
  return columns.filter(({ key, fixed }) => fixed || keys.has(key));
}

/** The choice after one column was switched, as the address keeps it; undefined when it is the usual one. */
export function switchedColumns(columns: readonly GridColumn[], chosen: string | undefined, key: string): string | undefined {
  const shown = new Set(shownColumns(columns, chosen).map((column) => column.key));
  if (!shown.delete(key)) shown.add(key);
  const keysOf = (isShown: (column: GridColumn) => boolean) =>
    columns
      .filter((column) => !column.fixed && isShown(column))
      .map((column) => column.key)
      .join('.');
  const now = keysOf((column) => shown.has(column.key));
  return now === keysOf(({ extra }) => !extra) ? undefined : now || 'none';
}

/** `aria-sort` of a column for the order in use. */
export function sortOf({ sort }: GridColumn, order: string | undefined): 'ascending' | 'descending' | undefined {
  if (sort === undefined || order === undefined) return undefined;
  if (order === sort.up) return 'ascending';
  return order === sort.down ? 'descending' : undefined;
}

/** The order that a press on the column's heading leads to. */
export function nextSort({ sort }: GridColumn, order: string | undefined): string | undefined {
  return sort && (order === sort.up ? (sort.down ?? sort.up) : sort.up);
}
