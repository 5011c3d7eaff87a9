/** What a decision about keeping or deleting is called where nobody may be named: the end of its own id, which leads to nobody. */
export const numberOf = (column: string): string => `'L-' || upper(right(replace(${column}::text, '-', ''), 6))`;
