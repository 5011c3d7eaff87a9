import { Component, inject, signal } from '@angular/core';
import { endAbsence, readAbsences, type Absence } from '@lotse/calendar/model';
import { Api, apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import { Failure, Icon, injectText, Loaded, Page, PlainDayPipe, State, Table, Toasts } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { EnterAbsence } from './enter-absence';

/** `/termine/abwesenheiten`: who is away, and who stands in. */
@Component({
  selector: 'lotse-absences-page',
  imports: [EnterAbsence, Failure, Icon, Loaded, Page, PlainDayPipe, State, Table],
  template: `
    <lotse-page [title]="t('calendar.absence.title')" [lead]="t('calendar.absence.lead')" back="/termine" [backLabel]="t('calendar.title')">
      <ng-container pageActs>
        @if (session.may('calendar.cancelSlot')) {
          <button type="button" class="button is-filled" (click)="entering.set(true)">
            <lotse-icon name="plus" />{{ t('calendar.absence.new') }}
          </button>
        }
      </ng-container>
      @if (problem(); as problem) {
        <lotse-failure [problem]="problem" (retry)="found.reload()" />
      }
      <lotse-state [of]="found" [empty]="found.hasValue() && found.value().items.length === 0" [emptyText]="t('calendar.absence.empty')">
        <ng-template [lotseLoaded]="found" let-page>
          <lotse-table
            [caption]="t('calendar.absence.title')"
            [columns]="[t('calendar.absence.who'), t('calendar.absence.when'), t('calendar.absence.reason'), t('calendar.absence.deputy')]"
            [acts]="t('calendar.column.acts')"
          >
            <tbody>
              @for (one of page.items; track one.id) {
                <tr>
                  <th scope="row" class="cell-main">{{ one.staffName }}</th>
                  <td [attr.data-label]="t('calendar.absence.when')">{{ one.fromDay | plainDay }} – {{ one.untilDay | plainDay }}</td>
                  <td [attr.data-label]="t('calendar.absence.reason')">{{ t('calendar.absence.reasons.' + one.reason) }}</td>
                  <td [attr.data-label]="t('calendar.absence.deputy')">{{ one.deputyName ?? t('calendar.absence.nobody') }}</td>
                  <td class="cell-acts">
                    @if (session.may('calendar.cancelSlot')) {
                      <button
                        type="button"
                        class="button is-small"
                        [attr.aria-label]="t('calendar.absence.endOf', { name: one.staffName })"
                        (click)="end(one)"
                      >
                        {{ t('calendar.absence.end') }}
                      </button>
                    }
                  </td>
                </tr>
              }
            </tbody>
          </lotse-table>
        </ng-template>
      </lotse-state>
      <lotse-enter-absence [(open)]="entering" (entered)="found.reload()" />
    </lotse-page>
  `,
})
export class AbsencesPage {
  protected readonly t = injectText();
  protected readonly session = inject(CurrentSession);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly found = this.api.read(readAbsences, () => ({}));
  protected readonly entering = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  protected async end({ id, version, staffName }: Absence): Promise<void> {
    this.problem.set(undefined);
    try {
      await this.api.send(endAbsence, { params: { id }, version });
      this.toasts.show(this.t('calendar.absence.ended', { name: staffName }));
      this.found.reload();
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    }
  }
}
