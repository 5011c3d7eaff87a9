import { countEnquiries } from '@lotse/advice/model';
import { computed, inject, Service } from '@angular/core';
import { Api, Live } from '@lotse/client-kit/api';

/** How many enquiries wait; the tile and the page read it once, and again when something changes. */
@Service()
export class AdviceCounts {
  private readonly answer = inject(Api).read(countEnquiries, () => ({}));
  readonly counts = computed(() => (this.answer.hasValue() ? this.answer.value() : undefined));

  constructor() {
    inject(Live).onChange('enquiry', () => this.answer.reload());
  }

  refresh(): void {
    this.answer.reload();
  }
}
