import { Component, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { DeadlineRibbon, injectText, PlainDayPipe, Worklist } from '@lotse/client-kit/ui';
import type { ReferralRow } from '@lotse/referral/model';
import { CustodyLine } from '../marks/custody-line';
import { StateChip } from '../marks/state-chip';
import { RowClick } from '../worklist/row-click';
import { clockOfRow } from '../words/clock';
import { County } from '../words/county';

/** Referrals as rows: who, why, to whom, how it stands, who acts next until when, how long they have waited. */
@Component({
  selector: 'lotse-referral-table',
  imports: [CustodyLine, DeadlineRibbon, PlainDayPipe, RouterLink, RowClick, StateChip, Worklist],
  templateUrl: './referral-table.html',
  styleUrl: './referral-table.css',
})
export class ReferralTable {
  protected readonly t = injectText();
  protected readonly county = inject(County);
  protected readonly clockOf = clockOfRow;

  readonly rows = input.required<readonly ReferralRow[]>();
  readonly caption = input.required<string>();
  readonly open = output<string>();

  protected linkOf = ({ id, state }: ReferralRow): string[] =>
    state === 'draft' ? ['/zuweisungen', id, 'bearbeiten'] : ['/zuweisungen', id];

  protected isOver = (due: string): boolean => Date.parse(due) < Date.now();
}
