import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Api } from '@lotse/client-kit/api';
import { DayField, Icon, injectText, Language, Loaded, momentText, Notice, RadioGroup, State } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { pathOf } from '@lotse/kernel';
import { printLetter, readLetters, type Referral } from '@lotse/referral/model';
import { lettersTexts } from './letters-texts';

/** The letters that fit a referral now, to open and to keep, and who of the own organisation has printed them. */
@Component({
  selector: 'lotse-letters',
  imports: [DayField, Icon, Loaded, Notice, RadioGroup, State],
  templateUrl: './letters.html',
  styleUrl: './letters.css',
  host: { '(window:focus)': 'lookAgain()' },
})
export class Letters {
  protected readonly t = injectText('letters', lettersTexts);
  private readonly api = inject(Api);
  private readonly screen = inject(Language);
  private readonly session = inject(CurrentSession);
  readonly referral = input.required<Referral>();

  protected readonly mayPrint = computed(() => this.session.may('referral.print'));
  protected readonly letters = this.api.read(readLetters, () => {
    const { id, version } = this.referral();
    return this.mayPrint() && version > 0 ? { params: { id } } : undefined;
  });
  protected readonly language = linkedSignal<string>(() => this.screen.current());
  protected readonly dischargedOn = signal('');
  private readonly opened = signal(false);

  protected readonly languages = computed(() => [
    { value: 'de', label: this.t('letters.german') },
    { value: 'en', label: this.t('letters.english') },
  ]);

  protected readonly rows = computed(() => {
    const found = this.letters.hasValue() ? this.letters.value() : undefined;
    return (found?.kinds ?? []).map((kind) => {
      const prints = found!.prints.filter((print) => print.kind === kind);
      const [last] = prints;
      return {
        kind,
        name: this.t(`letters.kind.${kind}`),
        address: this.addressOf(kind),
        last: last && this.t('letters.printed', { at: momentText(last.at, this.screen.current()), name: last.staffName }),
        earlier: prints.length - 1,
      };
    });
  });
  protected readonly asksForDischarge = computed(() => this.rows().some(({ kind }) => kind === 'discharge'));

  /** The letter opens in a window of its own; coming back from there, the list says that it was printed. */
  protected opening(): void {
    this.opened.set(true);
  }

  protected lookAgain(): void {
    if (!this.opened()) return;
    this.opened.set(false);
    this.letters.reload();
  }

  private addressOf(kind: string): string {
    const query = new URLSearchParams({ kind, language: this.language() });
    if (kind === 'discharge' && this.dischargedOn()) query.set('dischargedOn', this.dischargedOn());
    return `${pathOf(printLetter, { id: this.referral().id })}?${query.toString()}`;
  }
}
