import { Component, computed, inject, input, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Icon, injectText, Loaded, Page, Selection, shownColumns, State, Toasts, type RowAct } from '@lotse/client-kit/ui';
import { CurrentSession, SavedViews } from '@lotse/identity/client';
import type { DeskOutcome } from '../desk/desk-acts';
import { sentGroups } from '../words/state-groups';
import { FiltersInAddress } from '../worklist/filters-in-address';
import { ReferralRows } from '../worklist/referral-rows';
import { RestOfBox } from '../worklist/rest-of-box';
import { WorklistBar } from '../worklist/worklist-bar';
import { isFiltered, queryFor, sameQuery } from '../worklist/worklist-filters';
import { ExportList } from '../desk/export-list';
import { OpenQuestions } from '../questions/open-questions';
import { mineFirst } from './mine-first';
import { sentColumns } from './sent-columns';
import { SentList } from './sent-list';

/** How many of those that wait for oneself stand on top. */
const onTop = 5;

/** `/zuweisungen`: what one's own organisation has sent, and where each of them is now. What waits for an answer stands on top. */
@Component({
  selector: 'lotse-referral-list-page',
  imports: [ExportList, Icon, Loaded, OpenQuestions, Page, RouterLink, SavedViews, SentList, State, RestOfBox, WorklistBar],
  templateUrl: './referral-list-page.html',
  styles: `
    lotse-open-questions:not(:empty) {
      display: block;
      margin-block-end: var(--gap);
    }
  `,
})
export class ReferralListPage {
  protected readonly t = injectText();
  protected readonly groups = sentGroups;
  private readonly router = inject(Router);
  private readonly session = inject(CurrentSession);
  private readonly toasts = inject(Toasts);
  protected readonly list = viewChild(SentList);
  private readonly bar = viewChild.required(WorklistBar);

  readonly state = input<string>();
  readonly urgency = input<string>();
  readonly mine = input<string>();
  readonly sort = input<string>();
  readonly assignee = input<string>();
  readonly snoozed = input<string>();
  readonly columns = input<string>();

  protected readonly filters = new FiltersInAddress(() => ({
    state: this.state(),
    urgency: this.urgency(),
    mine: this.mine(),
    sort: this.sort(),
    assignee: this.assignee(),
    snoozed: this.snoozed(),
    columns: this.columns(),
  }));
  protected readonly query = computed(() => queryFor('sent', this.filters.inAddress(), sentGroups), { equal: sameQuery });
  protected readonly isSet = computed(() => isFiltered(this.filters.inAddress()));
  protected readonly box = new ReferralRows(() => this.query());
  /** Without filters and in the usual order, what waits for oneself comes first. */
  private readonly mineQuery = computed(() =>
    this.isSet() || this.filters.inAddress().sort !== '' ? undefined : { ...this.query(), mine: 'true' as const },
  );
  private readonly mineBox = new ReferralRows(() => this.mineQuery());
  protected readonly rows = computed(() =>
    this.mineQuery() ? mineFirst(this.mineBox.rows().slice(0, onTop), this.box.rows()) : this.box.rows(),
  );
  protected readonly selection = new Selection();
  protected readonly allColumns = computed(() => sentColumns(this.t));
  protected readonly shownColumns = computed(() => shownColumns(this.allColumns(), this.columns()));
  protected readonly mayImport = computed(() => this.session.may('referral.import'));
  protected readonly mayCreate = computed(() => this.session.may('referral.create'));

  protected pressed({ row, act }: RowAct): void {
    const found = this.rows().find(({ id }) => id === row);
    if (act === 'new' && this.mayCreate()) void this.router.navigate(['/zuweisungen/neu']);
    else if (act === 'undo') this.toasts.undoLast();
    else if (act === 'assign' && found) this.bar().assignToMe(found);
    else this.selection.take([row]);
  }

  protected changed({ done }: DeskOutcome): void {
    for (const { id, change } of done) this.box.change([id], change);
    this.box.refreshSoon();
  }
}
