import { Component, input, output, viewChild } from '@angular/core';
import { ColumnChoice, GridBar, type GridColumn, type Selection } from '@lotse/client-kit/ui';
import type { Box, ReferralRow } from '@lotse/referral/model';
import type { DeskAct, DeskOutcome } from '../desk/desk-acts';
import { DeskBar } from '../desk/desk-bar';
import { DeskResult } from '../desk/desk-result';
import type { StateGroup } from '../words/state-groups';
import type { FiltersInAddress } from './filters-in-address';
import type { ReferralRows } from './referral-rows';
import { WorklistFilterForm } from './worklist-filter-form';

/** What stands above a list of referrals: its filters and columns, what can be done with those selected, and what came of it. */
@Component({
  selector: 'lotse-worklist-bar',
  imports: [ColumnChoice, DeskBar, DeskResult, GridBar, WorklistFilterForm],
  templateUrl: './worklist-bar.html',
  styles: '@media screen and (max-width: 1000px) { .is-behind { display: none; } }',
})
export class WorklistBar {
  private readonly result = viewChild.required(DeskResult);
  readonly name = input.required<Box>();
  readonly groups = input.required<readonly StateGroup[]>();
  readonly filters = input.required<FiltersInAddress>();
  /** Every column the list can show. */
  readonly columns = input.required<readonly GridColumn[]>();
  readonly box = input.required<ReferralRows>();
  readonly rows = input.required<readonly ReferralRow[]>();
  readonly selection = input.required<Selection>();
  /** Where there is room for one thing only, something else is in front. */
  readonly isBehind = input(false);
  readonly changed = output<DeskOutcome>();
  readonly showArrived = output();
  /** Nothing is selected any more: the focus belongs into the list again. */
  readonly cleared = output();

  /** Does something with referrals that need not be selected. */
  begin(act: DeskAct, rows: readonly ReferralRow[]): void {
    this.result().begin(act, rows);
  }

  assignToMe(row: ReferralRow): void {
    this.result().assignToMe(row);
  }
}
