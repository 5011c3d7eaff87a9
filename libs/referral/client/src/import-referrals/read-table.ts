import papaparse from 'papaparse';

/** A table as its file says it. */
export interface Table {
  readonly fileName: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What stands between two cells. */
  readonly delimiter: string;
  readonly encoding: 'UTF-8' | 'UTF-16' | 'Windows-1252';
}

type Text = Pick<Table, 'encoding'> & { readonly text: string };

/** What German Excel writes: UTF-8 with or without a mark, UTF-16 with one, or the code page of Windows. Bytes that are no UTF-8 tell them apart. */
export function decoded(bytes: Uint8Array): Text {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return { encoding: 'UTF-16', text: new TextDecoder(first === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes) };
  }
  try {
    return { encoding: 'UTF-8', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { encoding: 'Windows-1252', text: new TextDecoder('windows-1252').decode(bytes) };
  }
}

/** Reads a file as a table; undefined when there is no row below headings in it. */
export function tableFrom(fileName: string, bytes: Uint8Array): Table | undefined {
  const { text, encoding } = decoded(bytes);
  const { data, meta } = papaparse.parse<string[]>(text.replace(/^sep=.\r?\n/i, ''), {
    skipEmptyLines: 'greedy',
    delimitersToGuess: [';', ',', '\t', '|'],
  });
  const [headers, ...rows] = data;
  if (!headers || rows.length === 0) return undefined;
  return { fileName, headers: headers.map((header) => header.trim()), rows, delimiter: meta.delimiter, encoding };
}

/** A file for a spreadsheet: with the mark that Excel needs, and no cell that it would take for a formula. */
export const fileOf = (fields: readonly string[], data: readonly (readonly string[])[]): string =>
  '\uFEFF' + papaparse.unparse({ fields: [...fields], data: data.map((line) => [...line]) }, { delimiter: ';', escapeFormulae: true });
