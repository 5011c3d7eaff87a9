import { Component, inject, input } from '@angular/core';
import { Chip, DeadlineRibbon, injectText, RelativePipe } from '@lotse/client-kit/ui';
import type { ReferralRow } from '@lotse/referral/model';
import { StateChip } from '../marks/state-chip';
import { UrgencyMark } from '../marks/urgency-mark';
import { County } from '../words/county';

/** One referral in the inbox: enough to decide what to open first. */
@Component({
  selector: 'lotse-inbox-row',
  imports: [Chip, DeadlineRibbon, RelativePipe, StateChip, UrgencyMark],
  template: `
    <span class="line">
      <span class="name" [class.is-new]="row().state === 'requested'">{{ row().personName }}</span>
      <span class="when">{{ row().sentAt ?? row().updatedAt | relative }}</span>
    </span>
    <span class="sub"
      >{{ county.reasonText(row().reason) }} · <span class="visually-hidden">{{ t('referral.inbox.from') }} </span>{{
        row().referrer.organisationName
      }}</span
    >
    <span class="foot">
      <span class="marks">
        @if (row().urgency) {
          <lotse-urgency-mark [urgency]="row().urgency!" />
        }
        @if (row().state === 'requested') {
          <lotse-chip tone="info" icon="inbox">{{ t('referral.inbox.new') }}</lotse-chip>
        } @else {
          <lotse-state-chip [state]="row().state" />
        }
      </span>
      @if (row().custody.dueAt; as due) {
        <lotse-deadline-ribbon [start]="row().sentAt ?? row().updatedAt" [due]="due" [withDate]="false" />
      }
    </span>
  `,
  styles: `
    :host {
      display: grid;
      gap: 2px;
    }
    .line {
      display: flex;
      align-items: baseline;
      gap: var(--space-3);
    }
    .name {
      flex: 1;
      min-inline-size: 0;
      font-weight: 560;
      overflow-wrap: anywhere;
    }
    .name.is-new {
      font-weight: 720;
    }
    .when {
      flex: none;
      color: var(--muted);
      font-size: var(--text-small);
    }
    .sub {
      color: var(--muted);
      font-size: 14px;
      overflow-wrap: anywhere;
    }
    .foot {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 10.5rem;
      align-items: center;
      gap: var(--space-3);
      margin-block-start: var(--space-1);
    }
    .marks {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-1) var(--space-2);
    }
  `,
})
export class InboxRow {
  protected readonly t = injectText();
  protected readonly county = inject(County);
  readonly row = input.required<ReferralRow>();
}
