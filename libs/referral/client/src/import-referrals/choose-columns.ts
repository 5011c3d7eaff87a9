import { Component, computed, input, linkedSignal, output } from '@angular/core';
import { Chip, injectText, Notice, Table } from '@lotse/client-kit/ui';
import { guessFields, importFields, neededFields, type ImportField } from '@lotse/referral/model';
import type { Table as ReadTable } from './read-table';

const examples = 3;
const delimiters: Readonly<Record<string, string>> = { ';': 'semicolon', ',': 'comma', '\t': 'tab', '|': 'bar' };

/** Which column is read as what: guessed from the headings, to be looked over. */
@Component({
  selector: 'lotse-choose-columns',
  imports: [Chip, Notice, Table],
  templateUrl: './choose-columns.html',
})
export class ChooseColumns {
  protected readonly t = injectText();
  protected readonly all = importFields;
  readonly table = input.required<ReadTable>();
  readonly busy = input(false);
  readonly chosen = output<readonly (ImportField | undefined)[]>();
  readonly another = output();

  protected readonly fields = linkedSignal<readonly (ImportField | undefined)[]>(() => guessFields(this.table().headers));
  protected readonly missing = computed(() => neededFields.filter((field) => !this.fields().includes(field)));
  protected readonly delimiter = computed(() => delimiters[this.table().delimiter] ?? 'other');
  protected readonly columns = computed(() =>
    this.table().headers.map((header, at) => ({
      header: header || this.t('importReferrals.columns.unnamed', { number: at + 1 }),
      examples: this.table()
        .rows.slice(0, examples)
        .map((row) => row[at]?.trim())
        .filter(Boolean)
        .join(' · '),
      field: this.fields()[at],
    })),
  );

  /** A field belongs to one column: the one that was chosen last. */
  protected choose(at: number, event: Event): void {
    const field = ((event.target as HTMLSelectElement).value || undefined) as ImportField | undefined;
    this.fields.update((fields) => fields.map((one, index) => (index === at ? field : one === field ? undefined : one)));
  }

  protected goOn(): void {
    if (this.missing().length === 0 && !this.busy()) this.chosen.emit(this.fields());
  }
}
