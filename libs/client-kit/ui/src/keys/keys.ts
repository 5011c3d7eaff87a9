import { computed, inject, Service } from '@angular/core';
import { tinykeys } from 'tinykeys';
import { Preferences } from '../preferences/preferences';
import { Texts } from '../texts/texts';
import { keyActs, lettersWith, refusedLetter, type KeyAct } from './key-acts';

/** What a key does; `false` says that it was not meant, so that the browser's own meaning stays. */
export type KeyHandler = (event: KeyboardEvent) => unknown;

/** Keys of the frame and what they do: `{ '$mod+K': open, 'g e': goToInbox, '?': help, F6: nextRegion }`. */
export type KeyBindings = Readonly<Record<string, KeyHandler>>;

const typing = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])';
/** Where a letter cannot be meant for something else: nothing has the focus, a heading that was arrived at, or a list. */
const letterGround = 'body, h1, main, [role="grid"], [role="grid"] *, [lotseworklist] *, [data-letters], [data-letters] *';

const isLetterBinding = (binding: string): boolean => /^\S(\s|$)/u.test(binding);
/** `?` and such need Shift on some keyboards and not on others. */
const withFreeShift = (binding: string): string => binding.replace(/^[^\p{L}\s](?=\s|$)/u, '[Shift]+$&');

/** Which letter does what, as the person chose it, and the keys of the frame. */
@Service()
export class Keys {
  private readonly preferences = inject(Preferences);
  private readonly texts = inject(Texts);
  private readonly letters = computed(() => lettersWith(this.preferences.keyOverrides()));

  /** Whether single letters act at all. */
  readonly single = this.preferences.singleKeys;

  letterOf(act: KeyAct): string {
    return this.letters().get(act)!;
  }

  /** What a letter does in a list, of the acts that there are in this one; nothing when letters are switched off. */
  actOf(letter: string, here: readonly KeyAct[] = []): KeyAct | undefined {
    if (!this.single()) return undefined;
    const meant = [...this.letters()].flatMap(([act, chosen]) => (chosen === letter ? act : []));
    return meant.find((act) => here.includes(act)) ?? meant[0];
  }

  /** Gives an act another letter. Answers with a sentence, and changes nothing, when that cannot be. */
  remap(act: KeyAct, letter: string): string | undefined {
    const refused = refusedLetter(this.letters(), act, letter);
    if (refused) {
      const other = 'by' in refused ? this.texts.of(`kit.keys.acts.${refused.by}`) : '';
      return this.texts.of(`kit.keys.refused.${refused.why}`, { letter, other });
    }
    const others = Object.entries(this.preferences.keyOverrides()).filter(([changed]) => changed !== act);
    const isDefault = keyActs.some((info) => info.act === act && info.letter === letter);
    this.preferences.change({ keyOverrides: Object.fromEntries(isDefault ? others : [...others, [act, letter]]) });
    return undefined;
  }

  /** Every act has its first letter again. */
  reset(): void {
    this.preferences.change({ keyOverrides: {} });
  }

  /**
   * Binds keys of the whole page until the answer is called. Keys with a modifier and function keys work everywhere; letters (`g e`, `?`) only
   * where nobody types, on the page itself or in a list, and only while letters are switched on. A key that is held down acts once.
   */
  bind(bindings: KeyBindings): () => void {
    const pairs = Object.entries(bindings);
    const isHeld = (event: KeyboardEvent) => event.repeat || event.isComposing;
    const stops = [
      listen(
        pairs.filter(([binding]) => !isLetterBinding(binding)),
        isHeld,
      ),
      listen(
        pairs.filter(([binding]) => isLetterBinding(binding)),
        (event) => isHeld(event) || !this.single() || !isOnLetterGround(event),
      ),
    ];
    return () => stops.forEach((stop) => stop());
  }
}

/** Whether keys are letters of what somebody writes there. */
export const isTyping = (target: EventTarget | null): boolean => target instanceof Element && target.matches(typing);

function isOnLetterGround({ target }: KeyboardEvent): boolean {
  return target instanceof Element && !isTyping(target) && !target.closest('dialog') && target.matches(letterGround);
}

/** Each on its own: a sequence that is done leaves no other one half begun. */
function listen(pairs: [string, KeyHandler][], ignore: (event: KeyboardEvent) => boolean): () => void {
  const stops = pairs.map(([binding, act]) => {
    const handler = (event: KeyboardEvent) => {
      if (act(event) === false) return;
      event.preventDefault();
      // The end of a sequence (`g z`) is no letter for the list below.
      event.stopPropagation();
    };
    return tinykeys(window, { [withFreeShift(binding)]: handler }, { ignore, capture: true });
  });
  return () => stops.forEach((stop) => stop());
}
