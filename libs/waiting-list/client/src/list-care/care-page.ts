import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, FurtherPages, Live } from '@lotse/client-kit/api';
import { injectText, Loaded, Page, RestOfList, State } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { readListChecks, readListRounds, type ListCheck, type ListRound } from '@lotse/waiting-list/model';
import { CheckRow } from './check-row';
import { RoundsTable } from './rounds-table';

type View = 'rounds' | 'done' | 'round' | 'decide' | 'asked';

/** Part of the address of each view; every other part is the id of a round. */
const parts: Readonly<Record<string, View>> = { fertig: 'done', entscheiden: 'decide', gefragt: 'asked' };

/** `/warteliste/pruefung`: whether those who wait still need their place, and how they are. */
@Component({
  selector: 'lotse-care-page',
  imports: [CheckRow, Loaded, Page, RestOfList, RoundsTable, RouterLink, State],
  templateUrl: './care-page.html',
  styles: `
    .checks {
      list-style: none;
      margin: 0;
      padding: 0;
    }
    .checks li + li {
      border-block-start: 1px solid var(--hairline);
    }
  `,
})
export class CarePage {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly session = inject(CurrentSession);

  /** The part of the address behind `pruefung`. */
  readonly view = input<string>();
  protected readonly keeps = computed(() => this.session.may('waitingList.askChecks'));
  protected readonly refers = computed(() => this.session.may('referral.create'));
  protected readonly shown = computed<View>(() => {
    const view = this.view();
    if (view === undefined) return this.keeps() ? 'rounds' : 'asked';
    return parts[view] ?? 'round';
  });
  protected readonly isRounds = computed(() => this.shown() === 'rounds' || this.shown() === 'done');
  protected readonly tabs = computed(() => [
    ...(this.keeps() ? (['rounds', 'decide', 'done'] as const) : []),
    ...(this.refers() ? (['asked'] as const) : []),
  ]);
  protected readonly placeOf: Readonly<Record<string, string>> = {
    rounds: '/warteliste/pruefung',
    done: '/warteliste/pruefung/fertig',
    decide: '/warteliste/pruefung/entscheiden',
    asked: '/warteliste/pruefung/gefragt',
  };

  protected readonly rounds = this.api.read(readListRounds, () =>
    this.isRounds() ? { query: { state: this.shown() === 'done' ? ('done' as const) : ('running' as const) } } : undefined,
  );
  protected readonly furtherRounds = new FurtherPages<ListRound>(this.rounds, (cursor) =>
    this.api.send(readListRounds, { query: { state: this.shown() === 'done' ? 'done' : 'running', cursor } }),
  );
  private readonly query = computed(() => {
    if (this.shown() === 'decide') return { state: 'to_decide' as const };
    if (this.shown() === 'asked') return { side: 'referrer' as const };
    return { roundId: this.view() };
  });
  protected readonly checks = this.api.read(readListChecks, () => (this.isRounds() ? undefined : { query: this.query() }));
  protected readonly further = new FurtherPages<ListCheck>(this.checks, (cursor) =>
    this.api.send(readListChecks, { query: { ...this.query(), cursor } }),
  );
  protected readonly lead = computed(() => {
    const [first] = this.shown() === 'round' ? this.further.items() : [];
    if (!first) return this.t(`listCare.lead.${this.shown()}`);
    return `${first.serviceName} · ${this.t(`listCare.kind.${first.kind}`)}`;
  });

  constructor() {
    inject(Live).onChange('list-check', () => this.again());
  }

  protected again(): void {
    if (this.isRounds()) this.rounds.reload();
    else this.checks.reload();
  }
}
