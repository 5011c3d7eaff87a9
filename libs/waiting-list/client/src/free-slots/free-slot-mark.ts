import { Component, computed, inject, input } from '@angular/core';
import { Icon } from '@lotse/client-kit/ui';
import { injectFreeSlotWords } from './free-slot-words';
import { PublishedSlots } from './published-slots';

/** Beside a service of the directory: when the next slot is that it has published. Nothing at all when there is none. */
@Component({
  selector: 'lotse-free-slot-mark',
  imports: [Icon],
  template: `
    @if (text(); as text) {
      <span class="mark"><lotse-icon name="calendar-plus" [size]="16" />{{ text }}</span>
    }
  `,
  styles: `
    .mark {
      display: inline-flex;
      align-items: center;
      gap: var(--space-2);
      color: var(--done-ink);
      font-weight: 600;
    }
  `,
})
export class FreeSlotMark {
  private readonly words = injectFreeSlotWords();
  private readonly published = inject(PublishedSlots);
  readonly serviceId = input.required<string>();
  protected readonly text = computed(() => {
    const [next, ...others] = this.published.of(this.serviceId());
    return next && this.words.t('freeSlots.mark', { count: others.length + 1, when: this.words.time(next) });
  });
}
