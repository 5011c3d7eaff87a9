import { inject } from '@angular/core';
import { injectText, keyActs, Keys, type KeyPlace } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { allPlacesFor } from '../frame/places';

/** One line of the help: keys in their order, and what they do. */
export interface KeyLine {
  readonly keys: readonly string[];
  readonly text: string;
}

export interface KeySection {
  readonly id: 'everywhere' | 'ways' | 'forms' | KeyPlace;
  readonly lines: readonly KeyLine[];
}

const fixed = {
  everywhere: [['Ctrl', 'K'], ['?'], ['F6'], ['Ctrl', 'Z'], ['Esc']],
  lists: [['↑', '↓'], ['Home', 'End'], ['Enter'], ['Space'], ['Shift', '↓']],
  forms: [['Ctrl', 'Enter']],
} as const;

/** All keys of Lotse with the letters somebody chose. Call it in an injection context; follows what is changed. */
export function keySections(): () => readonly KeySection[] {
  const [t, keys, session] = [injectText(), inject(Keys), inject(CurrentSession)];
  const named = (key: string) => (key.length > 1 ? t(`keys.names.${key}`) : key);
  const fixedLines = (id: keyof typeof fixed): KeyLine[] =>
    fixed[id].map((pressed) => ({ keys: pressed.map(named), text: t(`keys.fixed.${id}.${pressed.join('')}`) }));
  const letters = (place: KeyPlace): KeyLine[] =>
    keyActs
      .filter((info) => info.place === place)
      .map(({ act, text }) => {
        const letter = keys.letterOf(act);
        return { keys: letter === letter.toLowerCase() ? [letter] : [named('Shift'), letter.toLowerCase()], text: t(text) };
      });
  const may = (permission: string) => session.may(permission);

  return () => [
    { id: 'everywhere', lines: fixedLines('everywhere').filter((line) => keys.single() || line.keys[0] !== '?') },
    {
      id: 'ways',
      lines: keys.single() ? allPlacesFor(may).map(({ letter, label }) => ({ keys: ['g', letter], text: t(label) })) : [],
    },
    { id: 'lists', lines: [...fixedLines('lists'), ...(keys.single() ? letters('lists') : [])] },
    { id: 'inbox', lines: keys.single() && (may('referral.accept') || may('referral.acknowledge')) ? letters('inbox') : [] },
    { id: 'waitingList', lines: keys.single() && may('waitingList.offerSlot') ? letters('waitingList') : [] },
    { id: 'forms', lines: fixedLines('forms') },
  ];
}
