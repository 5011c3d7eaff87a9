import { inject, Service } from '@angular/core';
import type { FieldProblem, Problem } from '@lotse/kernel';
import { Texts } from './texts';

type Told = Pick<Problem, 'code' | 'title' | 'detail' | 'context'>;

/** Problems in words: a room's own text (`<room>.problems.<code>`), else the kit's, else what the server said. */
@Service()
export class ProblemTexts {
  private readonly texts = inject(Texts);

  /** What went wrong, as one or two sentences. */
  of(problem: Readonly<Told>): string {
    return this.translated('problems', problem.code, problem.context) ?? problem.detail ?? problem.title;
  }

  /** What is wrong with one input: first by its own code in `<room>.fields.<code>`, then by the problem of that code. */
  field(problem: Readonly<FieldProblem>): string {
    return (
      this.translated('fields', problem.code, problem.parameters) ??
      // What the library that checks says of itself is written with dashes by the server.
      this.translated('fields', problem.code.replaceAll('-', '_'), problem.parameters) ??
      this.translated('problems', problem.code, problem.parameters) ??
      problem.message
    );
  }

  private translated(group: string, code: string, parameters: Readonly<Record<string, unknown>> = {}): string | undefined {
    const key = this.texts.keyEndingWith(`${group}.${code}`);
    return key && this.texts.of(key, parameters);
  }
}

/** `problemText` and `fieldText` for a component: `protected readonly problemText = injectProblemText();` */
export function injectProblemText(): (problem: Readonly<Told>) => string {
  const texts = inject(ProblemTexts);
  return (problem) => texts.of(problem);
}

export function injectFieldText(): (problem: Readonly<FieldProblem>) => string {
  const texts = inject(ProblemTexts);
  return (problem) => texts.field(problem);
}
