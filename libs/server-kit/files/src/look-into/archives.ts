import type { WhyRefused } from './look-into';

const endOfDirectory = 0x06054b50;
const entryOfDirectory = 0x02014b50;

const mostEntries = 2_000;
const mostBytes = 100 * 1024 * 1024;
/** Texts of an office file shrink to a tenth; a bomb to a thousandth. */
const mostRatio = 120;

interface Entry {
  name: string;
  flags: number;
  packed: number;
  size: number;
}

/** What the directory of an archive lists; undefined when it is not one that can be believed. */
function entriesOf(bytes: Buffer): Entry[] | undefined {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== endOfDirectory) return undefined;
  const [count, start] = [bytes.readUInt16LE(end + 10), bytes.readUInt32LE(end + 16)];
  // What follows the directory is a comment; an office file has none.
  if (end + 22 + bytes.readUInt16LE(end + 20) !== bytes.length || count > mostEntries) return undefined;
  const found: Entry[] = [];
  let at = start;
  for (let number = 0; number < count; number++) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== entryOfDirectory) return undefined;
    const [nameLength, extra, comment] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)];
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    found.push({ name, flags: bytes.readUInt16LE(at + 8), packed: bytes.readUInt32LE(at + 20), size: bytes.readUInt32LE(at + 24) });
    at += 46 + nameLength + extra + comment;
  }
  return at === end ? found : undefined;
}

/** Why an office file is not kept: it would burst, hides something, or runs something. */
export function refusedArchive(bytes: Buffer): WhyRefused | undefined {
  const entries = entriesOf(bytes);
  if (!entries) return 'damaged';
  const [size, packed] = [entries.reduce((sum, entry) => sum + entry.size, 0), entries.reduce((sum, entry) => sum + entry.packed, 0)];
  if (size > mostBytes || size > mostRatio * Math.max(packed, 1)) return 'bursts';
  if (entries.some(({ flags }) => (flags & 1) === 1)) return 'locked';
  if (entries.some(({ name }) => /^[/\\]|\.\.[/\\]|^[a-z]:/i.test(name))) return 'damaged';
  if (entries.some(({ name }) => /vbaProject\.bin$|^Basic\/|^Scripts\/|\.(exe|dll|js|vbs|zip|jar)$|\/activeX\//i.test(name)))
    return 'runs-something';
  return undefined;
}
