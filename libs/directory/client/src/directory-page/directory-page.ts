import { Component, computed, effect, inject, input, linkedSignal, signal } from '@angular/core';
import { Router } from '@angular/router';
import { Api, FurtherPages } from '@lotse/client-kit/api';
import { injectText, Loaded, Page, RestOfList, State } from '@lotse/client-kit/ui';
import { findServices, serviceCategorySchema, type Service } from '@lotse/directory/model';
import { CurrentSession } from '@lotse/identity/client';
import { readRegion } from '@lotse/region/model';
import { type DirectoryFilters, queryOfFilters } from './directory-filters';
import { DirectoryFilterForm } from './directory-filter-form';
import { ServiceCard } from './service-card';

const typingPause = 250;
const pageSize = 20;

/** `/verzeichnis`: the help offers of the county. What one looks for stands in the address, so that it can be passed on. */
@Component({
  selector: 'lotse-directory-page',
  imports: [DirectoryFilterForm, Loaded, Page, RestOfList, ServiceCard, State],
  template: `
    <lotse-page [title]="t('directory.title')" [lead]="t('directory.lead')">
      <lotse-directory-filter-form
        [filters]="filters()"
        [municipalities]="region.hasValue() ? region.value().municipalities : []"
        (filter)="search($event)"
        (clear)="search({ text: '', municipality: '', withinKm: '', category: '' })"
      />
      <lotse-state
        [of]="firstPage"
        [empty]="firstPage.hasValue() && firstPage.value().items.length === 0"
        emptiness="filtered"
        [rows]="4"
        [rowHeight]="148"
      >
        <ng-template [lotseLoaded]="firstPage">
          <ul class="cards">
            @for (offer of further.items(); track offer.id) {
              <li><lotse-service-card [offer]="offer" [mayRefer]="mayRefer()" [mayWrite]="offer.organisationId === writesFor()" /></li>
            }
          </ul>
          <lotse-rest-of-list [pages]="further" />
        </ng-template>
      </lotse-state>
    </lotse-page>
  `,
})
export class DirectoryPage {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly session = inject(CurrentSession);

  readonly text = input<string>();
  readonly municipality = input<string>();
  readonly withinKm = input<string>();
  readonly category = input<string>();

  /** What stands in the fields; runs ahead of the address while somebody types. */
  protected readonly filters = linkedSignal<DirectoryFilters>(() => ({
    text: this.text() ?? '',
    municipality: this.municipality() ?? '',
    withinKm: this.withinKm() ?? '',
    category: this.category() ?? '',
  }));
  private readonly query = computed(() => {
    const { category, ...others } = queryOfFilters(this.filtersInAddress());
    return { ...others, category: serviceCategorySchema.safeParse(category).data, limit: pageSize };
  });
  protected readonly region = this.api.read(readRegion, () => ({}));
  protected readonly firstPage = this.api.read(findServices, () => ({ query: this.query() }));
  protected readonly further = new FurtherPages<Service>(this.firstPage, (cursor) =>
    this.api.send(findServices, { query: { ...this.query(), cursor } }),
  );
  protected readonly mayRefer = computed(() => this.session.may('referral.create'));
  /** The organisation whose services one administers. */
  protected readonly writesFor = computed(() =>
    this.session.may('serviceQuestions.change') ? this.session.session()?.organisation.id : undefined,
  );
  private readonly wanted = signal<DirectoryFilters | undefined>(undefined);

  constructor() {
    effect((onCleanup) => {
      const wanted = this.wanted();
      if (!wanted) return;
      const timer = setTimeout(() => this.putInAddress(wanted), typingPause);
      onCleanup(() => clearTimeout(timer));
    });
  }

  protected search(filters: DirectoryFilters): void {
    this.filters.set(filters);
    this.wanted.set(filters);
  }

  /** Does not get in the way of somebody who is already leaving the page. */
  private putInAddress(filters: DirectoryFilters): void {
    if (this.router.currentNavigation()) return;
    void this.router.navigate([], { queryParams: queryOfFilters(filters), replaceUrl: true });
  }

  private filtersInAddress(): DirectoryFilters {
    return {
      text: this.text() ?? '',
      municipality: this.municipality() ?? '',
      withinKm: this.withinKm() ?? '',
      category: this.category() ?? '',
    };
  }
}
