import { Component, computed, input } from '@angular/core';
import { seriesFateSchema, type SeriesDay } from '@lotse/calendar/model';
import { Chip, DayPipe, injectText, Table } from '@lotse/client-kit/ui';
import { injectSlotTexts } from '../slot-texts';
import { toneOfFate } from './series-texts';

const asUsual: readonly SeriesDay['fate'][] = ['made', 'made_already'];

/** What a series becomes: how many days of each kind, what is not as usual first, and every day on request. */
@Component({
  selector: 'lotse-series-preview',
  imports: [Chip, DayPipe, Table],
  template: `
    <p>{{ summary() }}</p>
    @for (part of parts(); track part.name) {
      @if (part.days.length > 0) {
        <details [open]="part.open || null">
          <summary>{{ part.name }}</summary>
          <lotse-table [caption]="part.name" [columns]="[t('calendar.open.day'), t('calendar.column.when'), t('calendar.series.becomes')]">
            <tbody>
              @for (one of part.days; track one.day) {
                <tr>
                  <th scope="row" class="cell-main">{{ one.day | day }}</th>
                  <td [attr.data-label]="t('calendar.column.when')">{{ texts.span(one) }}</td>
                  <td [attr.data-label]="t('calendar.series.becomes')">
                    <lotse-chip [tone]="toneOf[one.fate]">{{ t('calendar.fate.' + one.fate) }}</lotse-chip>
                    @if (withText(one); as text) {
                      <span class="cell-sub">{{ text }}</span>
                    }
                  </td>
                </tr>
              }
            </tbody>
          </lotse-table>
        </details>
      }
    }
  `,
  styles: `
    summary {
      cursor: pointer;
      padding-block: var(--space-2);
      color: var(--pine);
    }
  `,
})
export class SeriesPreview {
  protected readonly t = injectText();
  protected readonly texts = injectSlotTexts();
  protected readonly toneOf = toneOfFate;
  readonly days = input.required<readonly SeriesDay[]>();

  protected readonly summary = computed(() => {
    const counted = seriesFateSchema.options
      .map((fate) => ({ fate, count: this.days().filter((day) => day.fate === fate).length }))
      .filter(({ count }) => count > 0)
      .map(({ fate, count }) => this.t(`calendar.fates.${fate}`, { count }));
    return counted.length > 0 ? `${counted.join(', ')}.` : this.t('calendar.series.noDays');
  });
  protected readonly parts = computed(() => {
    const others = this.days().filter(({ fate }) => !asUsual.includes(fate));
    return [
      { name: this.t('calendar.series.others', { count: others.length }), days: others, open: true },
      {
        name: this.t('calendar.series.all', { count: this.days().length }),
        days: this.days(),
        open: others.length === 0 && this.days().length < 15,
      },
    ];
  });

  protected withText({ fate, with: other }: SeriesDay): string | undefined {
    if (!other) return undefined;
    const { name, startsAt, endsAt } = other;
    if (fate === 'deputy') return this.t('calendar.fate.deputyName', { name });
    return startsAt && endsAt ? this.t('calendar.fate.clashWith', { name, span: this.texts.span({ startsAt, endsAt }) }) : name;
  }
}
