import { Component, computed, inject, input } from '@angular/core';
import { injectText, Language, Table } from '@lotse/client-kit/ui';
import type { AnswerOf } from '@lotse/kernel';
import type { readOutOfTurn } from '@lotse/waiting-list/model';
import { monthText, percentText } from '../pictures/words';

/** How many offers were made a month and service, and how many of them out of turn. */
@Component({
  selector: 'lotse-turns-table',
  imports: [Table],
  template: `
    <p class="finding">{{ finding() }}</p>
    <lotse-table
      [caption]="t('rankRules.turns.title')"
      [columns]="[
        t('rankRules.turns.month'),
        t('rankRules.turns.service'),
        { label: t('rankRules.turns.offers'), isNumber: true },
        { label: t('rankRules.turns.outOfTurn'), isNumber: true },
      ]"
    >
      <tbody>
        @for (row of rows(); track row.key) {
          <tr>
            <th scope="row" class="cell-main">{{ row.month }}</th>
            <td [attr.data-label]="t('rankRules.turns.service')">{{ row.service }}</td>
            <td class="cell-number" [attr.data-label]="t('rankRules.turns.offers')">{{ row.offers }}</td>
            <td class="cell-number" [attr.data-label]="t('rankRules.turns.outOfTurn')">{{ row.outOfTurn }}</td>
          </tr>
        }
      </tbody>
    </lotse-table>
  `,
  styles: `
    .finding {
      margin-block: 0 var(--space-3);
    }
  `,
})
export class TurnsTable {
  protected readonly t = injectText();
  private readonly language = inject(Language);
  readonly items = input.required<AnswerOf<typeof readOutOfTurn>['items']>();

  protected readonly rows = computed(() =>
    this.items().map(({ serviceId, serviceName, month, offers, outOfTurn }) => ({
      key: `${month} ${serviceId}`,
      month: monthText(month, this.language.current()),
      service: serviceName,
      offers,
      outOfTurn: outOfTurn === 0 ? '0' : `${outOfTurn} (${percentText(outOfTurn / offers, this.language.current())})`,
    })),
  );
  protected readonly finding = computed(() => {
    const [offers, outOfTurn] = this.items().reduce(([all, gone], one) => [all + one.offers, gone + one.outOfTurn], [0, 0]);
    return this.t('rankRules.turns.finding', { count: outOfTurn, offers });
  });
}
