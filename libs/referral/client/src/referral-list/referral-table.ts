import { Component, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { DeadlineRibbon, injectText, PlainDayPipe, Worklist } from '@lotse/client-kit/ui';
import type { ReferralRow } from '@lotse/referral/model';
import { CustodyLine } from '../marks/custody-line';
import { StateChip } from '../marks/state-chip';
import { clockOfRow } from '../words/clock';
import { County } from '../words/county';

/** Referrals as rows: who, why, to whom, how it stands, who acts next until when, how long they have waited. */
@Component({
  selector: 'lotse-referral-table',
  imports: [CustodyLine, DeadlineRibbon, PlainDayPipe, RouterLink, StateChip, Worklist],
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

  protected linkOf = ({ id, state }: ReferralRow): string[] => (state === 'draft' ? ['/zuweisungen', id, 'bearbeiten'] : ['/zuweisungen', id]);

  protected isOver = (due: string): boolean => Date.parse(due) < Date.now();

  /** A click anywhere in the row opens it, as long as nothing is being marked. */
  protected clicked(event: Event, { id }: ReferralRow): void {
    if ((event.target as Element).closest('a, button') || (getSelection()?.toString() ?? '') !== '') return;
    this.open.emit(id);
  }
}
