import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Slot } from '@lotse/calendar/model';
import { Chip, Icon, injectText } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { actsOn } from '../slot-acts';
import { standingOf } from '../slot-standing';
import { injectSlotTexts } from '../slot-texts';

/** One slot in a line: when, whose, how, how it stands, what can be done. */
@Component({
  selector: 'lotse-slot-line',
  imports: [Chip, Icon, RouterLink],
  template: `
    <span class="line-time"
      >{{ texts.span(slot()) }}<span class="cell-sub">{{ t('calendar.mode.' + slot().mode) }}</span></span
    >
    <span class="line-whose">
      {{ slot().scheduleName }}
      <span class="cell-sub">{{ slot().serviceName }}</span>
    </span>
    <span class="line-state"
      ><lotse-chip [tone]="standing().tone" [icon]="standing().icon">{{ texts.standing(slot()) }}</lotse-chip></span
    >
    <span class="line-acts">
      @if (acts().cancel) {
        <button
          type="button"
          class="button is-text"
          [attr.aria-label]="t('calendar.act.cancelSlot', { slot: texts.whole(slot()) })"
          (click)="cancelAsked.emit()"
        >
          {{ t('calendar.act.cancel') }}
        </button>
      }
      @if (acts().offer) {
        <a
          class="button"
          [routerLink]="['/termine', slot().id, 'anbieten']"
          [attr.aria-label]="t('calendar.act.offerSlot', { slot: texts.whole(slot()) })"
        >
          <lotse-icon name="send" [size]="16" />{{ t('calendar.act.offer') }}
        </a>
      }
      @if (acts().seeOffer) {
        <a
          class="button"
          [routerLink]="['/termine', slot().id, 'anbieten']"
          [attr.aria-label]="t('calendar.act.seeOfferOf', { slot: texts.whole(slot()) })"
        >
          {{ t('calendar.act.seeOffer') }}
        </a>
      }
    </span>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: 8.5rem minmax(0, 1fr) 15.5rem 18rem;
      align-items: center;
      gap: var(--space-4);
      min-block-size: 2.5rem;
    }
    .line-time {
      font-weight: 600;
      font-variant-numeric: tabular-nums;
    }
    .line-whose {
      min-inline-size: 0;
    }
    .line-whose .cell-sub {
      display: block;
    }
    .line-acts {
      display: flex;
      flex-wrap: wrap;
      justify-content: flex-end;
      gap: var(--space-2);
    }
    @media screen and (max-width: 700px) {
      :host {
        grid-template-columns: minmax(0, 1fr) auto;
        gap: var(--space-1) var(--space-3);
      }
      .line-whose {
        grid-column: 1 / -1;
      }
      .line-state {
        grid-column: 2;
        grid-row: 1;
      }
      .line-acts {
        grid-column: 1 / -1;
        margin-block-start: var(--space-2);
      }
      .line-acts:empty {
        display: none;
      }
    }
  `,
})
export class SlotLine {
  protected readonly t = injectText();
  protected readonly texts = injectSlotTexts();
  private readonly session = inject(CurrentSession);

  readonly slot = input.required<Slot>();
  readonly cancelAsked = output();

  protected readonly standing = computed(() => standingOf(this.slot()));
  protected readonly acts = computed(() => actsOn(this.slot(), (permission) => this.session.may(permission)));
}
