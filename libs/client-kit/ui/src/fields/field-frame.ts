import { computed, Directive, inject, input } from '@angular/core';
import type { ApiProblem } from '@lotse/client-kit/api';
import { ProblemTexts } from '../texts/problem-texts';

let count = 0;

/** The id of the control for an input called `name` in problems: `person.birthDate` -> `field-person-birthDate`. */
export function controlIdOf(name: string): string {
  return `field-${name.replace(/[^\w-]/g, '-')}`;
}

/** What every field has: a label, a hint, and what is wrong with it. */
@Directive()
export abstract class FieldFrame {
  private readonly problemTexts = inject(ProblemTexts);
  private readonly fallback = `field-${++count}`;

  readonly label = input.required<string>();
  readonly hint = input<string>();
  /** The dotted path of the input in the request; problems are found by it, and the summary links to it. */
  readonly name = input<string>();
  readonly optional = input(false);
  /** What the server refused; the part about `name` is shown here. */
  readonly problem = input<ApiProblem | undefined>();
  /** What the page itself found; goes before the server's. */
  readonly error = input<string | null | undefined>();

  readonly controlId = computed(() => {
    const name = this.name();
    return name ? controlIdOf(name) : this.fallback;
  });
  readonly hintId = computed(() => `${this.controlId()}-hint`);
  readonly errorId = computed(() => `${this.controlId()}-error`);
  readonly errorText = computed(() => {
    const found = this.error();
    if (found) return found;
    const refused = this.problem()?.field(this.name() ?? '');
    return refused && this.problemTexts.field(refused);
  });
  readonly describedBy = computed(
    () => [this.hint() && this.hintId(), this.errorText() && this.errorId()].filter(Boolean).join(' ') || null,
  );
}
