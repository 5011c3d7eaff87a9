import { Component, computed, ElementRef, input, output, signal, viewChild } from '@angular/core';
import { Control, Field, Icon, injectText } from '@lotse/client-kit/ui';
import { urgencies } from '@lotse/region/model';
import { chosenSorts, filterCount, sortOf, type ListFilters } from './list-filters';

/** Name, urgency, pause, list check and order. Every change counts at once. */
@Component({
  selector: 'lotse-list-filter-form',
  imports: [Control, Field, Icon],
  templateUrl: './list-filter-form.html',
})
export class ListFilterForm {
  protected readonly t = injectText();
  protected readonly urgencies = urgencies.filter((urgency) => urgency !== 'emergency');
  private readonly order = viewChild.required<ElementRef<HTMLSelectElement>>('order');

  readonly filters = input.required<ListFilters>();
  readonly filter = output<Partial<ListFilters>>();
  /** On a phone the list comes first; the filters wait behind a button. */
  protected readonly shown = signal(false);
  /** How many wait behind the button; what is typed is always in sight. */
  protected readonly count = computed(() => filterCount({ ...this.filters(), text: '' }));
  protected readonly isSet = computed(() => filterCount(this.filters()) > 0);
  protected readonly sort = computed(() => sortOf(this.filters()));
  /** One that a heading has turned round stands in the choice as well. */
  protected readonly sorts = computed(() => {
    const sort = this.sort();
    return chosenSorts.some((one) => one === sort) ? chosenSorts : [...chosenSorts, sort];
  });

  /** Where another order is chosen. */
  focusOrder(): void {
    this.shown.set(true);
    this.order().nativeElement.focus();
  }

  protected set(name: keyof ListFilters, event: Event): void {
    const { value } = event.target as HTMLSelectElement | HTMLInputElement;
    this.filter.emit({ [name]: name === 'sort' && value === 'rank' ? '' : value });
  }

  /** The order stays. */
  protected reset(): void {
    this.filter.emit({ text: '', urgency: '', paused: '', checks: '' });
  }
}
