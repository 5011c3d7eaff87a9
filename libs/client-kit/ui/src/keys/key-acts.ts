/** Where a letter acts. */
export type KeyPlace = 'lists' | 'inbox' | 'waitingList';

const acts = {
  next: { letter: 'j', place: 'lists' },
  previous: { letter: 'k', place: 'lists' },
  select: { letter: 'x', place: 'lists' },
  new: { letter: 'n', place: 'lists' },
  undo: { letter: 'u', place: 'lists' },
  take: { letter: 'p', place: 'inbox' },
  accept: { letter: 'a', place: 'inbox' },
  ask: { letter: 'r', place: 'inbox' },
  return: { letter: 'z', place: 'inbox' },
  redirect: { letter: 'w', place: 'inbox' },
  snooze: { letter: 's', place: 'inbox' },
  assign: { letter: 'm', place: 'inbox' },
  assignOther: { letter: 'M', place: 'inbox' },
  offer: { letter: 't', place: 'waitingList' },
  order: { letter: 's', place: 'waitingList' },
} as const satisfies Record<string, { letter: string; place: KeyPlace }>;

/** What a single letter does in a list. */
export type KeyAct = keyof typeof acts;

/** One line of the help and of the settings. */
export interface KeyActInfo {
  readonly act: KeyAct;
  /** The letter it has when nobody changed it. */
  readonly letter: string;
  /** The key of its words. */
  readonly text: string;
  readonly place: KeyPlace;
  /** The key of the words for the place. */
  readonly placeText: string;
}

/** Every act with a letter, in the order of the help. */
export const keyActs: readonly KeyActInfo[] = (Object.keys(acts) as KeyAct[]).map((act) => ({
  act,
  letter: acts[act].letter,
  text: `kit.keys.acts.${act}`,
  place: acts[act].place,
  placeText: `kit.keys.places.${acts[act].place}`,
}));

/** The letters that hold: the given ones where somebody changed them. */
export function lettersWith(overrides: Readonly<Record<string, string>>): ReadonlyMap<KeyAct, string> {
  return new Map(keyActs.map(({ act, letter }) => [act, overrides[act] ?? letter]));
}

/** Why an act cannot have a letter: not one letter, it begins a sequence (`g e`), or another act has it. */
export type RefusedLetter = { readonly why: 'notOneLetter' | 'reserved' } | { readonly why: 'taken'; readonly by: KeyAct };

/** Whether two acts are ever in one list: then they cannot have the same letter. */
const meet = (one: KeyAct, other: KeyAct): boolean =>
  acts[one].place === acts[other].place || [one, other].some((act) => acts[act].place === 'lists');

export function refusedLetter(letters: ReadonlyMap<KeyAct, string>, act: KeyAct, letter: string): RefusedLetter | undefined {
  if (!/^\p{L}$/u.test(letter)) return { why: 'notOneLetter' };
  if (letter === 'g') return { why: 'reserved' };
  const by = [...letters].find(([other, taken]) => other !== act && taken === letter && meet(other, act))?.[0];
  return by && { why: 'taken', by };
}
