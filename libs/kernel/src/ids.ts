import * as z from 'zod';

/** Any identifier of ours: a UUID, version 7 when made here. */
export const idSchema = z.uuid();

let lastMillisecond = 0;
let sequence = 0;

/** Makes a UUID version 7 (RFC 9562): sortable by time, and by a counter within one millisecond of one process. */
export function newId(now: number = Date.now()): string {
  if (now === lastMillisecond) sequence = (sequence + 1) & 0xfff;
  else {
    lastMillisecond = now;
    sequence = Math.floor(Math.random() * 0x800);
  }
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  for (let index = 0; index < 6; index++) bytes[index] = Math.floor(now / 2 ** (8 * (5 - index))) & 0xff;
  bytes[6] = 0x70 | (sequence >> 8);
  bytes[7] = sequence & 0xff;
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
