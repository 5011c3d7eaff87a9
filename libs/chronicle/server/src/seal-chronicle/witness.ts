import { appendFileSync, closeSync, existsSync, fstatSync, mkdirSync, openSync, readSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Witnessed } from '../chain/records';

const tail = 65_536;

/**
 * The head of every chain, in a file outside of the database: one line a seal, only ever appended to. Whoever cuts off the end of the
 * chronicle, or makes it anew, cannot make the witness forget.
 */
export class Witness {
  constructor(private readonly path: string) {
    mkdirSync(dirname(path), { recursive: true });
  }

  append(seals: readonly Witnessed[]): void {
    if (seals.length === 0) return;
    appendFileSync(this.path, seals.map((seal) => `${JSON.stringify(seal)}\n`).join(''), { mode: 0o600 });
  }

  /** The last seal the file knows; undefined when it is new. */
  last(): Witnessed | undefined {
    if (!existsSync(this.path)) return undefined;
    const file = openSync(this.path, 'r');
    try {
      const { size } = fstatSync(file);
      const text = Buffer.alloc(Math.min(size, tail));
      readSync(file, text, 0, text.length, size - text.length);
      return text.toString().split('\n').map(read).findLast(Boolean);
    } finally {
      closeSync(file);
    }
  }
}

/** A line that was cut by a crash is none. */
function read(line: string): Witnessed | undefined {
  try {
    return JSON.parse(line) as Witnessed;
  } catch {
    return undefined;
  }
}
