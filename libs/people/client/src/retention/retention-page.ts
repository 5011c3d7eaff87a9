import { Component, inject, signal } from '@angular/core';
import { Api } from '@lotse/client-kit/api';
import { Fact, injectText, Loaded, Page, State } from '@lotse/client-kit/ui';
import { readRetention, type DeletionBatch, type DeletionItem } from '@lotse/people/model';
import { ConfirmDialog } from './confirm-dialog';
import { DueList } from './due-list';
import { HoldDialog } from './hold-dialog';
import { HoldList } from './hold-list';
import { ProtocolList } from './protocol-list';

/** `/verwaltung/aufbewahrung`: what stands to be deleted, what is kept for longer, what was deleted, and by which rule. */
@Component({
  selector: 'lotse-retention-page',
  imports: [ConfirmDialog, DueList, Fact, HoldDialog, HoldList, Loaded, Page, ProtocolList, State],
  template: `
    <lotse-page [title]="t('retention.title')" [lead]="t('retention.lead')">
      <lotse-state [of]="retention" [rows]="4">
        <ng-template [lotseLoaded]="retention" let-found>
          <div class="stack">
            <section class="panel stack">
              <h2 class="section-title">{{ t('retention.rule.title') }}</h2>
              <dl class="facts">
                <div lotseFact [term]="t('retention.rule.record')">{{ line(found.rule.recordMonths, found.rule.recordBasis) }}</div>
                <div lotseFact [term]="t('retention.rule.untreated')">
                  {{ line(found.rule.untreatedMonths, found.rule.untreatedBasis) }}
                </div>
              </dl>
            </section>
            <lotse-due-list [batches]="found.batches" (keep)="keep($event)" (confirm)="confirm($event)" />
            <lotse-hold-list [holds]="found.holds" (done)="retention.reload()" />
            <lotse-protocol-list [lines]="found.protocol" />
          </div>
        </ng-template>
      </lotse-state>
    </lotse-page>
    <lotse-confirm-dialog [(open)]="confirming" [batch]="batch()" (done)="retention.reload()" />
    <lotse-hold-dialog [(open)]="keeping" [item]="item()" (done)="retention.reload()" />
  `,
})
export class RetentionPage {
  protected readonly t = injectText();
  protected readonly retention = inject(Api).read(readRetention, () => ({}));
  protected readonly batch = signal<DeletionBatch | undefined>(undefined);
  protected readonly item = signal<DeletionItem | undefined>(undefined);
  protected readonly confirming = signal(false);
  protected readonly keeping = signal(false);

  /** Whole years as years: nobody thinks in 120 months. */
  protected line(months: number, basis: string): string {
    const period = months % 12 === 0 ? this.t('retention.years', { count: months / 12 }) : this.t('retention.months', { count: months });
    return this.t('retention.rule.line', { period, basis });
  }

  protected confirm(batch: DeletionBatch): void {
    this.batch.set(batch);
    this.confirming.set(true);
  }

  protected keep(item: DeletionItem): void {
    this.item.set(item);
    this.keeping.set(true);
  }
}
