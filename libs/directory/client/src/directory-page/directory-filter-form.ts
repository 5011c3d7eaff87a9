import { Component, input, output } from '@angular/core';
import { Control, Field, Icon, injectText } from '@lotse/client-kit/ui';
import { serviceCategorySchema } from '@lotse/directory/model';
import type { Municipality } from '@lotse/region/model';
import { distances, type DirectoryFilters } from './directory-filters';

/** Search, place, distance and kind of help. Every change counts at once. */
@Component({
  selector: 'lotse-directory-filter-form',
  imports: [Control, Field, Icon],
  template: `
    <form class="filters" role="search" [attr.aria-label]="t('directory.search')" (submit)="$event.preventDefault()">
      <lotse-field class="filter-text" [label]="t('directory.text')" [optional]="true">
        <input lotseControl type="search" autocomplete="off" [value]="filters().text" (input)="set('text', $event)" />
      </lotse-field>
      <lotse-field [label]="t('directory.category')" [optional]="true">
        <select lotseControl (change)="set('category', $event)">
          <option value="">{{ t('directory.all') }}</option>
          @for (category of categories; track category) {
            <option [value]="category" [selected]="category === filters().category">{{ t('directory.kind.' + category) }}</option>
          }
        </select>
      </lotse-field>
      <lotse-field [label]="t('directory.municipality')" [optional]="true">
        <select lotseControl (change)="set('municipality', $event)">
          <option value="">{{ t('directory.everywhere') }}</option>
          @for (place of municipalities(); track place.ags) {
            <option [value]="place.ags" [selected]="place.ags === filters().municipality">{{ place.name }}</option>
          }
        </select>
      </lotse-field>
      <lotse-field [label]="t('directory.within')" [optional]="true">
        <select lotseControl [disabled]="filters().municipality === ''" (change)="set('withinKm', $event)">
          <option value="">{{ t('directory.anyDistance') }}</option>
          @for (distance of distances; track distance) {
            <option [value]="distance" [selected]="distance === filters().withinKm">{{ t('directory.upToKm', { km: distance }) }}</option>
          }
        </select>
      </lotse-field>
      @if (isSet()) {
        <button type="button" class="button is-text filter-reset" (click)="clear.emit()">
          <lotse-icon name="x" [size]="16" />{{ t('directory.reset') }}
        </button>
      }
    </form>
  `,
})
export class DirectoryFilterForm {
  protected readonly t = injectText();
  protected readonly categories = serviceCategorySchema.options;
  protected readonly distances = distances;

  readonly filters = input.required<DirectoryFilters>();
  readonly municipalities = input.required<readonly Municipality[]>();
  readonly filter = output<DirectoryFilters>();
  readonly clear = output();

  protected isSet(): boolean {
    return Object.values(this.filters()).some((value) => value !== '');
  }

  protected set(name: keyof DirectoryFilters, event: Event): void {
    this.filter.emit({ ...this.filters(), [name]: (event.target as HTMLInputElement).value });
  }
}
