import { computed, inject, Service } from '@angular/core';
import { Api, Live } from '@lotse/client-kit/api';
import { readFreeSlots, type FreeSlot } from '@lotse/waiting-list/model';

/** What the services of the county have published, read once for all places that say it beside a service. */
@Service()
export class PublishedSlots {
  private readonly found = inject(Api).read(readFreeSlots, () => ({ query: { limit: 100 } }));
  private readonly published = computed(() =>
    this.found.hasValue() ? this.found.value().items.filter(({ publishedAt }) => publishedAt !== null) : [],
  );

  constructor() {
    inject(Live).onChange('slot', () => this.found.reload());
  }

  of(serviceId: string): readonly FreeSlot[] {
    return this.published().filter((slot) => slot.serviceId === serviceId);
  }
}
