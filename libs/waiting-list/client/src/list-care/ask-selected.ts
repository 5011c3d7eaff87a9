import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import { Failure, Icon, injectText } from '@lotse/client-kit/ui';
import type { AnswerOf } from '@lotse/kernel';
import { startListChecks } from '@lotse/waiting-list/model';
import { careTexts } from './care-texts';

const refusals = ['already_open', 'not_waiting', 'not_found'] as const;

/** Asks several people on a list whether the place is still needed, and says below the bar what came of it. */
@Component({
  selector: 'lotse-ask-selected',
  imports: [Failure, Icon, RouterLink],
  template: `
    @if (problem(); as problem) {
      <lotse-failure [problem]="problem" />
    }
    <div role="status">
      @if (sentence(); as sentence) {
        <p class="bar-note" data-tone="info">
          <lotse-icon name="list-checks" [size]="16" /><span>{{ sentence }}</span>
          @if (started()?.roundId; as round) {
            <a [routerLink]="['/warteliste/pruefung', round]">{{ t('listCare.selected.toRound') }}</a>
          }
          <button type="button" class="button is-text is-small" (click)="started.set(undefined)">
            {{ t('listCare.selected.dismiss') }}
          </button>
        </p>
      }
    </div>
  `,
})
export class AskSelected {
  protected readonly t = injectText('listCare', careTexts);
  private readonly api = inject(Api);
  readonly serviceId = input.required<string>();
  /** The rows have changed. */
  readonly asked = output();

  readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly started = signal<AnswerOf<typeof startListChecks> | undefined>(undefined);
  protected readonly sentence = computed(() => {
    const items = this.started()?.items;
    if (!items) return undefined;
    const countOf = (wanted: string) => items.filter(({ result }) => result === wanted).length;
    const parts = (['asked', ...refusals] as const).flatMap((result) => {
      const count = countOf(result);
      return count > 0 ? this.t(`listCare.selected.result.${result}`, { count }) : [];
    });
    return parts.join(' ');
  });

  async run(entryIds: readonly string[]): Promise<void> {
    if (this.busy() || entryIds.length === 0) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      this.started.set(await this.api.send(startListChecks, { params: { id: this.serviceId() }, body: { entryIds: [...entryIds] } }));
      this.asked.emit();
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }
}
