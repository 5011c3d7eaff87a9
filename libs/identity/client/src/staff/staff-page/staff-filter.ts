import { Component, computed, input, output } from '@angular/core';
import { Control, Field, Icon, injectText } from '@lotse/client-kit/ui';
import { rowStates, type StaffFilters } from './staff-rows';

/** Name, role and state. Every change counts at once. */
@Component({
  selector: 'lotse-staff-filter',
  imports: [Control, Field, Icon],
  template: `
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
            <option [value]="state" [selected]="state === filters().state">{{ t('staff.state.' + state) }}</option>
          }
          <option value="all" [selected]="filters().state === 'all'">{{ t('staff.filter.all') }}</option>
        </select>
      </lotse-field>
      @if (isSet()) {
        <button type="button" class="button is-text filter-reset" (click)="filter.emit({ text: '', role: '', state: '' })">
          <lotse-icon name="x" [size]="16" />{{ t('staff.filter.reset') }}
        </button>
      }
    </form>
  `,
})
export class StaffFilter {
  protected readonly t = injectText();
  protected readonly states = rowStates;
  readonly filters = input.required<StaffFilters>();
  readonly roles = input.required<readonly string[]>();
  readonly filter = output<StaffFilters>();
  protected readonly isSet = computed(() => Object.values(this.filters()).some((value) => value !== ''));

  protected set(name: keyof StaffFilters, event: Event): void {
    this.filter.emit({ ...this.filters(), [name]: (event.target as HTMLInputElement).value });
  }
}
