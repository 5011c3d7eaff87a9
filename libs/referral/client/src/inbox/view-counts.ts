import { computed, inject } from '@angular/core';
import { Api, Live } from '@lotse/client-kit/api';
import { countReferrals } from '@lotse/referral/model';

/** More than that nobody counts. */
const most = 99;
/** Several changes in one moment are counted once. */
const settling = 400;

/** How many wait in the views of the inbox. Make it in an injection context. */
export class ViewCounts {
  private readonly api = inject(Api);
  private readonly answer = this.api.read(countReferrals, () => ({}));
  private readonly counts = computed(() => (this.answer.hasValue() ? this.answer.value() : undefined));
  private pending: ReturnType<typeof setTimeout> | undefined;

  /** When the next one comes back that was put aside. */
  readonly nextSnoozed = computed(() => this.counts()?.nextSnoozed ?? null);
  readonly texts = computed<Readonly<Record<string, string | undefined>>>(() => ({
    me: textOf(this.counts()?.toTriageMine),
    nobody: textOf(this.counts()?.toTriageNobodys),
    snoozed: textOf(this.counts()?.snoozed),
  }));

  constructor() {
    inject(Live).onChange('referral', () => this.countAgain());
  }

  countAgain(): void {
    clearTimeout(this.pending);
    this.pending = setTimeout(() => this.answer.reload(), settling);
  }
}

const textOf = (count = 0): string | undefined => (count > most ? `${most}+` : count > 0 ? String(count) : undefined);
