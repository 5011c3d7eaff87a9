import { fileTypeFromBuffer } from 'file-type';
import { refusedArchive } from './archives';
import { extensionsOf, isArchive, isKind, running, type FileKind } from './kinds';
import { refusedPicture } from './pictures';

export { extensionsOf, type FileKind } from './kinds';

/**
 * Why a file is not kept. `not-allowed`: another kind. `name-differs`: it is called something else than it is. `runs-something`: opening
 * it would. `two-things`: it is a second thing as well. `bursts`: it becomes far too large. `locked`: nobody can look inside.
 */
export type WhyRefused = 'not-allowed' | 'name-differs' | 'runs-something' | 'two-things' | 'bursts' | 'locked' | 'damaged';

/** What a file is by its own bytes, or why it is not kept. */
export type Look = { kind: FileKind } | { refused: WhyRefused };

const markup = /<\s*(!doctype|html|head|body|svg|script|iframe|object|embed|\?xml|\?php)/i;
const active = /\/(JavaScript|JS|Launch|EmbeddedFile|RichMedia|XFA)\b/;

/** Looks at the bytes; what somebody says a file is counts for nothing but to be compared. */
export async function lookInto(bytes: Buffer, name: string): Promise<Look> {
  if (running.test(name.replace(/[\s.]+$/, ''))) return { refused: 'runs-something' };
  const kind = await kindOf(bytes);
  if (!kind) return { refused: isMarkup(bytes) ? 'runs-something' : 'not-allowed' };
  const ending = name.split('.').at(-1)!.toLowerCase();
  if (!(extensionsOf[kind] as readonly string[]).includes(ending)) return { refused: 'name-differs' };
  const refused = refusedInside(kind, bytes);
  return refused ? { refused } : { kind };
}

async function kindOf(bytes: Buffer): Promise<FileKind | undefined> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (found) return isKind(found.mime) ? found.mime : undefined;
  return isText(bytes) && !isMarkup(bytes) ? 'text/plain' : undefined;
}

const beginningOf = (bytes: Buffer): string => bytes.toString('latin1', 0, 4096);
const isMarkup = (bytes: Buffer): boolean => markup.test(beginningOf(bytes));

/** Letters of one of the two usual encodings, and nothing else that a text has no use for. */
function isText(bytes: Buffer): boolean {
  if (bytes.some((byte) => byte < 9 || (byte > 13 && byte < 32) || byte === 127)) return false;
  return !bytes.subarray(0, 2).equals(Buffer.from('#!'));
}

function refusedInside(kind: FileKind, bytes: Buffer): WhyRefused | undefined {
  if (kind === 'application/pdf') return refusedDocument(bytes);
  if (isArchive(kind)) return refusedArchive(bytes);
  if (kind === 'text/plain') return undefined;
  return refusedPicture(kind, bytes) ?? (isMarkup(bytes) ? 'two-things' : undefined);
}

/** A PDF begins at its beginning, ends at its end, and does nothing by itself. */
function refusedDocument(bytes: Buffer): WhyRefused | undefined {
  if (!bytes.subarray(0, 5).equals(Buffer.from('%PDF-'))) return 'two-things';
  const end = bytes.lastIndexOf('%%EOF');
  if (end < 0) return 'damaged';
  if (bytes.length - end > 1_024 || bytes.includes(Buffer.from('PK\x05\x06', 'latin1'), end)) return 'two-things';
  const text = bytes.toString('latin1');
  if (isMarkup(bytes)) return 'two-things';
  if (/\/Encrypt\b/.test(text)) return 'locked';
  return active.test(text) ? 'runs-something' : undefined;
}
