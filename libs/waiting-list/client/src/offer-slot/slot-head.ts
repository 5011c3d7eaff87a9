import { Component, computed, input } from '@angular/core';
import type { Slot } from '@lotse/calendar/model';
import { Chip, injectText, type IconName, type Tone } from '@lotse/client-kit/ui';
import { injectSlotTime } from '../words/slot-words';

const marks: Readonly<Record<Slot['state'], { tone: Tone; icon: IconName }>> = {
  open: { tone: 'done', icon: 'circle-dashed' },
  held: { tone: 'due', icon: 'hourglass' },
  taken: { tone: 'plain', icon: 'user-check' },
  blocked: { tone: 'paused', icon: 'ban' },
  cancelled: { tone: 'paused', icon: 'ban' },
};

/** Which slot it is about. */
@Component({
  selector: 'lotse-slot-head',
  imports: [Chip],
  template: `
    <p class="slot-when">
      {{ time(slot()) }}
      <lotse-chip [tone]="mark().tone" [icon]="mark().icon">{{ t('waitingList.offerSlot.state.' + slot().state) }}</lotse-chip>
    </p>
    <p class="muted">{{ slot().scheduleName }} · {{ how() }} · {{ slot().serviceName }}</p>
    @if (slot().places > 1) {
      <p class="muted">{{ t('waitingList.slot.ofGroup', { place: slot().place, places: slot().places }) }}</p>
    }
  `,
  styles: `
    :host {
      display: block;
      margin-block-start: var(--space-2);
    }
    .slot-when {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-1) var(--space-3);
      font-size: var(--text-large);
      font-weight: 620;
    }
  `,
})
export class SlotHead {
  protected readonly t = injectText();
  protected readonly time = injectSlotTime();
  readonly slot = input.required<Slot>();
  protected readonly mark = computed(() => marks[this.slot().state]);
  protected readonly how = computed(() => {
    const { mode, outreach, municipalityName } = this.slot();
    const word = this.t(`waitingList.slot.mode.${mode}`);
    return outreach && mode === 'on_site' ? this.t('waitingList.slot.outreach', { mode: word, place: municipalityName }) : word;
  });
}
