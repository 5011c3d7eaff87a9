import { Component, inject, signal } from '@angular/core';
import { Control, Field, injectText, type KeyAct, keyActs, Keys, Preferences } from '@lotse/client-kit/ui';

const places = ['lists', 'inbox', 'waitingList'] as const;

/** A field for the letter of every act. A letter that cannot be is refused with a sentence, and the old one stays. */
@Component({
  selector: 'lotse-letter-fields',
  imports: [Control, Field],
  template: `
    @for (place of places; track place) {
      <fieldset class="letters">
        <legend>{{ t('kit.keys.places.' + place) }}</legend>
        <div class="letters-list">
          @for (info of actsOf(place); track info.act) {
            <lotse-field [label]="t(info.text)" [name]="'letter-' + info.act" [error]="refused()[info.act]">
              <input
                #box
                lotseControl
                class="control letter-box"
                type="text"
                maxlength="2"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                [value]="keys.letterOf(info.act)"
                (focus)="box.select()"
                (input)="change(info.act, box, $any($event).data)"
                (blur)="settle(info.act, box)"
              />
            </lotse-field>
          }
        </div>
      </fieldset>
    }
    @if (isChanged()) {
      <p>
        <button type="button" class="button" (click)="reset()">{{ t('settings.keys.reset') }}</button>
      </p>
    }
  `,
})
export class LetterFields {
  protected readonly t = injectText();
  protected readonly keys = inject(Keys);
  private readonly preferences = inject(Preferences);
  protected readonly places = places;
  protected readonly refused = signal<Partial<Record<KeyAct, string>>>({});

  protected actsOf(place: string) {
    return keyActs.filter((info) => info.place === place);
  }

  protected isChanged(): boolean {
    return Object.keys(this.preferences.keyOverrides()).length > 0;
  }

  /** The newest letter counts: one types over the old one. */
  protected change(act: KeyAct, box: HTMLInputElement, typed: string | null): void {
    const letter = typed ?? box.value;
    if (letter === '') return;
    const why = this.keys.remap(act, letter);
    this.refused.set(why ? { [act]: why } : {});
    box.value = why ? letter : this.keys.letterOf(act);
    box.select();
  }

  /** What could not be is not left standing as if it held. */
  protected settle(act: KeyAct, box: HTMLInputElement): void {
    box.value = this.keys.letterOf(act);
  }

  protected reset(): void {
    this.keys.reset();
    this.refused.set({});
  }
}
