import { Component, inject, input, output, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  BornPipe,
  Cell,
  Chip,
  DeadlineRibbon,
  Grid,
  injectText,
  PlainDayPipe,
  type GridColumn,
  type KeyAct,
  type RowAct,
  type Selection,
} from '@lotse/client-kit/ui';
import { DoubleMark } from '@lotse/people/client';
import type { ReferralRow } from '@lotse/referral/model';
import { CustodyLine } from '../marks/custody-line';
import { StateChip } from '../marks/state-chip';
import { clockOfRow } from '../words/clock';
import { County } from '../words/county';

/** What was sent, as rows: who, why, to whom, how it stands, who acts next until when, how long they have waited. */
@Component({
  selector: 'lotse-sent-list',
  imports: [BornPipe, Cell, Chip, CustodyLine, DeadlineRibbon, DoubleMark, Grid, PlainDayPipe, RouterLink, StateChip],
  templateUrl: './sent-list.html',
  styleUrl: './sent-list.css',
})
export class SentList {
  protected readonly t = injectText();
  protected readonly county = inject(County);
  private readonly router = inject(Router);
  private readonly grid = viewChild.required<Grid<ReferralRow>>(Grid);
  protected readonly clockOf = clockOfRow;
  protected readonly acts: readonly KeyAct[] = ['new', 'snooze', 'assign', 'assignOther', 'undo'];

  readonly rows = input.required<readonly ReferralRow[]>();
  readonly columns = input.required<readonly GridColumn[]>();
  readonly more = input(false);
  readonly selection = input<Selection>();
  readonly sort = input<string>();
  readonly sortBy = output<string>();
  readonly rowAct = output<RowAct>();
  readonly wantMore = output();

  protected readonly nameOf = ({ personName }: ReferralRow): string => personName;

  focus(id?: string): void {
    this.grid().focus(id);
  }

  protected linkOf = ({ id, state }: ReferralRow): string[] =>
    state === 'draft' ? ['/zuweisungen', id, 'bearbeiten'] : ['/zuweisungen', id];

  protected isOver = (due: string): boolean => Date.parse(due) < Date.now();

  protected open(id: string): void {
    const row = this.rows().find((candidate) => candidate.id === id);
    if (row) void this.router.navigate(this.linkOf(row));
  }
}
