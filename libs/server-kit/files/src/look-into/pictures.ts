import type { FileKind } from './kinds';
import type { WhyRefused } from './look-into';

/** A page scanned very finely has 70 million. */
const mostPixels = 100_000_000;

type Size = readonly [width: number, height: number];

function sizeOfPng(bytes: Buffer): Size | undefined {
  return bytes.length >= 24 ? [bytes.readUInt32BE(16), bytes.readUInt32BE(20)] : undefined;
}

function sizeOfJpeg(bytes: Buffer): Size | undefined {
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1]!;
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return [bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5)];
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}

function sizeOfWebp(bytes: Buffer): Size | undefined {
  const how = bytes.toString('latin1', 12, 16);
  if (how === 'VP8X' && bytes.length >= 30) return [bytes.readUIntLE(24, 3) + 1, bytes.readUIntLE(27, 3) + 1];
  if (how === 'VP8 ' && bytes.length >= 30) return [bytes.readUInt16LE(26) & 0x3fff, bytes.readUInt16LE(28) & 0x3fff];
  if (how !== 'VP8L' || bytes.length < 25) return undefined;
  const bits = bytes.readUInt32LE(21);
  return [(bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1];
}

const sizes: Partial<Record<FileKind, (bytes: Buffer) => Size | undefined>> = {
  'image/png': sizeOfPng,
  'image/jpeg': sizeOfJpeg,
  'image/webp': sizeOfWebp,
};

/** Where a picture ends by its own word; what comes after is something else. */
const ends: Partial<Record<FileKind, (bytes: Buffer) => number>> = {
  'image/png': (bytes) => bytes.indexOf('IEND', 8, 'latin1') + 8,
  'image/jpeg': (bytes) => bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) + 2,
  'image/webp': (bytes) => bytes.readUInt32LE(4) + 8,
};

/** Cameras add a few bytes of nothing. */
const slack = 64;

/** Why a picture is not kept: too large to be shown, or something else as well. */
export function refusedPicture(kind: FileKind, bytes: Buffer): WhyRefused | undefined {
  const end = ends[kind]?.(bytes);
  if (end !== undefined && (end < 8 || bytes.length - end > slack)) return 'two-things';
  const size = sizes[kind];
  if (!size) return undefined;
  const found = size(bytes);
  if (!found || found[0] === 0 || found[1] === 0) return 'damaged';
  return found[0] * found[1] > mostPixels ? 'bursts' : undefined;
}
