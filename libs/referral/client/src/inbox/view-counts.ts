import { computed, inject } from '@angular/core';
import { Api, Live } from '@lotse/client-kit/api';
import { countReferrals, readReferrals } from '@lotse/referral/model';
import { inboxGroups } from '../words/state-groups';

/** More than that nobody counts. */
const most = 99;
/** Several changes in one moment are counted once. */
const settling = 400;

/** How many wait in the views of the inbox. Make it in an injection context. */
export class ViewCounts {
  private readonly api = inject(Api);
  private readonly state = inboxGroups[0]?.states.join(',');
  private readonly all = this.api.read(countReferrals, () => ({}));
  private readonly mine = this.ofAssignee('me');
  private readonly nobodys = this.ofAssignee('nobody');
  private pending: ReturnType<typeof setTimeout> | undefined;

  /** When the next one comes back that was put aside. */
  readonly nextSnoozed = computed(() => (this.all.hasValue() ? this.all.value().nextSnoozed : null));
  readonly texts = computed<Readonly<Record<string, string | undefined>>>(() => ({
    me: textOf(this.mine.hasValue() ? this.mine.value().items.length : 0),
    nobody: textOf(this.nobodys.hasValue() ? this.nobodys.value().items.length : 0),
    snoozed: textOf(this.all.hasValue() ? this.all.value().snoozed : 0),
  }));

  constructor() {
    inject(Live).onChange('referral', () => this.countAgain());
  }

  countAgain(): void {
    clearTimeout(this.pending);
    this.pending = setTimeout(() => [this.all, this.mine, this.nobodys].forEach((counted) => counted.reload()), settling);
  }

  private ofAssignee(assignee: 'me' | 'nobody') {
    return this.api.read(readReferrals, () => ({ query: { box: 'inbox' as const, state: this.state, assignee, limit: most + 1 } }));
  }
}

const textOf = (count: number): string | undefined => (count > most ? `${most}+` : count > 0 ? String(count) : undefined);
