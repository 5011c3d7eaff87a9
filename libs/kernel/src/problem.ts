import * as z from 'zod';

/** One input that is to blame. `field` is a dotted path into the request (`person.birthDate`), `code` a key for a translated sentence. */
export const fieldProblemSchema = z.object({
  field: z.string(),
  code: z.string(),
  message: z.string(),
  parameters: z.record(z.string(), z.unknown()).optional(),
});
export type FieldProblem = z.output<typeof fieldProblemSchema>;

/** The body of every error answer: application/problem+json (RFC 9457) with a stable code and the fields to mend. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string().optional(),
  fields: z.array(fieldProblemSchema).default([]),
  context: z.record(z.string(), z.unknown()).optional(),
});
export type Problem = z.output<typeof problemSchema>;

/** What a thrower may add to the fixed part of a problem. */
export interface ProblemDetails {
  detail?: string;
  fields?: FieldProblem[];
  /** Facts the client needs to explain the problem or to offer a way out; never personal data. */
  context?: Record<string, unknown>;
}

/** A kind of problem: call it to get a problem of that kind. */
export interface ProblemKind<Code extends string = string> {
  (details?: ProblemDetails): Problem;
  readonly code: Code;
  readonly status: number;
}

/**
 * Declares a kind of problem. A rule answers with one or with nothing; the server refuses with it, the client shows it as the
 * reason why a button is off.
 * @param code kebab-case and stable: clients translate by it
 * @param field the one input that is always to blame, when there is one
 */
export function problem<const Code extends string>(code: Code, status: number, title: string, field?: string): ProblemKind<Code> {
  const make = (details: ProblemDetails = {}): Problem => ({
    type: `/problems/${code}`,
    title,
    status,
    code,
    detail: details.detail,
    fields: details.fields ?? (field ? [{ field, code, message: details.detail ?? title }] : []),
    context: details.context,
  });
  return Object.assign(make, { code, status });
}

/** A refusal on its way out: thrown by acts, turned into problem+json at the edge. */
export class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

/** Throws when a rule answered with a problem. */
export function refuse(found: Problem | undefined): void {
  if (found) throw new Refusal(found);
}

export const badRequest = problem('bad-request', 400, 'The request could not be read.');
export const invalidInput = problem('invalid-input', 422, 'Some inputs need to be corrected.');
export const notSignedIn = problem('not-signed-in', 401, 'Please sign in.');
export const notPermitted = problem('not-permitted', 403, 'Your role does not permit this.');
export const secondFactorRequired = problem(
  'second-factor-required',
  403,
  'Your organisation requires a second factor. Please set one up first.',
);
export const deputyshipOver = problem('deputyship-over', 409, 'You are no longer a deputy. Nothing was changed.');
export const notFound = problem('not-found', 404, 'This does not exist, or you may not see it.');
export const versionMissing = problem('version-missing', 412, 'Send the version you looked at in If-Match.');
export const versionStale = problem('version-stale', 409, 'Somebody changed this since you looked.');
export const invalidState = problem('invalid-state', 422, 'This is not possible in the present state.');
export const idempotencyKeyReused = problem('idempotency-key-reused', 422, 'This Idempotency-Key was used for a different request.');
/** What was answered then leads to somebody whose data is no longer open as it was. What was done stays done. */
export const answerGone = problem('answer-gone', 409, 'This was done. What it answered is no longer open to you.');
export const unexpected = problem('unexpected', 500, 'Something went wrong on our side. Nothing was changed.');
export const unavailable = problem('unavailable', 503, 'Lotse is not ready at the moment. Please try again.');
export const tooMany = problem('too-many-requests', 429, 'Too many attempts. Please wait a moment.');
/** Nobody types that fast: a loop, a stuck key or somebody who collects. `context.seconds` says when it goes on. */
export const tooFast = problem('too-fast', 429, 'That was a lot at once. Please wait a moment.');
