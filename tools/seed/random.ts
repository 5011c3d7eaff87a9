/** Chance that repeats itself: the same seed always gives the same numbers. */
export interface Chance {
  /** At least `from`, at most `to`. */
  whole(from: number, to: number): number;
  between(from: number, to: number): number;
  /** True in so many of a hundred cases. */
  percent(percentage: number): boolean;
  one<Item>(items: readonly Item[]): Item;
  weighted<Item>(items: readonly Item[], weightOf: (item: Item) => number): Item;
  shuffled<Item>(items: readonly Item[]): Item[];
}

/** The FNV-1a hash of a text, as a number of 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193);
  return hash >>> 0;
}

/** Makes a chance (mulberry32) of its own for a purpose, so that more of one thing does not change another. */
export function chance(purpose: string): Chance {
  let state = hashOf(purpose);
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    whole,
    between: (from, to) => from + next() * (to - from),
    percent: (percentage) => next() * 100 < percentage,
    one: (items) => items[whole(0, items.length - 1)]!,
    weighted(items, weightOf) {
      let left = next() * items.reduce((sum, item) => sum + weightOf(item), 0);
      return items.find((item) => (left -= weightOf(item)) < 0) ?? items.at(-1)!;
    },
    shuffled(items) {
      const mixed = [...items];
      for (let index = mixed.length - 1; index > 0; index--) {
        const other = whole(0, index);
        [mixed[index], mixed[other]] = [mixed[other]!, mixed[index]!];
      }
      return mixed;
    },
  };
}
