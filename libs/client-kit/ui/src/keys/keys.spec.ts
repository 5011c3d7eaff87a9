import { TestBed } from '@angular/core/testing';
import { provideTestKit } from '@lotse/client-kit/testing';
import { Preferences } from '../preferences/preferences';
import { keyActs } from './key-acts';
import { Keys } from './keys';

const kit = {
  keys: {
    acts: { accept: 'Annehmen' },
    refused: { taken: '„{{ letter }}“ gehört schon zu: {{ other }}.', reserved: 'g', notOneLetter: '1' },
  },
};

describe('Keys', () => {
  let keys: Keys;

  beforeEach(() => {
    localStorage.clear();
    document.body.innerHTML = '<h1 tabindex="-1">Eingang</h1><button>Neu</button><input /><dialog><p tabindex="-1">?</p></dialog>';
    TestBed.configureTestingModule({ providers: provideTestKit({ kit }) });
    keys = TestBed.inject(Keys);
  });

  const press = (key: string, on: Element = document.body, more: KeyboardEventInit = {}) =>
    on.dispatchEvent(new KeyboardEvent('keydown', { key, code: `Key${key.toUpperCase()}`, bubbles: true, cancelable: true, ...more }));
  const at = (selector: string) => document.querySelector(selector)!;

  it('gives every act a letter of its own among those it meets', () => {
    for (const place of ['inbox', 'waitingList']) {
      const met = keyActs.filter((info) => [place, 'lists'].includes(info.place));
      expect(new Set(met.map(({ letter }) => letter)).size).toBe(met.length);
    }
    expect([keys.actOf('s', ['order']), keys.actOf('s', ['snooze', 'ask'])]).toEqual(['order', 'snooze']);
    expect(keys.remap('order', 'a')).toBeUndefined();
    expect(keys.remap('order', 'x')).toContain('x');
    expect([keys.letterOf('accept'), keys.letterOf('assignOther'), keys.actOf('j'), keys.actOf('q')]).toEqual([
      'a',
      'M',
      'next',
      undefined,
    ]);
  });

  it('follows what somebody changed, and back', () => {
    expect(keys.remap('accept', 'b')).toBeUndefined();
    expect([keys.letterOf('accept'), keys.actOf('a'), keys.actOf('b')]).toEqual(['b', undefined, 'accept']);
    expect(keys.remap('accept', 'a')).toBeUndefined();
    expect(TestBed.inject(Preferences).keyOverrides()).toEqual({});
  });

  it('refuses a letter that is taken, begins a sequence or is none, with a sentence', () => {
    expect(keys.remap('ask', 'a')).toBe('„a“ gehört schon zu: Annehmen.');
    expect([keys.remap('ask', 'g'), keys.remap('ask', '1'), keys.remap('ask', 'ab')]).toEqual(['g', '1', '1']);
    expect(keys.letterOf('ask')).toBe('r');
  });

  it('does nothing for letters that are switched off', () => {
    TestBed.inject(Preferences).change({ singleKeys: false });
    expect(keys.actOf('j')).toBeUndefined();
  });

  describe('of the frame', () => {
    const acted: string[] = [];
    let stop: () => void;

    beforeEach(() => {
      acted.length = 0;
      const note = (event: KeyboardEvent) => acted.push(event.key);
      stop = keys.bind({ '$mod+K': note, 'g e': note, '?': note });
    });
    afterEach(() => stop());

    it('hear modifiers everywhere', () => {
      press('k', at('input'), { ctrlKey: true });
      expect(acted).toEqual(['k']);
    });

    it('hear letters and sequences on the page, with or without Shift', () => {
      press('g');
      press('e', at('h1'));
      press('?', at('h1'), { shiftKey: true });
      press('?');
      expect(acted).toEqual(['e', '?', '?']);
    });

    it('hear one sequence right after another, and keep it from the list below', () => {
      const below: string[] = [];
      const note = (event: Event) => below.push((event as KeyboardEvent).key);
      document.body.addEventListener('keydown', note);
      const stopOther = keys.bind({ 'g z': (event) => acted.push(event.key) });
      for (const key of ['g', 'e', 'g', 'z']) press(key);
      document.body.removeEventListener('keydown', note);
      stopOther();
      expect([acted, below]).toEqual([
        ['e', 'z'],
        ['g', 'g'],
      ]);
    });

    it('hear no letters in inputs, on buttons, in dialogs, while held down, or switched off', () => {
      for (const place of ['input', 'button', 'dialog p']) press('?', at(place));
      press('?', document.body, { repeat: true });
      TestBed.inject(Preferences).change({ singleKeys: false });
      press('?');
      expect(acted).toEqual([]);
    });

    it('hear nothing after the end', () => {
      stop();
      press('?');
      expect(acted).toEqual([]);
    });
  });
});
