import { Component, computed, input, output, signal } from '@angular/core';
import { Control, Field, Icon, injectText } from '@lotse/client-kit/ui';
import type { Box } from '@lotse/referral/model';
import { urgencies } from '@lotse/region/model';
import type { StateGroup } from '../words/state-groups';
import { isFiltered, noFilters, type WorklistFilters } from './worklist-filters';

/** Search, state, urgency, order and "only ours". Every change counts at once. */
@Component({
  selector: 'lotse-worklist-filter-form',
  imports: [Control, Field, Icon],
  template: `
    <form
      class="filters"
      [class.is-shown]="shown()"
      role="search"
      [attr.aria-label]="t('referral.filter.form')"
      (submit)="$event.preventDefault()"
    >
      <lotse-field class="filter-text" [label]="t('referral.filter.text')" [optional]="true">
        <input
          lotseControl
          type="search"
          autocomplete="off"
          spellcheck="false"
          [placeholder]="t('referral.filter.textHint')"
          [value]="filters().text"
          (input)="set('text', $event)"
        />
      </lotse-field>
      <button type="button" class="button toggle" [attr.aria-expanded]="shown()" (click)="shown.set(!shown())">
        <lotse-icon name="funnel" [size]="16" />{{ t('referral.filter.more') }}
      </button>
      <lotse-field class="more" [label]="t('referral.filter.state')" [optional]="true">
        <select lotseControl (change)="set('state', $event)">
          @for (group of groups(); track group.key; let first = $first) {
            <option [value]="first ? '' : group.key" [selected]="filters().state === (first ? '' : group.key)">
              {{ t('referral.group.' + box() + '.' + group.key) }}
            </option>
          }
        </select>
      </lotse-field>
      <lotse-field class="more" [label]="t('referral.filter.urgency')" [optional]="true">
        <select lotseControl (change)="set('urgency', $event)">
          <option value="">{{ t('referral.filter.any') }}</option>
          @for (urgency of urgencies; track urgency) {
            <option [value]="urgency" [selected]="urgency === filters().urgency">{{ t('referral.urgency.' + urgency) }}</option>
          }
        </select>
      </lotse-field>
      <lotse-field class="more" [label]="t('referral.filter.sort')" [optional]="true">
        <select lotseControl (change)="set('sort', $event)">
          @for (sort of sorts; track sort) {
            <option [value]="sort === 'due' ? '' : sort" [selected]="sort === (filters().sort || 'due')">
              {{ t('referral.sort.' + sort) }}
            </option>
          }
        </select>
      </lotse-field>
      <div class="filter-ends more">
        @if (box() === 'sent') {
          <label class="choice filter-mine">
            <input type="checkbox" [checked]="filters().mine === 'true'" (change)="onlyMine($event)" />
            <span class="choice-label">{{ t('referral.filter.mine') }}</span>
          </label>
        }
        @if (isSet()) {
          <button type="button" class="button is-text filter-reset" (click)="filter.emit({ ...none, sort: filters().sort })">
            <lotse-icon name="x" [size]="16" />{{ t('referral.filter.reset') }}
          </button>
        }
      </div>
    </form>
  `,
  styles: `
    .filter-ends {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-2) var(--space-4);
      grid-column: 1 / -1;
    }
    .filter-ends:empty,
    .toggle {
      display: none;
    }
    .filter-mine {
      flex: none;
    }
    @media screen and (max-width: 700px) {
      .filters {
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: end;
      }
      .toggle {
        display: inline-flex;
      }
      .filter-text {
        grid-column: 1;
      }
      .more {
        grid-column: 1 / -1;
      }
      .filters:not(.is-shown) .more {
        display: none;
      }
    }
  `,
})
export class WorklistFilterForm {
  protected readonly t = injectText();
  protected readonly urgencies = urgencies.filter((urgency) => urgency !== 'emergency');
  protected readonly sorts = ['due', 'sent', 'urgency'] as const;
  protected readonly none = noFilters;

  readonly box = input.required<Box>();
  readonly groups = input.required<readonly StateGroup[]>();
  readonly filters = input.required<WorklistFilters>();
  readonly filter = output<WorklistFilters>();
  /** On a phone the list comes first; the filters wait behind a button. */
  protected readonly shown = signal(false);
  protected readonly isSet = computed(() => isFiltered(this.filters()));

  protected set(name: keyof WorklistFilters, event: Event): void {
    this.filter.emit({ ...this.filters(), [name]: (event.target as HTMLInputElement).value });
  }

  protected onlyMine(event: Event): void {
    this.filter.emit({ ...this.filters(), mine: (event.target as HTMLInputElement).checked ? 'true' : '' });
  }
}
