import { Component, computed, input, output, signal } from '@angular/core';
import { Control, Field, Icon, injectText } from '@lotse/client-kit/ui';
import type { Box } from '@lotse/referral/model';
import { urgencies } from '@lotse/region/model';
import type { StateGroup } from '../words/state-groups';
import { filterCount, isFiltered, noFilters, type WorklistFilters } from './worklist-filters';

/** Search, state, urgency, order and "only ours". Every change counts at once. */
@Component({
  selector: 'lotse-worklist-filter-form',
  imports: [Control, Field, Icon],
  templateUrl: './worklist-filter-form.html',
})
export class WorklistFilterForm {
  protected readonly t = injectText();
  protected readonly urgencies = urgencies.filter((urgency) => urgency !== 'emergency');
  protected readonly sorts = ['due', 'sent', 'urgency', 'person'] as const;

  readonly box = input.required<Box>();
  readonly groups = input.required<readonly StateGroup[]>();
  readonly filters = input.required<WorklistFilters>();
  readonly filter = output<WorklistFilters>();
  /** On a phone the list comes first; the filters wait behind a button. */
  protected readonly shown = signal(false);
  protected readonly isSet = computed(() => isFiltered(this.filters()));
  protected readonly count = computed(() => filterCount({ ...this.filters(), text: '' }));

  protected set(name: keyof WorklistFilters, event: Event): void {
    this.filter.emit({ ...this.filters(), [name]: (event.target as HTMLInputElement).value });
  }

  protected onlyMine(event: Event): void {
    this.filter.emit({ ...this.filters(), mine: (event.target as HTMLInputElement).checked ? 'true' : '' });
  }

  /** The order, the columns and whose work one looks at stay. */
  protected reset(): void {
    const { sort, columns, assignee, snoozed } = this.filters();
    this.filter.emit({ ...noFilters, sort, columns, assignee, snoozed });
  }
}
