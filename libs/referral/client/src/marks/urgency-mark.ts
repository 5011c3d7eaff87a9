import { Component, computed, input } from '@angular/core';
import { Chip, injectText, type IconName, type Tone } from '@lotse/client-kit/ui';
import type { Urgency } from '@lotse/region/model';

const tones: Partial<Record<Urgency, Tone>> = { emergency: 'emergency', very_urgent: 'overdue', urgent: 'due' };
const icons: Partial<Record<Urgency, IconName>> = {
  very_urgent: 'zap',
  urgent: 'zap',
  acute_treatment: 'flag',
  soon: 'flag',
  routine: 'flag',
};

/** How urgent staff said it is. */
@Component({
  selector: 'lotse-urgency-mark',
  imports: [Chip],
  template: `<lotse-chip [tone]="tone()" [icon]="icon()">{{ t('referral.urgency.' + urgency()) }}</lotse-chip>`,
})
export class UrgencyMark {
  protected readonly t = injectText();
  readonly urgency = input.required<Urgency>();
  protected readonly tone = computed<Tone>(() => tones[this.urgency()] ?? 'plain');
  protected readonly icon = computed(() => icons[this.urgency()]);
}
