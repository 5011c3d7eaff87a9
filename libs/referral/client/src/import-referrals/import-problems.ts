import { Component, computed, inject, input } from '@angular/core';
import { Api, apiProblemOf } from '@lotse/client-kit/api';
import { Icon, injectProblemText, injectText, Loaded, State, Table, Toasts } from '@lotse/client-kit/ui';
import { readImportProblems, type ImportField, type ReferralImport } from '@lotse/referral/model';
import { fileOf } from './read-table';

const shown = 100;
/** What only a table can be wrong in; what acts refuse has its words already. */
const own = new Set([
  'required',
  'format',
  'too-long',
  'unknown-choice',
  'unknown-service',
  'several-services',
  'unknown-reason',
  'kvnr-check-digit',
  'kvnr-of-another',
  'several-people',
  'imported-before',
  'twice-in-file',
  'birth-date-in-future',
  'birth-date-too-early',
  'discarded',
]);

interface Wrong {
  number: number;
  field: ImportField | null;
  code: string;
}

/** What is wrong, row by row and column by column, with what to do about it; on the screen and as a file. */
@Component({
  selector: 'lotse-import-problems',
  imports: [Icon, Loaded, State, Table],
  template: `
    <section class="stack">
      <div class="panel-head">
        <h2 class="section-title">{{ t('importReferrals.mistakes.title') }}</h2>
        <button type="button" class="button is-small" (click)="save()">
          <lotse-icon name="download" [size]="16" />{{ t('importReferrals.mistakes.save') }}
        </button>
      </div>
      <lotse-state [of]="problems" [rows]="3">
        <ng-template [lotseLoaded]="problems" let-page>
          <lotse-table [columns]="headings()">
            <tbody>
              @for (line of linesOf(page.items); track $index) {
                <tr>
                  <th scope="row" class="cell-main">{{ line[0] }}</th>
                  <td [attr.data-label]="headings()[1]">{{ line[1] }}</td>
                  <td [attr.data-label]="headings()[2]">{{ line[2] }}</td>
                </tr>
              }
            </tbody>
          </lotse-table>
          @if (page.next !== null) {
            <p class="muted">{{ t('importReferrals.mistakes.more') }}</p>
          }
        </ng-template>
      </lotse-state>
    </section>
  `,
})
export class ImportProblems {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly problemText = injectProblemText();
  readonly table = input.required<ReferralImport>();

  protected readonly problems = this.api.read(readImportProblems, () => ({
    params: { id: this.table().id },
    query: { limit: shown, after: 0 },
  }));
  protected readonly headings = computed(() => [
    this.t('importReferrals.mistakes.row'),
    this.t('importReferrals.mistakes.column'),
    this.t('importReferrals.mistakes.why'),
  ]);

  /** The heading is line 1 of the file, so the first row is line 2: what a spreadsheet shows beside it. */
  protected linesOf(items: readonly Wrong[]): string[][] {
    return items.map(({ number, field, code }) => [String(number + 1), this.columnOf(field), this.words(code)]);
  }

  protected async save(): Promise<void> {
    try {
      const items: Wrong[] = [];
      for (let after: number | null = 0; after !== null;) {
        const page: { items: Wrong[]; next: number | null } = await this.api.send(readImportProblems, {
          params: { id: this.table().id },
          query: { limit: 1000, after },
        });
        items.push(...page.items);
        after = page.next;
      }
      offer(
        fileOf(this.headings(), this.linesOf(items)),
        `${this.table().fileName.replace(/\.\w+$/, '')}-${this.t('importReferrals.mistakes.file')}.csv`,
      );
    } catch (thrown) {
      this.toasts.show(this.problemText(apiProblemOf(thrown)));
    }
  }

  private columnOf(field: ImportField | null): string {
    if (field === null) return this.t('importReferrals.mistakes.wholeRow');
    return this.table().columns.find((column) => column.field === field)?.column ?? this.t('importReferrals.field.' + field);
  }

  private words(code: string): string {
    return own.has(code)
      ? this.t('importReferrals.wrong.' + code)
      : this.problemText({ code, title: this.t('importReferrals.wrong.other') });
  }
}

/** Hands a file to the browser to keep. */
function offer(content: string, name: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
