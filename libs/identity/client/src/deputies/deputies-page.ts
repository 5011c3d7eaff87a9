import { Component, computed, inject, signal } from '@angular/core';
import { Api, type ApiProblem, apiProblemOf } from '@lotse/client-kit/api';
import { Chip, Failure, Icon, injectText, Loaded, Page, PlainDayPipe, State, Table, type Tone } from '@lotse/client-kit/ui';
import { type Deputyship, endDeputyship, readDeputyships } from '@lotse/identity/model';
import { CurrentSession } from '../current-session';
import { ArrangeDialog } from './arrange-dialog';

const tones: Readonly<Record<Deputyship['state'], Tone>> = { coming: 'info', running: 'done', over: 'plain' };

/** `/vertretungen`: who stands in for whom and until when. Administrators see all of their organisation. */
@Component({
  selector: 'lotse-deputies-page',
  imports: [ArrangeDialog, Chip, Failure, Icon, Loaded, Page, PlainDayPipe, State, Table],
  template: `
    <lotse-page [title]="t('deputies.title')" [lead]="t(isAdministrator() ? 'deputies.leadAll' : 'deputies.lead')">
      <ng-container pageActs>
        <button type="button" class="button is-filled" (click)="arranging.set(true)">
          <lotse-icon name="plus" [size]="18" />{{ t('deputies.arrange.open') }}
        </button>
      </ng-container>
      @if (problem(); as found) {
        <lotse-failure [problem]="found" />
      }
      <lotse-state [of]="deputyships" [empty]="deputyships.hasValue() && items().length === 0" [emptyText]="t('deputies.empty')">
        <ng-template [lotseLoaded]="deputyships">
          <lotse-table
            [caption]="t('deputies.title')"
            [columns]="[t('deputies.column.absent'), t('deputies.column.deputy'), t('deputies.column.days'), t('deputies.column.state')]"
            [acts]="t('deputies.column.acts')"
          >
            <tbody>
              @for (one of items(); track one.id) {
                <tr [attr.data-row]="one.id">
                  <th scope="row" class="cell-main">
                    {{ one.absent.displayName }}<span class="cell-sub">{{ one.organisation }}</span>
                  </th>
                  <td [attr.data-label]="t('deputies.column.deputy')">
                    {{ one.deputy.displayName }}<span class="cell-sub">{{ one.deputy.organisation }}</span>
                  </td>
                  <td [attr.data-label]="t('deputies.column.days')">
                    {{ t('deputies.days', { from: one.fromDay | plainDay, until: one.untilDay | plainDay }) }}
                    @if (one.reason) {
                      <span class="cell-sub">{{ one.reason }}</span>
                    }
                  </td>
                  <td [attr.data-label]="t('deputies.column.state')">
                    <div>
                      <lotse-chip [tone]="tones[one.state]">{{ t('deputies.state.' + one.state) }}</lotse-chip>
                    </div>
                  </td>
                  <td class="cell-acts">
                    @if (one.state !== 'over') {
                      <button
                        type="button"
                        class="button is-small"
                        [attr.aria-label]="t('deputies.endOf', { name: one.absent.displayName })"
                        (click)="end(one)"
                      >
                        {{ t('deputies.end') }}
                      </button>
                    }
                  </td>
                </tr>
              }
            </tbody>
          </lotse-table>
        </ng-template>
      </lotse-state>
    </lotse-page>
    <lotse-arrange-dialog [(open)]="arranging" [forOthers]="isAdministrator()" (done)="deputyships.reload()" />
  `,
})
export class DeputiesPage {
  protected readonly t = injectText();
  protected readonly tones = tones;
  private readonly api = inject(Api);
  private readonly session = inject(CurrentSession);
  protected readonly deputyships = this.api.read(readDeputyships, () => ({}));
  protected readonly items = computed(() => (this.deputyships.hasValue() ? this.deputyships.value().items : []));
  protected readonly isAdministrator = computed(() => this.session.may('staff.read'));
  protected readonly arranging = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  protected async end({ id }: Deputyship): Promise<void> {
    this.problem.set(undefined);
    try {
      await this.api.send(endDeputyship, { params: { id }, body: {} });
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    }
    this.deputyships.reload();
  }
}
