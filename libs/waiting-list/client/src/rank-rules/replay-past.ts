import { Component, computed, inject, signal } from '@angular/core';
import { Api, apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import { DayField, Failure, Icon, injectText, MomentTextPipe, Notice, Table } from '@lotse/client-kit/ui';
import { addCalendarDays, calendarDayOf } from '@lotse/kernel';
import { replayOffers, type ReplayResult } from '@lotse/waiting-list/model';

/** Decides past offers again and says which come out otherwise. For whoever watches over the data or administers the county. */
@Component({
  selector: 'lotse-replay-past',
  imports: [DayField, Failure, Icon, MomentTextPipe, Notice, Table],
  template: `
    <h2 class="section-title">{{ t('rankRules.replay.title') }}</h2>
    <p class="muted lead">{{ t('rankRules.replay.lead') }}</p>
    <div class="form-row no-print">
      <lotse-day-field [label]="t('rankRules.replay.from')" name="from" [value]="from()" (valueChange)="from.set($event)" />
      <lotse-day-field [label]="t('rankRules.replay.until')" name="until" [value]="until()" (valueChange)="until.set($event)" />
    </div>
    <p class="run no-print">
      <button type="button" class="button" [attr.aria-disabled]="busy() || null" (click)="replay()">
        <lotse-icon name="rotate-ccw" [size]="16" />{{ t('rankRules.replay.run') }}
      </button>
    </p>
    <div aria-live="polite">
      @if (problem(); as found) {
        <lotse-failure [problem]="found" (retry)="replay()" />
      }
      @if (result(); as found) {
        <lotse-notice [tone]="found.differing === 0 ? 'done' : 'overdue'" [heading]="finding()">
          <p>{{ rules() }}</p>
        </lotse-notice>
        @if (found.differences.length > 0) {
          <lotse-table
            [caption]="t('rankRules.replay.differences')"
            [columns]="[t('rankRules.replay.offer'), t('rankRules.replay.when'), t('rankRules.turns.service'), t('rankRules.replay.what')]"
          >
            <tbody>
              @for (one of found.differences; track one.number) {
                <tr>
                  <th scope="row" class="cell-main">{{ one.number }}</th>
                  <td [attr.data-label]="t('rankRules.replay.when')">{{ one.at | moment }}</td>
                  <td [attr.data-label]="t('rankRules.turns.service')">{{ one.serviceName }}</td>
                  <td [attr.data-label]="t('rankRules.replay.what')">{{ whatOf(one.what) }}</td>
                </tr>
              }
            </tbody>
          </lotse-table>
        }
      }
    </div>
  `,
  styles: `
    .section-title {
      margin-block-start: 0;
    }
    .lead {
      max-inline-size: 72ch;
      margin-block: 0 var(--space-3);
    }
    .run {
      margin-block: var(--space-4);
    }
    lotse-notice p {
      margin: 0;
    }
  `,
  host: { class: 'panel' },
})
export class ReplayPast {
  protected readonly t = injectText();
  private readonly api = inject(Api);

  protected readonly from = signal(addCalendarDays(calendarDayOf(new Date()), -90));
  protected readonly until = signal(calendarDayOf(new Date()));
  protected readonly busy = signal(false);
  protected readonly result = signal<ReplayResult | undefined>(undefined);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  protected readonly finding = computed(() => {
    const found = this.result();
    if (!found) return '';
    const { offers, differing } = found;
    if (offers === 0) return this.t('rankRules.replay.none');
    return differing === 0
      ? this.t('rankRules.replay.same', { count: offers })
      : this.t('rankRules.replay.differing', { count: differing, offers });
  });
  protected readonly rules = computed(() =>
    (this.result()?.rules ?? [])
      .map(({ serviceName, version, offers }) => {
        const rule =
          version === 0
            ? this.t('rankRules.origin.usual')
            : this.t('rankRules.replay.version', { name: serviceName ?? this.t('rankRules.county'), number: version });
        return `${rule}: ${this.t('rankRules.replay.offers', { count: offers })}`;
      })
      .join(' · '),
  );

  protected whatOf(what: ReplayResult['differences'][number]['what']): string {
    return what.map((one) => this.t(`rankRules.difference.${one}`)).join(', ');
  }

  protected async replay(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    this.result.set(undefined);
    try {
      this.result.set(await this.api.send(replayOffers, { query: { from: this.from(), until: this.until() } }));
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }
}
