/** Letters that are no base letter with a mark, and what they are written as without them. */
const written: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe' };

/** Words that stand before a name and are left out as easily as they are written. */
const particles = new Set('von van vom zu zum zur der den de da di del el al la le'.split(' '));

/** A name as it is compared: small letters a to z, words apart. */
const folded = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[łøđıßæœ]/g, (letter) => written[letter]!)
    .normalize('NFD')
    .replace(/[^a-z -]/g, '');

/** The words of a name without particles; Hans-Peter has two. */
const wordsOf = (name: string): string[] =>
  folded(name)
    .split(/[ -]+/)
    .filter((word) => word !== '' && !particles.has(word));

/** The words of a name, and all of them as one: Hans-Peter is Hanspeter. */
export function nameWords(name: string): string[] {
  const words = wordsOf(name);
  return words.length === 0 ? [] : [...new Set([...words, words.join('')])].sort();
}

/** The whole name as one word: what is equal for "Müller-Lüdenscheid" and "MüllerLüdenscheid". */
export const wholeName = (name: string): string => wordsOf(name).join('');

/** The digits of letters that always sound alike. */
const alone: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({ aeijouy: '0', b: '1', fvw: '3', gkq: '4', l: '5', mn: '6', r: '7', sz: '8' }).flatMap(([letters, digit]) =>
    [...letters].map((letter) => [letter, digit]),
  ),
);

/** And of those whose sound hangs on the letter before or after. */
const besides: Readonly<Record<string, (before: string, after: string) => string>> = {
  c: digitOfC,
  d: (_, after) => (isOneOf('csz', after) ? '8' : '2'),
  t: (_, after) => (isOneOf('csz', after) ? '8' : '2'),
  p: (_, after) => (after === 'h' ? '3' : '1'),
  x: (before) => (isOneOf('ckq', before) ? '8' : '48'),
};

const digitsOf = (letter: string, before: string, after: string): string => alone[letter] ?? besides[letter]?.(before, after) ?? '';

const isOneOf = (letters: string, letter: string): boolean => letter !== '' && letters.includes(letter);

function digitOfC(before: string, after: string): string {
  if (before === '') return isOneOf('ahkloqrux', after) ? '4' : '8';
  return !isOneOf('sz', before) && isOneOf('ahkoqux', after) ? '4' : '8';
}

/** How a word sounds in German (Kölner Phonetik), of letters a to z: Meyer and Maier have one code. */
export function phoneticCode(word: string): string {
  const digits = [...word].map((letter, index) => digitsOf(letter, word[index - 1] ?? '', word[index + 1] ?? '')).join('');
  const once = digits.replace(/(.)\1+/g, '$1');
  return once.slice(0, 1) + once.slice(1).replaceAll('0', '');
}

/** How the words of a name sound. */
export const nameCodes = (name: string): Set<string> => new Set(nameWords(name).map(phoneticCode));
