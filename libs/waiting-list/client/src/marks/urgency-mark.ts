import { Component, computed, input } from '@angular/core';
import { Chip, injectText, type Tone } from '@lotse/client-kit/ui';
import type { Urgency } from '@lotse/region/model';

const tones: Partial<Record<Urgency, Tone>> = { emergency: 'emergency', very_urgent: 'overdue', urgent: 'due' };

/** How urgent staff said it is. */
@Component({
  selector: 'lotse-waiting-urgency',
  imports: [Chip],
  template: `<lotse-chip [tone]="tone()" [icon]="tone() === 'plain' ? 'flag' : 'zap'">{{
    t('waitingList.urgency.' + urgency())
  }}</lotse-chip>`,
})
export class UrgencyMark {
  protected readonly t = injectText();
  readonly urgency = input.required<Urgency>();
  protected readonly tone = computed<Tone>(() => tones[this.urgency()] ?? 'plain');
}
