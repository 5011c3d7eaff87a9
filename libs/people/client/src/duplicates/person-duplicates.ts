import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Api } from '@lotse/client-kit/api';
import { injectText, Toasts } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { answerDuplicate, mergePermissions, readDuplicates, type PossibleDuplicate } from '@lotse/people/model';
import { MergeDialog } from '../merge/merge-dialog';
import { DoubleMarks } from './double-marks';
import { DuplicateWarning } from './duplicate-warning';

/** Who may be the same person, on the page of somebody: merged with them, or said to be somebody else. */
@Component({
  selector: 'lotse-person-duplicates',
  imports: [DuplicateWarning, MergeDialog],
  template: `
    <lotse-duplicate-warning
      [found]="open()"
      [own]="own()"
      [act]="mayMerge() ? 'merge' : 'none'"
      (same)="other.set($event)"
      (different)="isDifferent($event)"
    />
    @if (other(); as other) {
      <lotse-merge-dialog [keptId]="personId()" [keptName]="personName()" [other]="other" (closed)="close($event)" />
    }
  `,
  styles: `
    :host {
      display: contents;
    }
    lotse-duplicate-warning:empty {
      display: none;
    }
  `,
})
export class PersonDuplicates {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly session = inject(CurrentSession);
  private readonly marks = inject(DoubleMarks);

  readonly personId = input.required<string>();
  readonly personName = input.required<string>();
  /** Whether the record is the reader's own: only such can be merged. */
  readonly isOwn = input(false);
  readonly merged = output();

  protected readonly other = signal<PossibleDuplicate | undefined>(undefined);
  private readonly found = this.api.read(readDuplicates, () => ({ params: { id: this.personId() } }));
  protected readonly open = computed(() => (this.found.hasValue() ? this.found.value().items.filter(({ answer }) => answer === null) : []));
  protected readonly own = computed(() => this.session.session()?.organisation.id);
  protected readonly mayMerge = computed(() => this.isOwn() && this.session.may(mergePermissions.merge));

  protected async isDifferent({ id }: PossibleDuplicate): Promise<void> {
    await this.api.send(answerDuplicate, { params: { id: this.personId() }, body: { otherId: id, answer: 'different' } });
    this.marks.forget();
    this.toasts.show(this.t('people.duplicate.answered'));
    this.found.reload();
  }

  protected close(isMerged: boolean): void {
    this.other.set(undefined);
    if (!isMerged) return;
    this.marks.forget();
    this.toasts.show(this.t('people.merge.done'));
    this.found.reload();
    this.merged.emit();
  }
}
