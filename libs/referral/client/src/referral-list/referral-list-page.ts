import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Failure, Icon, injectText, Loaded, LoadMore, Page, State } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { sentGroups } from '../words/state-groups';
import { FiltersInAddress } from '../worklist/filters-in-address';
import { ReferralRows } from '../worklist/referral-rows';
import { isFiltered, queryFor } from '../worklist/worklist-filters';
import { WorklistFilterForm } from '../worklist/worklist-filter-form';
import { ReferralTable } from './referral-table';

/** How many of those that wait stand on top; the rest is one click away. */
const onTop = 5;

/** `/zuweisungen`: what one's own organisation has sent, and where each of them is now. What waits for an answer stands on top. */
@Component({
  selector: 'lotse-referral-list-page',
  imports: [Failure, Icon, Loaded, LoadMore, Page, ReferralTable, RouterLink, State, WorklistFilterForm],
  template: `
    <lotse-page [title]="t('referral.sent.title')" [lead]="t('referral.sent.lead')" width="full">
      <ng-container pageActs>
        @if (mayCreate()) {
          <a class="button is-filled" routerLink="/zuweisungen/neu"><lotse-icon name="plus" [size]="16" />{{ t('referral.sent.new') }}</a>
        }
      </ng-container>
      <lotse-worklist-filter-form box="sent" [groups]="groups" [filters]="filters.typed()" (filter)="filters.set($event)" />
      @if (waiting().length > 0) {
        <section class="waiting" [attr.aria-label]="t('referral.sent.waiting')">
          <h2 class="section-title">
            {{ t('referral.sent.waiting') }}
            <span class="muted">({{ waitingBox.rows().length }}{{ waitingBox.hasMore() ? '+' : '' }})</span>
          </h2>
          <lotse-referral-table [rows]="waiting()" [caption]="t('referral.sent.waiting')" (open)="open($event)" />
          @if (waitingBox.rows().length > waiting().length) {
            <a class="button is-text" routerLink="/zuweisungen" [queryParams]="{ mine: 'true' }">
              {{ t('referral.sent.allWaiting', { count: waitingBox.rows().length + (waitingBox.hasMore() ? '+' : '') })
              }}<lotse-icon name="arrow-right" [size]="16" />
            </a>
          }
        </section>
        <h2 class="section-title">{{ t('referral.sent.others') }}</h2>
      }
      @if (box.arrived().length > 0) {
        <p class="arrivals" role="status">
          <button type="button" class="button" (click)="box.showArrived()">
            <lotse-icon name="arrow-down" [size]="16" />{{ t('referral.sent.arrived', { count: box.arrived().length }) }}
          </button>
        </p>
      }
      <lotse-state
        [of]="box.first"
        [empty]="box.first.hasValue() && rows().length === 0"
        [emptiness]="isSet() || waiting().length > 0 ? 'filtered' : 'none'"
        [emptyText]="isSet() ? '' : t(waiting().length > 0 ? 'referral.sent.noOthers' : 'referral.sent.empty')"
      >
        <ng-template [lotseLoaded]="box.first">
          <lotse-referral-table [rows]="rows()" [caption]="t('referral.sent.title')" (open)="open($event)" />
          @if (box.moreProblem(); as problem) {
            <lotse-failure [problem]="problem" (retry)="box.loadMore()" />
          } @else {
            <lotse-load-more [more]="box.hasMore()" [busy]="box.loadingMore()" (load)="box.loadMore()" />
          }
        </ng-template>
        @if (mayCreate() && !isSet()) {
          <a stateAct class="button" routerLink="/zuweisungen/neu"><lotse-icon name="plus" [size]="16" />{{ t('referral.sent.new') }}</a>
        }
      </lotse-state>
    </lotse-page>
  `,
  styles: `
    .waiting {
      margin-block-end: var(--space-6);
    }
    .section-title {
      margin: 0 0 var(--space-3);
    }
    .arrivals {
      margin: 0 0 var(--space-3);
    }
  `,
})
export class ReferralListPage {
  protected readonly t = injectText();
  protected readonly groups = sentGroups;
  private readonly router = inject(Router);
  private readonly session = inject(CurrentSession);

  readonly text = input<string>();
  readonly state = input<string>();
  readonly urgency = input<string>();
  readonly mine = input<string>();
  readonly sort = input<string>();

  protected readonly filters = new FiltersInAddress(() => ({
    text: this.text() ?? '',
    state: this.state() ?? '',
    urgency: this.urgency() ?? '',
    mine: this.mine() ?? '',
    sort: this.sort() ?? '',
  }));
  private readonly query = computed(() => queryFor('sent', this.filters.inAddress(), sentGroups));
  protected readonly isSet = computed(() => isFiltered(this.filters.inAddress()));
  protected readonly box = new ReferralRows(() => this.query());
  private readonly mineQuery = computed(() => (this.isSet() ? undefined : { ...this.query(), mine: 'true' as const }));
  protected readonly waitingBox = new ReferralRows(() => this.mineQuery());
  protected readonly waiting = computed(() => (this.isSet() ? [] : this.waitingBox.rows().slice(0, onTop)));
  protected readonly rows = computed(() => {
    const above = new Set(this.waiting().map(({ id }) => id));
    return this.box.rows().filter(({ id }) => !above.has(id));
  });
  protected readonly mayCreate = computed(() => this.session.may('referral.create'));

  protected open(id: string): void {
    const row = [...this.waiting(), ...this.rows()].find((candidate) => candidate.id === id);
    void this.router.navigate(row?.state === 'draft' ? ['/zuweisungen', id, 'bearbeiten'] : ['/zuweisungen', id]);
  }
}
