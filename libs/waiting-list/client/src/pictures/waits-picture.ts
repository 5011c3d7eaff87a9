import { Component, computed, input } from '@angular/core';
import { injectText, Table } from '@lotse/client-kit/ui';
import type { AnswerOf } from '@lotse/kernel';
import type { CountyWaitsSide, readWaits } from '@lotse/waiting-list/model';
import { PictureFrame } from './picture-frame';
import { picturesTexts } from './pictures-texts';
import { WaitsHistogram } from './waits-histogram';

type Side = AnswerOf<typeof readWaits>['waiting'] | CountyWaitsSide;
/** Of a list, or of a county without small numbers. */
export interface ShownWaits {
  readonly widthDays: number;
  readonly waiting: Side;
  readonly ended: Side;
}
const sides = ['waiting', 'ended'] as const;

/** How long people wait: those who still do, and those who have been seen. One without the other hides somebody. */
@Component({
  selector: 'lotse-waits-picture',
  imports: [PictureFrame, Table, WaitsHistogram],
  template: `
    <lotse-picture-frame [heading]="t('pictures.waits.title')" [finding]="finding()">
      <div class="both">
        @if (isDrawn(of().waiting)) {
          <lotse-waits-histogram
            [of]="of().waiting"
            [widthDays]="of().widthDays"
            [most]="most()"
            [label]="t('pictures.waits.waiting', { count: of().waiting.people ?? 0 })"
          />
        }
        @if (isDrawn(of().ended)) {
          <lotse-waits-histogram
            [of]="of().ended"
            [widthDays]="of().widthDays"
            [most]="most()"
            [label]="t('pictures.waits.ended', { count: of().ended.people ?? 0 })"
            [isHatched]="true"
          />
        }
      </div>
      @for (note of keptBack(); track note) {
        <p class="muted note">{{ note }}</p>
      }
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
    .note {
      margin: var(--space-3) 0 0;
      font-size: var(--text-small);
    }
  `,
})
export class WaitsPicture {
  protected readonly t = injectText('pictures', picturesTexts);
  readonly of = input.required<ShownWaits>();

  protected readonly isDrawn = ({ people }: Side): boolean => people !== null && people > 0;

  /** Both on one scale, or a small one would look like a large one. */
  protected readonly most = computed(() =>
    Math.max(1, ...[...this.of().waiting.counts, ...this.of().ended.counts].map((count) => count ?? 0)),
  );

  protected readonly finding = computed(() => `${this.sentence('waiting')} ${this.sentence('ended')}`);

  /** Of a county: what is not shown of each side, all in one number. */
  protected readonly keptBack = computed(() =>
    sides.flatMap((side) => {
      const found = this.of()[side];
      const hidden = 'hidden' in found ? found.hidden : null;
      return hidden ? [this.t(`pictures.waits.keptBack.${side}`, { count: hidden.people, bars: hidden.bars })] : [];
    }),
  );

  protected readonly rows = computed(() => {
    const { waiting, ended, widthDays } = this.of();
    const weeks = widthDays / 7;
    const number = (count: number | null | undefined) => (count === null ? '…' : String(count ?? 0));
    const counted = waiting.counts.map((count, index) => ({
      name: this.t('pictures.waits.weeks', { from: index * weeks, to: (index + 1) * weeks }),
      waiting: number(count),
      ended: number(ended.counts[index]),
    }));
    const figure = (name: 'median' | 'p95') => ({
      name: this.t(`pictures.waits.${name}`),
      waiting: waiting[name] === null ? '–' : this.days(waiting[name]),
      ended: ended[name] === null ? '–' : this.days(ended[name]),
    });
    return [figure('median'), figure('p95'), ...counted];
  });

  private days(value: number): string {
    return this.t('pictures.days', { count: Math.round(value) });
  }

  private sentence(side: (typeof sides)[number]): string {
    const { people, median, p95 } = this.of()[side];
    if (people === 0) return this.t(`pictures.waits.none.${side}`);
    if (median === null) return this.t(`pictures.waits.few.${side}`);
    if (p95 === null) return this.t(`pictures.waits.half.${side}`, { median: this.days(median) });
    return this.t(`pictures.waits.both.${side}`, { median: this.days(median), p95: this.days(p95) });
  }
}
