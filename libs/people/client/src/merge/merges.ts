import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Api, apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import { Failure, injectText, MomentTextPipe, Toasts } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { mergePermissions, readMerges, undoMerge } from '@lotse/people/model';

/** What was merged into a record, with the way back. Nothing is shown where nothing was merged. */
@Component({
  selector: 'lotse-merges',
  imports: [Failure, MomentTextPipe],
  template: `
    @if (merges.hasValue() && merges.value().items.length > 0) {
      <section class="panel stack">
        <h2 class="section-title">{{ t('people.merge.history') }}</h2>
        @if (problem(); as problem) {
          <lotse-failure [problem]="problem" />
        }
        <ul class="stack" role="list">
          @for (one of merges.value().items; track one.id) {
            <li class="cluster">
              <span>{{ t('people.merge.was', { name: one.otherName, moment: (one.at | moment), by: one.byName }) }}</span>
              @if (one.undoneAt; as at) {
                <span class="muted">{{ t('people.merge.undone', { by: one.undoneByName ?? '', moment: (at | moment) }) }}</span>
              } @else {
                <button type="button" class="button is-small" (click)="undo(one.id)">{{ t('people.merge.undo') }}</button>
              }
            </li>
          }
        </ul>
      </section>
    }
  `,
})
export class Merges {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly may = inject(CurrentSession).may(mergePermissions.merge);
  readonly personId = input.required<string>();
  /** Asks again when the record has another version. */
  readonly version = input.required<number>();
  readonly undone = output();
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  private readonly asked = computed(() => ({ id: this.personId(), version: this.version() }));
  protected readonly merges = this.api.read(readMerges, () => (this.may ? { params: { id: this.asked().id } } : undefined));

  protected async undo(id: string): Promise<void> {
    this.problem.set(undefined);
    try {
      await this.api.send(undoMerge, { params: { id } });
      this.toasts.show(this.t('people.merge.undoDone'));
      this.undone.emit();
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    }
  }
}
