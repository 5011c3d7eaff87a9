import { Component, inject, input, output } from '@angular/core';
import { Chip, dayText, injectText, Language, PlainDayPipe, Table } from '@lotse/client-kit/ui';
import type { DeletionBatch, DeletionItem } from '@lotse/people/model';

/** What stands to be deleted: lists of records whose period ends, each to be confirmed as a whole, each record to be kept on its own. */
@Component({
  selector: 'lotse-due-list',
  imports: [Chip, PlainDayPipe, Table],
  template: `
    <section class="stack">
      <h2 class="section-title">{{ t('retention.due.title') }}</h2>
      @for (batch of batches(); track batch.id) {
        <div class="panel stack">
          @if (batch.confirmedAt) {
            <p>{{ t('retention.due.confirmed', { name: batch.confirmedBy ?? '', day: day(batch.confirmedAt) }) }}</p>
          }
          <lotse-table
            [columns]="[t('retention.due.what'), t('retention.due.whose'), t('retention.due.until'), t('retention.due.basis')]"
            [acts]="t('retention.due.act')"
          >
            <tbody>
              @for (item of batch.items; track item.id) {
                <tr>
                  <th scope="row" class="cell-main">{{ t('retention.kind.' + item.kind) }}</th>
                  <td [attr.data-label]="t('retention.due.whose')">{{ item.name ?? item.reference ?? item.number }}</td>
                  <td [attr.data-label]="t('retention.due.until')">{{ item.keepUntil | plainDay }}</td>
                  <td [attr.data-label]="t('retention.due.basis')">{{ item.basis }}</td>
                  <td class="cell-acts">
                    @if (item.isHeld) {
                      <lotse-chip tone="paused">{{ t('retention.due.held') }}</lotse-chip>
                    } @else {
                      <button type="button" class="button is-small" (click)="keep.emit(item)">{{ t('retention.due.keep') }}</button>
                    }
                  </td>
                </tr>
              }
            </tbody>
          </lotse-table>
          @if (!batch.confirmedAt) {
            <div class="form-acts">
              <button type="button" class="button is-danger" (click)="confirm.emit(batch)">{{ t('retention.due.confirm') }}</button>
            </div>
          }
        </div>
      } @empty {
        <p class="muted">{{ t('retention.due.none') }}</p>
      }
    </section>
  `,
})
export class DueList {
  protected readonly t = injectText();
  private readonly language = inject(Language);
  readonly batches = input.required<readonly DeletionBatch[]>();
  readonly keep = output<DeletionItem>();
  readonly confirm = output<DeletionBatch>();

  protected day(moment: string): string {
    return dayText(moment, this.language.current());
  }
}
