import { Component, computed, effect, type ElementRef, inject, input, output, viewChild } from '@angular/core';
import { Icon, injectText, Language, Notice, plainDayText } from '@lotse/client-kit/ui';
import { injectSlotTime } from '../words/slot-words';
import { slotFollowUp } from '../words/slot-follow-up';
import { spokenName } from '../words/spoken-name';
import { takenDate } from '../words/taken-date';
import { whatRemains } from '../words/what-remains';
import type { OfferResult } from './offer-result';

/** What was done with an offer and what happens next; stays until it is closed. */
@Component({
  selector: 'lotse-result-note',
  imports: [Icon, Notice],
  template: `
    @if (result(); as result) {
      <div #note tabindex="-1" role="status">
        <lotse-notice [tone]="result.how === 'accepted' ? 'done' : 'info'" [heading]="t(key() + '.heading')">
          <p>{{ t(key() + '.text', textOf(result)) }}</p>
          @if (consequenceOf(result); as consequence) {
            <p>{{ consequence }}</p>
          }
        </lotse-notice>
        <button type="button" class="button icon-button" [attr.aria-label]="t('waitingList.offers.dismiss')" (click)="close()">
          <lotse-icon name="x" />
        </button>
      </div>
    }
  `,
  styles: `
    div {
      position: relative;
      margin-block-end: var(--space-5);
      border-radius: var(--radius-panel);
    }
    p {
      padding-inline-end: 40px;
    }
    .button {
      position: absolute;
      inset: 4px 4px auto auto;
    }
  `,
})
export class ResultNote {
  protected readonly t = injectText();
  protected readonly time = injectSlotTime();
  private readonly language = inject(Language);
  private readonly note = viewChild<ElementRef<HTMLElement>>('note');

  readonly result = input<OfferResult>();
  readonly dismiss = output();
  protected readonly key = computed(() => {
    const how = this.result()?.how;
    if (how === 'declined' && this.result()?.offer.staysUntilAccepted) return 'waitingList.answer.done.kept';
    return how === 'withdrawn' ? 'waitingList.withdraw.done' : `waitingList.answer.done.${how}`;
  });

  constructor() {
    // Later than the dialog, which gives the focus back to a button that is about to go.
    effect((onCleanup) => {
      const note = this.result() && this.note()?.nativeElement;
      const timer = setTimeout(() => note?.focus());
      onCleanup(() => clearTimeout(timer));
    });
  }

  protected textOf({ offer, how }: OfferResult): Record<string, string> {
    const date = takenDate(offer);
    const where = date.place || this.t(`waitingList.slot.mode.${date.mode}`);
    const then = slotFollowUp(this.t, offer, how === 'withdrawn' ? 'withdrawn' : 'answered');
    return { name: spokenName(offer.personName), slot: this.time(date), where, remains: whatRemains(this.t, offer), then };
  }

  /** What follows from the reason, where something does. */
  protected consequenceOf({ how, offer: { consequence, coolsOffUntil } }: OfferResult): string | undefined {
    if (how !== 'declined' || consequence === null || consequence === 'keep') return undefined;
    const day = coolsOffUntil === null ? '' : plainDayText(coolsOffUntil, this.language.current());
    return this.t(`waitingList.consequence.text.${consequence}`, { day });
  }

  /** The heading takes the focus, which must not get lost with the message. */
  protected close(): void {
    document.querySelector<HTMLElement>('main h1')?.focus();
    this.dismiss.emit();
  }
}
