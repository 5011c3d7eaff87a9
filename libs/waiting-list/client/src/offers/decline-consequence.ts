import { afterNextRender, Component, computed, ElementRef, inject, input } from '@angular/core';
import { injectText, Language, Notice, plainDayText } from '@lotse/client-kit/ui';
import { calendarDayOf } from '@lotse/kernel';
import {
  consequenceOf,
  coolsOffUntil,
  isReasonableOffer,
  isShortNoticeOffer,
  reasonableDeclinesUntilReview,
  reasonableNoticeDays,
  type SlotOffer,
} from '@lotse/waiting-list/model';
import { DeclineReasons } from '../words/decline-reasons';

/** What follows if somebody declines for a reason: said before it is confirmed, by the same rules that the server goes by. */
@Component({
  selector: 'lotse-decline-consequence',
  imports: [Notice],
  template: `
    <lotse-notice tone="info" [heading]="t('waitingList.consequence.heading')" role="status">
      @if (offer().staysUntilAccepted) {
        <p>{{ t('waitingList.consequence.stays') }}</p>
      } @else {
        @if (consequence(); as consequence) {
          <p>{{ t('waitingList.consequence.text.' + consequence, { day: day() }) }}</p>
        }
        <p>{{ counts() }}</p>
      }
    </lotse-notice>
  `,
  styles: `
    /* The acts of the dialog stay in sight and cover what is below. */
    :host {
      display: block;
      scroll-margin-block-end: 88px;
    }
  `,
})
export class DeclineConsequence {
  protected readonly t = injectText();
  private readonly reasons = inject(DeclineReasons);
  private readonly language = inject(Language);

  readonly offer = input.required<SlotOffer>();
  readonly reason = input.required<string | null>();
  readonly personReached = input.required<boolean>();

  constructor() {
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    // Below the reasons it would be out of sight of whoever is about to confirm.
    afterNextRender({ write: () => element.scrollIntoView?.({ block: 'nearest' }) });
  }

  private readonly dates = computed(() => {
    const { slot, secondSlot } = this.offer();
    return [slot, ...(secondSlot ? [secondSlot] : [])].map(({ startsAt }) => new Date(startsAt));
  });
  private readonly goesOutAt = computed(() => new Date(this.offer().goesOutAt));
  private readonly isShort = computed(() => this.dates().every((date) => isShortNoticeOffer(date, this.goesOutAt())));
  private readonly found = computed(() => this.reasons.named(this.reason()));
  protected readonly consequence = computed(() => {
    const reason = this.found();
    return reason && consequenceOf(reason, this.isShort());
  });
  protected readonly day = computed(() => {
    const reason = this.found();
    return reason ? plainDayText(coolsOffUntil(reason, calendarDayOf(new Date())), this.language.current()) : '';
  });
  protected readonly counts = computed(() => {
    const facts = { dates: this.dates(), goesOutAt: this.goesOutAt(), personReached: this.personReached() };
    const numbers = { days: reasonableNoticeDays, count: reasonableDeclinesUntilReview };
    if (this.isShort()) return this.t('waitingList.consequence.short', { days: reasonableNoticeDays });
    return this.t(isReasonableOffer(facts) ? 'waitingList.consequence.counts' : 'waitingList.consequence.free', numbers);
  });
}
