import { Component, computed, input } from '@angular/core';
import { injectText, Table } from '@lotse/client-kit/ui';
import type { ShownMovement, ShownTable } from '@lotse/waiting-list/model';

interface Row {
  readonly name: string;
  readonly earlier: number;
  readonly later: number;
  readonly same: number;
}

const kinds = ['municipality', 'age', 'band'] as const;
type Kind = (typeof kinds)[number];

/** Who would come earlier or later under another rule: a sentence, and tables without small numbers. */
@Component({
  selector: 'lotse-movement-tables',
  imports: [Table],
  templateUrl: './movement-tables.html',
  styleUrl: './movement-tables.css',
})
export class MovementTables {
  protected readonly t = injectText();
  readonly waiting = input.required<ShownMovement>();
  readonly offers = input.required<ShownMovement & { decided: number }>();
  readonly lists = input.required<number>();

  protected readonly parts = computed(() => [
    { key: 'waiting', finding: this.ofWaiting(), tables: this.tablesOf(this.waiting()), heads: this.headsOf('waiting') },
    { key: 'offers', finding: this.ofOffers(), tables: this.tablesOf(this.offers()), heads: this.headsOf('offers') },
  ]);

  private ofWaiting(): string {
    const { people, sum } = this.waiting();
    const lists = this.t('rankRules.trial.lists', { count: this.lists() });
    if (people === 0) return this.t('rankRules.trial.nobody', { lists });
    if (!sum) return this.t('rankRules.trial.few', { lists, count: people });
    if (sum.earlier + sum.later === 0) return this.t('rankRules.trial.nothing', { lists, count: people });
    return this.t('rankRules.trial.waiting', { lists, count: people, earlier: sum.earlier, later: sum.later, same: sum.same });
  }

  private ofOffers(): string {
    const { decided, sum } = this.offers();
    if (decided === 0) return this.t('rankRules.trial.noOffers');
    if (!sum) return this.t('rankRules.trial.fewOffers', { count: decided });
    if (sum.earlier === 0) return this.t('rankRules.trial.sameOffers', { count: decided });
    return this.t('rankRules.trial.offers', { count: decided, others: sum.earlier });
  }

  private headsOf(part: 'waiting' | 'offers') {
    return (['earlier', 'later', 'same'] as const).map((side) => ({
      label: this.t(`rankRules.trial.${part}Column.${side}`),
      isNumber: true,
    }));
  }

  private tablesOf({ by, sum }: ShownMovement) {
    if (!sum || sum.earlier + sum.later === 0) return [];
    return kinds.flatMap((kind) => {
      const rows = this.rowsOf(kind, by[kind]);
      return rows.length > 0 ? [{ kind, label: this.t(`rankRules.by.${kind}`), rows }] : [];
    });
  }

  private rowsOf(kind: Kind, table: ShownTable): Row[] {
    if (!table) return [];
    const rows: Row[] = table.groups.map((group) => ({ ...group, name: this.nameOf(kind, group.key, group.name) }));
    const inOrder = kind === 'municipality' ? rows : rows.toSorted((one, other) => this.placeOf(kind, one) - this.placeOf(kind, other));
    return table.others
      ? [...inOrder, { ...table.others, name: this.t('rankRules.trial.others', { count: table.others.groups }) }]
      : inOrder;
  }

  private nameOf(kind: Kind, key: string, name: string | null): string {
    if (kind === 'municipality') return name ?? this.t('rankRules.unknownMunicipality');
    return this.t(kind === 'age' ? `rankRules.age.${key}` : `rankRules.band.${key}`);
  }

  private placeOf(kind: Kind, { name }: Row): number {
    const keys = kind === 'age' ? ['under_18', '18_24', '25_44', '45_64', '65_plus'] : ['1', '2', '3', '4', '5'];
    return keys.findIndex((key) => this.nameOf(kind, key, null) === name);
  }
}
