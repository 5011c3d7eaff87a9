import { Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { readSeries, type SlotSeries } from '@lotse/calendar/model';
import { Api, Live } from '@lotse/client-kit/api';
import { Chip, Icon, injectText, Loaded, Page, PlainDayPipe, State, Table } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { EndSeries } from './end-series';
import { ExceptDay } from './except-day';
import { injectSeriesTexts } from './series-texts';

/** `/termine/serien`: time that recurs. */
@Component({
  selector: 'lotse-series-page',
  imports: [Chip, EndSeries, ExceptDay, Icon, Loaded, Page, PlainDayPipe, RouterLink, State, Table],
  template: `
    <lotse-page [title]="t('calendar.series.title')" [lead]="t('calendar.series.lead')" back="/termine" [backLabel]="t('calendar.title')">
      <ng-container pageActs>
        @if (session.may('calendar.openSlot')) {
          <a class="button is-filled" routerLink="/termine/serien/neu"><lotse-icon name="plus" />{{ t('calendar.series.new') }}</a>
        }
      </ng-container>
      <lotse-state [of]="found" [empty]="found.hasValue() && found.value().items.length === 0" [emptyText]="t('calendar.series.empty')">
        <ng-template [lotseLoaded]="found" let-page>
          <lotse-table
            [caption]="t('calendar.series.title')"
            [columns]="[t('calendar.series.what'), t('calendar.schedule'), t('calendar.column.how'), t('calendar.series.when')]"
            [acts]="t('calendar.column.acts')"
          >
            <tbody>
              @for (one of page.items; track one.id) {
                <tr>
                  <th scope="row" class="cell-main">
                    {{ texts.rule(one.rule) }}
                    <span class="cell-sub">{{ t('calendar.series.at', { time: one.startsAt, minutes: one.minutes }) }}</span>
                  </th>
                  <td [attr.data-label]="t('calendar.schedule')">{{ one.scheduleName }}</td>
                  <td [attr.data-label]="t('calendar.column.how')">
                    {{
                      one.municipalityName
                        ? t('calendar.modeAt', { mode: t('calendar.mode.' + one.mode), place: one.municipalityName })
                        : t('calendar.mode.' + one.mode)
                    }}
                    @if (one.places > 1) {
                      <span class="cell-sub">{{ t('calendar.series.places', { count: one.places }) }}</span>
                    }
                  </td>
                  <td [attr.data-label]="t('calendar.series.when')">
                    {{ texts.span(one) }}
                    @if (one.madeUntil; as until) {
                      <span class="cell-sub">{{ t('calendar.series.madeUntil', { day: (until | plainDay) }) }}</span>
                    }
                    @if (one.exceptions.length > 0) {
                      <lotse-chip tone="info">{{ t('calendar.series.exceptions', { count: one.exceptions.length }) }}</lotse-chip>
                    }
                  </td>
                  <td class="cell-acts">
                    @if (session.may('calendar.openSlot')) {
                      <span class="cluster">
                        <a
                          class="button is-small"
                          [routerLink]="['/termine/serien', one.id]"
                          [attr.aria-label]="t('calendar.series.changeOf', { name: nameOf(one) })"
                          >{{ t('calendar.series.change') }}</a
                        >
                        <button
                          type="button"
                          class="button is-small"
                          [attr.aria-label]="t('calendar.series.exceptOf', { name: nameOf(one) })"
                          (click)="excepting.set(one)"
                        >
                          {{ t('calendar.series.except') }}
                        </button>
                        <button
                          type="button"
                          class="button is-small"
                          [attr.aria-label]="t('calendar.series.endOf', { name: nameOf(one) })"
                          (click)="ending.set(one)"
                        >
                          {{ t('calendar.series.end') }}
                        </button>
                      </span>
                    }
                  </td>
                </tr>
              }
            </tbody>
          </lotse-table>
        </ng-template>
      </lotse-state>
      <lotse-end-series [(series)]="ending" (finished)="found.reload()" />
      <lotse-except-day [(series)]="excepting" (excepted)="found.reload()" />
    </lotse-page>
  `,
})
export class SeriesPage {
  protected readonly t = injectText();
  protected readonly texts = injectSeriesTexts();
  protected readonly session = inject(CurrentSession);
  protected readonly found = inject(Api).read(readSeries, () => ({}));
  protected readonly ending = signal<SlotSeries | undefined>(undefined);
  protected readonly excepting = signal<SlotSeries | undefined>(undefined);

  constructor() {
    inject(Live).onChange('slot', () => this.found.reload());
  }

  protected nameOf = (one: SlotSeries): string => `${this.texts.rule(one.rule)}, ${one.startsAt}, ${one.scheduleName}`;
}
