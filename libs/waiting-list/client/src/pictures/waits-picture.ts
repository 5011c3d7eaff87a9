import { Component, computed, input } from '@angular/core';
import { injectText, Table } from '@lotse/client-kit/ui';
import type { AnswerOf } from '@lotse/kernel';
import type { readWaits } from '@lotse/waiting-list/model';
import { PictureFrame } from './picture-frame';
import { picturesTexts } from './pictures-texts';
import { WaitsHistogram } from './waits-histogram';

/** How long people wait: those who still do, and those who have been seen. One without the other hides somebody. */
@Component({
  selector: 'lotse-waits-picture',
  imports: [PictureFrame, Table, WaitsHistogram],
  template: `
    <lotse-picture-frame [heading]="t('pictures.waits.title')" [finding]="finding()">
      <div class="both">
        @if (of().waiting.people > 0) {
          <lotse-waits-histogram
            [of]="of().waiting"
            [widthDays]="of().widthDays"
            [most]="most()"
            [label]="t('pictures.waits.waiting', { count: of().waiting.people })"
          />
        }
        @if (of().ended.people > 0) {
          <lotse-waits-histogram
            [of]="of().ended"
            [widthDays]="of().widthDays"
            [most]="most()"
            [label]="t('pictures.waits.ended', { count: of().ended.people })"
            [isHatched]="true"
          />
        }
      </div>
      <lotse-table
        pictureTable
        [caption]="t('pictures.waits.title')"
        [columns]="[
          t('pictures.column.waited'),
          { label: t('pictures.column.stillWaiting'), isNumber: true },
          { label: t('pictures.column.seen'), isNumber: true },
        ]"
      >
        <tbody>
          @for (row of rows(); track row.name) {
            <tr>
              <th scope="row" class="cell-main">{{ row.name }}</th>
              <td class="cell-number" [attr.data-label]="t('pictures.column.stillWaiting')">{{ row.waiting }}</td>
              <td class="cell-number" [attr.data-label]="t('pictures.column.seen')">{{ row.ended }}</td>
            </tr>
          }
        </tbody>
      </lotse-table>
    </lotse-picture-frame>
  `,
  styles: `
    .both {
      display: grid;
      gap: var(--space-5);
    }
  `,
})
export class WaitsPicture {
  protected readonly t = injectText('pictures', picturesTexts);
  readonly of = input.required<AnswerOf<typeof readWaits>>();

  /** Both on one scale, or a small one would look like a large one. */
  protected readonly most = computed(() => Math.max(1, ...this.of().waiting.counts, ...this.of().ended.counts));

  protected readonly finding = computed(() => {
    const { waiting, ended } = this.of();
    const days = (value: number | null) => this.t('pictures.days', { count: Math.round(value ?? 0) });
    const now =
      waiting.people === 0
        ? this.t('pictures.waits.nobody')
        : this.t('pictures.waits.now', { median: days(waiting.median), p95: days(waiting.p95) });
    return ended.people === 0
      ? `${now} ${this.t('pictures.waits.nobodySeen')}`
      : `${now} ${this.t('pictures.waits.before', { median: days(ended.median), p95: days(ended.p95) })}`;
  });

  protected readonly rows = computed(() => {
    const { waiting, ended, widthDays } = this.of();
    const weeks = widthDays / 7;
    const counted = waiting.counts.map((count, index) => ({
      name: this.t('pictures.waits.weeks', { from: index * weeks, to: (index + 1) * weeks }),
      waiting: String(count),
      ended: String(ended.counts[index] ?? 0),
    }));
    const figure = (name: 'median' | 'p95') => ({
      name: this.t(`pictures.waits.${name}`),
      waiting: waiting[name] === null ? '–' : this.t('pictures.days', { count: Math.round(waiting[name]) }),
      ended: ended[name] === null ? '–' : this.t('pictures.days', { count: Math.round(ended[name]) }),
    });
    return [figure('median'), figure('p95'), ...counted];
  });
}
