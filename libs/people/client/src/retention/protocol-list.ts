import { Component, input } from '@angular/core';
import { DayPipe, injectText, Table } from '@lotse/client-kit/ui';
import type { AnswerOf } from '@lotse/kernel';
import type { readRetention } from '@lotse/people/model';

/** What was deleted: how many of a kind, when, by which rule, and who had confirmed it. No names of those it was about. */
@Component({
  selector: 'lotse-protocol-list',
  imports: [DayPipe, Table],
  template: `
    <section class="stack">
      <h2 class="section-title">{{ t('retention.protocol.title') }}</h2>
      @if (lines().length > 0) {
        <lotse-table
          [columns]="[
            t('retention.protocol.when'),
            t('retention.due.what'),
            { label: t('retention.protocol.amount'), isNumber: true },
            t('retention.due.basis'),
            t('retention.protocol.confirmedBy'),
          ]"
        >
          <tbody>
            @for (line of lines(); track line.id) {
              <tr>
                <th scope="row" class="cell-main">{{ line.at | day }}</th>
                <td [attr.data-label]="t('retention.due.what')">{{ t('retention.kind.' + line.kind) }}</td>
                <td class="cell-number" [attr.data-label]="t('retention.protocol.amount')">{{ line.amount }}</td>
                <td [attr.data-label]="t('retention.due.basis')">{{ line.basis }}</td>
                <td [attr.data-label]="t('retention.protocol.confirmedBy')">{{ line.confirmedBy }}</td>
              </tr>
            }
          </tbody>
        </lotse-table>
      } @else {
        <p class="muted">{{ t('retention.protocol.none') }}</p>
      }
    </section>
  `,
})
export class ProtocolList {
  protected readonly t = injectText();
  readonly lines = input.required<AnswerOf<typeof readRetention>['protocol']>();
}
