import { invalidInput, Refusal, type FieldProblem } from '@lotse/kernel';
import { StandardSchemaValidationPipe } from '@nestjs/common';

/** A finding of a zod schema, as far as an answer may show it. */
interface Issue {
  path?: readonly (PropertyKey | { key: PropertyKey })[];
  message: string;
  code?: string;
  keys?: readonly string[];
  params?: { code?: string };
  /** What kind of value was too small or too big. */
  origin?: string;
  minimum?: unknown;
  maximum?: unknown;
  input?: unknown;
  expected?: unknown;
}

const pathOfIssue = (issue: Issue): string =>
  (issue.path ?? []).map((step) => String(typeof step === 'object' ? step.key : step)).join('.');

function fieldProblems(issue: Issue): FieldProblem[] {
  const at = pathOfIssue(issue);
  if (issue.code === 'unrecognized_keys') {
    return (issue.keys ?? []).map((key) => ({
      field: at ? `${at}.${key}` : key,
      code: 'unknown-field',
      message: 'This field does not exist.',
    }));
  }
  return [{ field: at, code: codeOf(issue), message: issue.message, parameters: parametersOf(issue) }];
}

function codeOf(issue: Issue): string {
  if (issue.params?.code) return issue.params.code;
  if (issue.code === 'invalid_type' && issue.message.includes('undefined')) return 'required';
  // Blanks where there must be something: whoever reads this has left it out.
  if (issue.code === 'too_small' && issue.origin === 'string' && issue.minimum === 1) return 'required';
  if (issue.code === 'custom' || issue.code === undefined) return issue.message;
  return issue.code.replaceAll('_', '-');
}

function parametersOf(issue: Issue): Record<string, unknown> | undefined {
  const found = { minimum: issue.minimum, maximum: issue.maximum, expected: issue.expected };
  const known = Object.entries(found).filter(([, value]) => value !== undefined);
  return known.length > 0 ? Object.fromEntries(known) : undefined;
}

/** The refusal for what a schema found: every input that is wrong, by field, with a code that clients translate. */
export const refusalOf = (issues: readonly unknown[]): Refusal =>
  new Refusal(invalidInput({ fields: (issues as Issue[]).flatMap(fieldProblems) }));

/** Nest's own pipe with our answer. */
export const validationPipe = () =>
  new StandardSchemaValidationPipe({ exceptionFactory: refusalOf } as ConstructorParameters<typeof StandardSchemaValidationPipe>[0]);
