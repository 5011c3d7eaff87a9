import { Component, computed, inject, input } from '@angular/core';
import { injectText, Language, MomentTextPipe, Table } from '@lotse/client-kit/ui';
import type { AnswerOf } from '@lotse/kernel';
import type { readListOutOfTurn } from '@lotse/waiting-list/model';
import { picturesTexts } from './pictures-texts';
import { monthText, percentText } from './words';

/** How often somebody was taken out of turn, and why: in the words of those who did. */
@Component({
  selector: 'lotse-out-of-turn-figure',
  imports: [MomentTextPipe, Table],
  template: `
    <h2 class="section-title">{{ t('pictures.outOfTurn.title') }}</h2>
    <p class="finding">{{ finding() }}</p>
    @if (of().reasons.length > 0) {
      <lotse-table
        [caption]="t('pictures.outOfTurn.reasons')"
        [columns]="[
          t('pictures.column.when'),
          { label: t('pictures.column.rank'), isNumber: true },
          t('pictures.column.reason'),
          t('pictures.column.by'),
        ]"
      >
        <tbody>
          @for (one of of().reasons; track $index) {
            <tr>
              <th scope="row" class="cell-main">{{ one.at | moment }}</th>
              <td class="cell-number" [attr.data-label]="t('pictures.column.rank')">{{ one.rank }}</td>
              <td [attr.data-label]="t('pictures.column.reason')">{{ one.reason }}</td>
              <td [attr.data-label]="t('pictures.column.by')">{{ one.byName }}</td>
            </tr>
          }
        </tbody>
      </lotse-table>
    }
    @if (of().months.length > 1) {
      <p class="muted small">{{ earlier() }}</p>
    }
  `,
  styleUrl: './figure-panel.css',
  host: { class: 'panel' },
})
export class OutOfTurnFigure {
  protected readonly t = injectText('pictures', picturesTexts);
  private readonly language = inject(Language);
  readonly of = input.required<AnswerOf<typeof readListOutOfTurn>>();

  protected readonly finding = computed(() => {
    const { months } = this.of();
    const [offers, outOfTurn] = [sum(months.map((one) => one.offers)), sum(months.map((one) => one.outOfTurn))];
    if (offers === 0) return this.t('pictures.outOfTurn.noOffers');
    if (outOfTurn === 0) return this.t('pictures.outOfTurn.never', { count: offers });
    return this.t('pictures.outOfTurn.some', {
      count: outOfTurn,
      offers,
      percent: percentText(outOfTurn / offers, this.language.current()),
    });
  });

  protected readonly earlier = computed(() =>
    this.of()
      .months.map(({ month, offers, outOfTurn }) =>
        this.t('pictures.outOfTurn.month', { month: monthText(month, this.language.current()), outOfTurn, count: offers }),
      )
      .join(' · '),
  );
}

const sum = (all: readonly number[]): number => all.reduce((before, one) => before + one, 0);
