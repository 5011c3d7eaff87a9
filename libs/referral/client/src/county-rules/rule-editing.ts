import { computed, inject, linkedSignal, signal, type Signal } from '@angular/core';
import { apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import { injectText, Toasts } from '@lotse/client-kit/ui';
import { calendarDayOf } from '@lotse/kernel';

/** What is said with every change of a rule. */
export interface Said {
  readonly isNew: boolean;
  readonly validFrom: string;
  readonly why: string;
  readonly restores?: number;
}

interface Surroundings<Draft> {
  /** What is being edited; another one begins anew. */
  readonly key: Signal<string>;
  /** What to begin with, when nothing was typed yet. */
  readonly begin: () => Draft;
  readonly isNew: Signal<boolean>;
  readonly send: (draft: Draft, said: Said) => Promise<unknown>;
  readonly saved: () => void;
}

/** A rule of the county that somebody writes: what was typed so far, from when and why. Stays as it is until it was saved. Make it in an injection context. */
export class RuleEditing<Draft> {
  private readonly t = injectText();
  private readonly toasts = inject(Toasts);
  private readonly source = computed(() => this.around.key());

  readonly draft = linkedSignal<string, Draft>({ source: this.source, computation: () => this.around.begin() });
  readonly validFrom = linkedSignal<string, string>({ source: this.source, computation: () => calendarDayOf(new Date()) });
  readonly why = linkedSignal<string, string>({ source: this.source, computation: () => '' });
  /** The version that is being written again. */
  readonly restores = linkedSignal<string, number | undefined>({ source: this.source, computation: () => undefined });
  readonly problem = linkedSignal<string, ApiProblem | undefined>({ source: this.source, computation: () => undefined });
  readonly busy = signal(false);

  constructor(private readonly around: Surroundings<Draft>) {}

  set(changes: Partial<Draft>): void {
    this.draft.update((draft) => ({ ...draft, ...changes }));
  }

  /** Writes what stood in a version, to be looked at and saved as a new one. */
  restore(version: number, draft: Draft): void {
    this.draft.set(draft);
    this.restores.set(version);
    this.problem.set(undefined);
  }

  async save(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    const restores = this.restores();
    const said = {
      isNew: this.around.isNew(),
      validFrom: this.validFrom(),
      why: this.why(),
      ...(restores === undefined ? {} : { restores }),
    };
    try {
      await this.around.send(this.draft(), said);
      this.toasts.show(this.t('countyRules.saved'));
      this.why.set('');
      this.restores.set(undefined);
      this.around.saved();
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }
}
