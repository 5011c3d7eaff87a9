import { Component, computed, input } from '@angular/core';
import { injectText, Table } from '@lotse/client-kit/ui';
import type { AnswerOf } from '@lotse/kernel';
import type { readCountyWaits } from '@lotse/waiting-list/model';
import { picturesTexts } from '../pictures/pictures-texts';

type Services = AnswerOf<typeof readCountyWaits>['services'];
type Figures = Services[number]['waiting'];

/** Median and p95 of the waits of each service: of those who still wait, and of those who have been seen. */
@Component({
  selector: 'lotse-waits-by-service',
  imports: [Table],
  template: `
    <h2 class="section-title">{{ t('pictures.county.byService.title') }}</h2>
    <p class="finding">{{ finding() }}</p>
    @if (services().length > 0) {
      <lotse-table [caption]="t('pictures.county.byService.title')" [columns]="columns()">
        <tbody>
          @for (row of rows(); track row.id) {
            <tr>
              <th scope="row" class="cell-main">
                {{ row.name }} <span class="cell-sub">{{ row.organisation }}</span>
              </th>
              @for (figure of row.figures; track $index) {
                <td class="cell-number" [attr.data-label]="labels()[$index]">{{ figure }}</td>
              }
            </tr>
          }
        </tbody>
      </lotse-table>
      <p class="muted small">{{ t('pictures.county.byService.note') }}</p>
    }
  `,
  styleUrl: '../pictures/figure-panel.css',
  host: { class: 'panel' },
})
export class WaitsByService {
  protected readonly t = injectText('pictures', picturesTexts);
  readonly services = input.required<Services>();

  protected readonly labels = computed(() =>
    ['waitingMedian', 'waitingP95', 'seenMedian', 'seenP95'].map((name) => this.t(`pictures.county.byService.${name}`)),
  );
  protected readonly columns = computed(() => [
    this.t('pictures.column.service'),
    ...this.labels().map((label) => ({ label, isNumber: true })),
  ]);
  protected readonly rows = computed(() =>
    this.services().map(({ serviceId, serviceName, organisationName, waiting, ended }) => ({
      id: serviceId,
      name: serviceName,
      organisation: organisationName,
      figures: [...this.figuresOf(waiting), ...this.figuresOf(ended)],
    })),
  );
  protected readonly finding = computed(() => {
    const waiting = this.services().filter((service) => service.waiting !== null);
    const [longest] = waiting.toSorted((one, other) => other.waiting!.median - one.waiting!.median);
    if (!longest) return this.t('pictures.county.byService.few');
    return this.t('pictures.county.byService.longest', { service: longest.serviceName, median: this.days(longest.waiting!.median) });
  });

  private figuresOf = (figures: Figures): string[] => [this.days(figures?.median ?? null), this.days(figures?.p95 ?? null)];

  private days(days: number | null): string {
    return days === null ? '–' : this.t('pictures.days', { count: Math.round(days) });
  }
}
