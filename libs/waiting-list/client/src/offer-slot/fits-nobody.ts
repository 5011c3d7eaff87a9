import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Slot } from '@lotse/calendar/model';
import { Icon, injectText } from '@lotse/client-kit/ui';
import type { Exclusion } from '@lotse/waiting-list/model';
import { excludedReasons } from '../words/excluded-counts';
import { whatToDo } from './what-to-do';

/** A free slot that fits nobody: why, counted by reason, and what can be done with it. */
@Component({
  selector: 'lotse-fits-nobody',
  imports: [Icon, RouterLink],
  template: `
    <h2>{{ t('waitingList.offerSlot.nobody') }}</h2>
    @if (reasons().length === 0) {
      <p>{{ t('waitingList.offerSlot.nobodyWaits') }}</p>
    } @else {
      <ul>
        @for (reason of reasons(); track reason) {
          <li>{{ reason }}</li>
        }
      </ul>
      <h3>{{ t('waitingList.offerSlot.toDo.heading') }}</h3>
      <ul>
        @for (one of toDo(); track one.what) {
          <li>{{ t('waitingList.offerSlot.toDo.' + one.what, { count: one.count }) }}</li>
        }
      </ul>
    }
    <div class="form-acts">
      <a class="button" [routerLink]="['/termine', slot().id]"
        ><lotse-icon name="calendar-clock" />{{ t('waitingList.offerSlot.toSlot') }}</a
      >
      <a class="button is-text" routerLink="/termine">{{ t('waitingList.offerSlot.toCalendar') }}</a>
    </div>
  `,
  styles: `
    ul {
      list-style: disc;
      padding-inline-start: var(--space-5);
    }
    h3 {
      font-size: var(--text-base);
    }
  `,
  host: { class: 'panel stack' },
})
export class FitsNobody {
  protected readonly t = injectText();
  readonly slot = input.required<Slot>();
  readonly excluded = input.required<readonly { readonly why: Exclusion }[]>();
  protected readonly reasons = computed(() => excludedReasons(this.t, this.excluded()));
  protected readonly toDo = computed(() => whatToDo(this.excluded()));
}
