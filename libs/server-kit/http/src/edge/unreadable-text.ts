import { invalidInput, Refusal } from '@lotse/kernel';

/** A NUL, or half of a pair of which the other half is missing. */
const unreadable = /\0|\p{Surrogate}/u;

/** Where in a body a text stands that no database keeps: one with a NUL in it, or with half of a letter. Names of fields count too. */
export function unreadableIn(value: unknown, at = ''): string | undefined {
  if (typeof value === 'string') return isReadable(value) ? undefined : at;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, part] of Object.entries(value)) {
    if (!isReadable(name)) return at;
    const found = unreadableIn(part, at ? `${at}.${name}` : name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Such letters can only come written out: a body without one is not walked through. */
export function refusalOfUnreadable(json: string, value: unknown): Refusal | undefined {
  const field = json.includes('\\u') ? unreadableIn(value) : undefined;
  if (field === undefined) return undefined;
  return new Refusal(
    invalidInput({ fields: [{ field, code: 'unreadable-character', message: 'There is a character in here that is none.' }] }),
  );
}

/** The same for addresses, and for what is asked for in a header. */
export const isReadableQuery = (text: string): boolean => !text.includes('%00');

const isReadable = (text: string): boolean => !unreadable.test(text);
