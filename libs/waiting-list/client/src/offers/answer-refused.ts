import { afterNextRender, Component, computed, ElementRef, inject, input } from '@angular/core';
import { injectText, Notice } from '@lotse/client-kit/ui';
import { overtakings, type SlotOffer } from '@lotse/waiting-list/model';
import { PhoneLink } from '../marks/phone-link';
import { spokenName } from '../words/spoken-name';

/** The offer ended or changed while somebody was on the phone: what that means and what to do now. */
@Component({
  selector: 'lotse-answer-refused',
  imports: [Notice, PhoneLink],
  template: `
    <lotse-notice [tone]="code() === 'version-stale' ? 'due' : 'overdue'" [heading]="t(key() + '.heading')" role="alert" tabindex="-1">
      <p>{{ t(key() + '.text') }} {{ kept() ? t('waitingList.answer.kept') : '' }}</p>
      @if (code() === 'offer-expired') {
        <p class="steps">{{ t('waitingList.answer.expired.steps') }}</p>
        <ol>
          <li>{{ t('waitingList.answer.expired.tell', { name: spoken(offer().personName) }) }}</li>
          <li>
            {{
              t('waitingList.answer.expired.call' + (offer().organisationPhone ? '' : 'Without'), {
                organisation: offer().organisationName,
              })
            }}
            @if (offer().organisationPhone; as phone) {
              <lotse-phone-link [number]="phone" [name]="offer().organisationName" />
            }
          </li>
        </ol>
      }
    </lotse-notice>
  `,
  styles: `
    .steps {
      margin-block-start: var(--space-2);
      font-weight: 620;
    }
    ol {
      padding-inline-start: 20px;
      list-style: decimal;
    }
  `,
})
export class AnswerRefused {
  protected readonly t = injectText();
  protected readonly spoken = spokenName;
  readonly code = input.required<string>();
  readonly offer = input.required<SlotOffer>();
  /** Whether a comment was typed, which is not lost. */
  readonly kept = input(false);
  /** Of one that was overtaken: why, as the server says. */
  readonly overtakenBy = input<unknown>();
  protected readonly key = computed(() => {
    if (this.code() === 'offer-expired') return 'waitingList.answer.expired';
    if (this.code() === 'version-stale') return 'waitingList.answer.stale';
    if (this.code() !== 'offer-superseded') return 'waitingList.answer.answered';
    return `waitingList.answer.superseded.${overtakings.find((one) => one === this.overtakenBy()) ?? 'unknown'}`;
  });

  constructor() {
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterNextRender({ write: () => element.querySelector<HTMLElement>('[tabindex]')?.focus() });
  }
}
