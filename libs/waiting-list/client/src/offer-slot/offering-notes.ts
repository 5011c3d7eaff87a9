import { Component, effect, type ElementRef, input, viewChild } from '@angular/core';
import { injectText, MomentTextPipe, Notice } from '@lotse/client-kit/ui';
import { spokenName } from '../words/spoken-name';
import type { Offering } from './offering';

/** What became of the attempt to offer: done and what happens next, or what changed in between. Takes the focus. */
@Component({
  selector: 'lotse-offering-notes',
  imports: [MomentTextPipe, Notice],
  template: `
    @if (offering().done(); as offer) {
      <div #note tabindex="-1" role="status">
        <lotse-notice tone="done" [heading]="t('waitingList.offerSlot.done.heading', { name: spoken(offer.personName) })">
          @if (offer.state === 'deferred') {
            <p>{{ t('waitingList.offerSlot.done.later', { referrer: offer.referrerName, moment: (offer.goesOutAt | moment) }) }}</p>
          } @else {
            <p>{{ t('waitingList.offerSlot.done.text', { referrer: offer.referrerName, moment: (offer.expiresAt | moment) }) }}</p>
          }
        </lotse-notice>
      </div>
    } @else if (offering().conflict(); as problem) {
      <div #note tabindex="-1" role="alert">
        <lotse-notice tone="due" [heading]="t('waitingList.offerSlot.conflict.' + problem.code + '.heading')">
          <p>{{ t('waitingList.offerSlot.conflict.' + problem.code + '.text') }}</p>
        </lotse-notice>
      </div>
    }
  `,
  styles: 'div { margin-block-end: var(--space-5); border-radius: var(--radius-panel); }',
})
export class OfferingNotes {
  protected readonly t = injectText();
  protected readonly spoken = spokenName;
  private readonly note = viewChild<ElementRef<HTMLElement>>('note');
  readonly offering = input.required<Offering>();

  constructor() {
    effect(() => this.note()?.nativeElement.focus());
  }
}
