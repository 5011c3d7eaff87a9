import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { Api } from '@lotse/client-kit/api';
import { Control, Field, Icon, injectText, Loaded, Page, State } from '@lotse/client-kit/ui';
import { readStaff } from '@lotse/identity/model';
import { fitting, rolesIn, stateChoices, type StaffFilters } from './staff-filters';
import { StaffTable } from './staff-table';

/** `/verwaltung/nutzer`: who works in the own organisation, what they may, and whether they can still get in. */
@Component({
  selector: 'lotse-staff-page',
  imports: [Control, Field, Icon, Loaded, Page, StaffTable, State],
  template: `
    <lotse-page [title]="t('staff.title')" [lead]="t('staff.lead')">
      <form class="filters" role="search" [attr.aria-label]="t('staff.filter.label')" (submit)="$event.preventDefault()">
        <lotse-field class="filter-text" [label]="t('staff.filter.text')" [optional]="true">
          <input lotseControl type="search" autocomplete="off" [value]="filters().text" (input)="set('text', $event)" />
        </lotse-field>
        <lotse-field [label]="t('staff.filter.role')" [optional]="true">
          <select lotseControl (change)="set('role', $event)">
            <option value="">{{ t('staff.filter.allRoles') }}</option>
            @for (role of roles(); track role) {
              <option [value]="role" [selected]="role === filters().role">{{ t('identity.role.' + role) }}</option>
            }
          </select>
        </lotse-field>
        <lotse-field [label]="t('staff.filter.state')" [optional]="true">
          <select lotseControl (change)="set('state', $event)">
            <option value="">{{ t('staff.filter.present') }}</option>
            @for (state of states; track state) {
              <option [value]="state" [selected]="state === filters().state">{{ t('staff.filter.states.' + state) }}</option>
            }
          </select>
        </lotse-field>
        @if (isFiltered()) {
          <button type="button" class="button is-text filter-reset" (click)="show({ text: '', role: '', state: '' })">
            <lotse-icon name="x" [size]="16" />{{ t('staff.filter.reset') }}
          </button>
        }
      </form>
      <lotse-state
        [of]="staff"
        [empty]="staff.hasValue() && found().length === 0"
        [emptiness]="isFiltered() ? 'filtered' : 'none'"
        [emptyText]="isFiltered() ? undefined : t('staff.empty')"
      >
        <ng-template [lotseLoaded]="staff">
          <lotse-staff-table [items]="found()" />
        </ng-template>
      </lotse-state>
    </lotse-page>
  `,
})
export class StaffPage {
  protected readonly t = injectText();
  protected readonly states = stateChoices;
  private readonly router = inject(Router);

  readonly text = input<string>();
  readonly role = input<string>();
  readonly state = input<string>();
  protected readonly filters = computed<StaffFilters>(() => ({
    text: this.text() ?? '',
    role: this.role() ?? '',
    state: this.state() ?? '',
  }));
  protected readonly staff = inject(Api).read(readStaff, () => ({}));
  private readonly items = computed(() => (this.staff.hasValue() ? this.staff.value().items : []));
  protected readonly roles = computed(() => rolesIn(this.items()));
  protected readonly found = computed(() => fitting(this.items(), this.filters()));
  protected readonly isFiltered = computed(() => Object.values(this.filters()).some((value) => value !== ''));

  protected set(name: keyof StaffFilters, event: Event): void {
    this.show({ ...this.filters(), [name]: (event.target as HTMLInputElement).value });
  }

  protected show(filters: StaffFilters): void {
    const queryParams = Object.fromEntries(Object.entries(filters).map(([name, value]) => [name, value || null]));
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  }
}
