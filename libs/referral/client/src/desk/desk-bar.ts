import { Component, computed, inject, input } from '@angular/core';
import { injectText, type Selection } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import type { ReferralRow } from '@lotse/referral/model';
import { AssignMenu } from './assign-menu';
import type { DeskResult } from './desk-result';
import { ExportMenu } from './export-menu';
import { SnoozeMenu } from './snooze-menu';

/** The acts for what is selected: assign, put aside, export. Never accept or decline: each of those is a decision of its own. */
@Component({
  selector: 'lotse-desk-bar',
  imports: [AssignMenu, ExportMenu, SnoozeMenu],
  template: `
    @if (session.may('referral.assign')) {
      <lotse-assign-menu [label]="t('referral.desk.assign')" (assign)="runner().begin($event, chosen())" />
    }
    @if (session.may('referral.snooze')) {
      <lotse-snooze-menu [label]="t('referral.desk.snooze')" [isSnoozed]="chosenIsSnoozed()" (snooze)="runner().begin($event, chosen())" />
    }
    @if (session.may('referral.export')) {
      <lotse-export-menu [label]="t('referral.desk.export')" [query]="chosenOnly()" />
    }
  `,
  host: { class: 'cluster' },
})
export class DeskBar {
  protected readonly t = injectText();
  protected readonly session = inject(CurrentSession);
  readonly selection = input.required<Selection>();
  readonly rows = input.required<readonly ReferralRow[]>();
  /** Where the acts are done and what came of them is told. */
  readonly runner = input.required<DeskResult>();

  protected readonly chosen = computed(() => this.rows().filter(({ id }) => this.selection().has(id)));
  protected readonly chosenIsSnoozed = computed(() => this.chosen().some(({ snoozedUntil }) => snoozedUntil !== null));
  protected readonly chosenOnly = computed(() => ({ ids: this.selection().ids().join(',') }));
}
