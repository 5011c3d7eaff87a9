const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** How well a label fits what was typed: 0 not at all, more is better. Every word must begin a word of the label, or stand in it. */
export function fits(label: string, typed: string): number {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  const text = plain(label);
  if (words.some((word) => !text.includes(word))) return 0;
  const begun = words.filter((word) => text.split(/[^\p{L}\p{N}]+/u).some((other) => other.startsWith(word))).length;
  return 1 + begun + (text.startsWith(words[0] ?? '') ? 1 : 0);
}
