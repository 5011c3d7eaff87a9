import { Component, inject, input, output, signal } from '@angular/core';
import { Api, type ApiProblem, apiProblemOf } from '@lotse/client-kit/api';
import { DayPipe, Failure, injectText, PlainDayPipe, Table, Toasts } from '@lotse/client-kit/ui';
import { endHold, type LegalHold } from '@lotse/people/model';

/** What is kept beyond its period: who, why, by whom, until when. */
@Component({
  selector: 'lotse-hold-list',
  imports: [DayPipe, Failure, PlainDayPipe, Table],
  template: `
    <section class="stack">
      <h2 class="section-title">{{ t('retention.hold.title') }}</h2>
      @if (problem(); as found) {
        <lotse-failure [problem]="found" />
      }
      @if (holds().length > 0) {
        <lotse-table
          [columns]="[t('retention.due.whose'), t('retention.hold.reason'), t('retention.hold.by'), t('retention.hold.until')]"
          [acts]="t('retention.due.act')"
        >
          <tbody>
            @for (hold of holds(); track hold.id) {
              <tr>
                <th scope="row" class="cell-main">{{ hold.name ?? hold.number }}</th>
                <td [attr.data-label]="t('retention.hold.reason')">
                  {{ hold.reason ?? t('retention.hold.reasonOf', { name: hold.setBy }) }}
                </td>
                <td [attr.data-label]="t('retention.hold.by')">{{ hold.setBy }}, {{ hold.setAt | day }}</td>
                <td [attr.data-label]="t('retention.hold.until')">
                  @if (hold.until; as until) {
                    {{ until | plainDay }}
                  } @else {
                    {{ t('retention.hold.open') }}
                  }
                </td>
                <td class="cell-acts">
                  <button type="button" class="button is-small" [attr.aria-disabled]="busy() || null" (click)="end(hold)">
                    {{ t('retention.hold.end') }}
                  </button>
                </td>
              </tr>
            }
          </tbody>
        </lotse-table>
      } @else {
        <p class="muted">{{ t('retention.hold.none') }}</p>
      }
    </section>
  `,
})
export class HoldList {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  readonly holds = input.required<readonly LegalHold[]>();
  readonly done = output();
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  protected async end({ id, version }: LegalHold): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      await this.api.send(endHold, { params: { id }, version, body: {} });
      this.toasts.show(this.t('retention.hold.ended'));
      this.done.emit();
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }
}
