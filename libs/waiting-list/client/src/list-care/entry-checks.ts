import { Component, computed, inject, input, signal } from '@angular/core';
import { Api, apiProblemOf, Live, type ApiProblem } from '@lotse/client-kit/api';
import { Failure, Icon, injectText, Loaded, State } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { readListChecks, startListChecks } from '@lotse/waiting-list/model';
import { careTexts } from './care-texts';
import { CheckRow } from './check-row';

/** The section "Listenprüfung" of one entry: `<lotse-entry-checks [entryId]="entry.id" [serviceId]="entry.serviceId" />`. */
@Component({
  selector: 'lotse-entry-checks',
  imports: [CheckRow, Failure, Icon, Loaded, State],
  template: `
    <section class="panel" [attr.aria-labelledby]="'checks-' + entryId()">
      <div class="panel-head">
        <h2 class="section-title" [id]="'checks-' + entryId()">{{ t('listCare.section') }}</h2>
        @if (mayAsk() && !isOpen() && checks.hasValue()) {
          <button type="button" class="button is-small" [attr.aria-disabled]="busy() || null" (click)="ask()">
            <lotse-icon name="list-checks" [size]="15" />{{ t('listCare.act.ask') }}
          </button>
        }
      </div>
      @if (problem(); as problem) {
        <lotse-failure [problem]="problem" (retry)="ask()" />
      }
      <lotse-state
        [of]="checks"
        [empty]="checks.hasValue() && checks.value().items.length === 0"
        emptiness="none"
        [emptyText]="t('listCare.empty.entry')"
        [rows]="1"
        [rowHeight]="72"
      >
        <ng-template [lotseLoaded]="checks" let-page>
          @for (check of page.items; track check.id) {
            <lotse-check-row [check]="check" [bare]="true" (changed)="checks.reload()" />
          }
        </ng-template>
      </lotse-state>
    </section>
  `,
  styles: `
    lotse-check-row + lotse-check-row {
      border-block-start: 1px solid var(--hairline);
    }
  `,
})
export class EntryChecks {
  protected readonly t = injectText('listCare', careTexts);
  private readonly api = inject(Api);
  private readonly session = inject(CurrentSession);

  readonly entryId = input.required<string>();
  readonly serviceId = input.required<string>();

  protected readonly checks = this.api.read(readListChecks, () => ({ query: { entryId: this.entryId() } }));
  protected readonly isOpen = computed(
    () =>
      this.checks.hasValue() &&
      this.checks.value().items.some(({ kind, state }) => kind === 'validation' && ['open', 'to_decide'].includes(state)),
  );
  protected readonly mayAsk = computed(() => this.session.may('waitingList.askChecks'));
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  constructor() {
    inject(Live).onChange('list-check', () => this.checks.reload());
  }

  protected async ask(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      await this.api.send(startListChecks, { params: { id: this.serviceId() }, body: { entryIds: [this.entryId()] } });
      this.checks.reload();
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }
}
