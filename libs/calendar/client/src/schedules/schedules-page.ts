import { Component, inject, signal } from '@angular/core';
import { readSchedules, type Schedule } from '@lotse/calendar/model';
import { Api } from '@lotse/client-kit/api';
import { Checkbox, Chip, Icon, injectText, Loaded, Page, State, Table } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { KeepSchedule } from './keep-schedule';
import { RetireSchedule } from './retire-schedule';

/** `/termine/kalender`: whose time is given out. */
@Component({
  selector: 'lotse-schedules-page',
  imports: [Checkbox, Chip, Icon, KeepSchedule, Loaded, Page, RetireSchedule, State, Table],
  template: `
    <lotse-page
      [title]="t('calendar.schedules.title')"
      [lead]="t('calendar.schedules.lead')"
      back="/termine"
      [backLabel]="t('calendar.title')"
    >
      <ng-container pageActs>
        @if (mayKeep()) {
          <button type="button" class="button is-filled" (click)="keeping.set('new')">
            <lotse-icon name="plus" />{{ t('calendar.schedules.new') }}
          </button>
        }
      </ng-container>
      <div class="filters">
        <lotse-checkbox
          [label]="t('calendar.schedules.withRetired')"
          name="retired"
          [checked]="withRetired()"
          (checkedChange)="withRetired.set($event)"
        />
      </div>
      <lotse-state [of]="found" [empty]="found.hasValue() && found.value().items.length === 0" [emptyText]="t('calendar.schedules.empty')">
        <ng-template [lotseLoaded]="found" let-page>
          <lotse-table
            [caption]="t('calendar.schedules.title')"
            [columns]="[
              t('calendar.schedule'),
              t('calendar.schedules.service'),
              t('calendar.schedules.who'),
              t('calendar.schedules.where'),
            ]"
            [acts]="t('calendar.column.acts')"
          >
            <tbody>
              @for (one of page.items; track one.id) {
                <tr>
                  <th scope="row" class="cell-main">
                    {{ one.name }}
                    <span class="cell-sub">{{ t('calendar.schedules.kinds.' + one.kind) }}</span>
                    @if (one.retiredAt) {
                      <lotse-chip tone="paused" icon="archive">{{ t('calendar.schedules.retired') }}</lotse-chip>
                    }
                  </th>
                  <td [attr.data-label]="t('calendar.schedules.service')">{{ one.serviceName }}</td>
                  <td [attr.data-label]="t('calendar.schedules.who')">
                    {{ one.staffName ?? '–' }}
                    <span class="cell-sub">{{ languagesOf(one) }}</span>
                  </td>
                  <td [attr.data-label]="t('calendar.schedules.where')">{{ whereOf(one) }}</td>
                  <td class="cell-acts">
                    @if (mayKeep() && !one.retiredAt) {
                      <span class="cluster">
                        <button
                          type="button"
                          class="button is-small"
                          [attr.aria-label]="t('calendar.schedules.changeOf', { name: one.name })"
                          (click)="keeping.set(one)"
                        >
                          {{ t('calendar.schedules.change') }}
                        </button>
                        <button
                          type="button"
                          class="button is-small"
                          [attr.aria-label]="t('calendar.schedules.retireOf', { name: one.name })"
                          (click)="retiring.set(one)"
                        >
                          {{ t('calendar.schedules.retire') }}
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
      <lotse-keep-schedule [(asked)]="keeping" (kept)="found.reload()" />
      <lotse-retire-schedule [(schedule)]="retiring" (retired)="found.reload()" />
    </lotse-page>
  `,
})
export class SchedulesPage {
  protected readonly t = injectText();
  private readonly session = inject(CurrentSession);
  protected readonly withRetired = signal(false);
  protected readonly keeping = signal<Schedule | 'new' | undefined>(undefined);
  protected readonly retiring = signal<Schedule | undefined>(undefined);
  protected readonly found = inject(Api).read(readSchedules, () => ({ query: this.withRetired() ? { retired: 'yes' as const } : {} }));

  protected mayKeep = (): boolean => this.session.may('schedule.keep');

  protected whereOf = ({ municipalityName, place }: Schedule): string =>
    [place, municipalityName].filter(Boolean).join(', ') || this.t('calendar.schedules.atService');

  protected languagesOf = ({ languages }: Schedule): string => {
    const names = new Intl.DisplayNames([this.t('calendar.locale')], { type: 'language' });
    return languages.map((code) => names.of(code) ?? code).join(', ');
  };
}
