import { HttpErrorResponse } from '@angular/common/http';
import type { FieldProblem } from '@lotse/kernel';

/** A failed call, as the server told it: translate it by `code`, show `fields` at the inputs they name. */
export class ApiProblem extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    readonly title: string,
    readonly detail: string | undefined = undefined,
    readonly fields: readonly FieldProblem[] = [],
    readonly context: Readonly<Record<string, unknown>> = {},
    /** Short mark that staff can read out to the support; the server's request id when it sent one. */
    readonly reference: string = newReference(),
  ) {
    super(detail ?? title);
    this.name = 'ApiProblem';
  }

  /** What is wrong with one input, or undefined. */
  field(name: string): FieldProblem | undefined {
    return this.fields.find((found) => found.field === name);
  }
}

/** A mark of four letters, for failures that no server answered. */
function newReference(): string {
  return crypto.getRandomValues(new Uint16Array(1))[0]!.toString(16).toUpperCase().padStart(4, '0');
}

/** Turns whatever a call threw into an ApiProblem. Status 0 means that no server was reached. */
export function apiProblemOf(thrown: unknown): ApiProblem {
  if (thrown instanceof ApiProblem) return thrown;
  if (!(thrown instanceof HttpErrorResponse)) return unreadable(thrown);
  if (thrown.status === 0) return new ApiProblem('offline', 0, 'No connection.');
  const body = bodyOf(thrown.error);
  return body === undefined ? new ApiProblem('unexpected', thrown.status, thrown.statusText) : answered(thrown, body);
}

/** What the server itself said. */
function answered({ status, statusText, headers }: HttpErrorResponse, body: Record<string, unknown>): ApiProblem {
  const fields = Array.isArray(body['fields']) ? (body['fields'] as FieldProblem[]) : [];
  const context = (body['context'] ?? {}) as Record<string, unknown>;
  const reference = headers.get('x-request-id')?.slice(-4).toUpperCase();
  return new ApiProblem(
    text(body['code']) ?? 'unexpected',
    status,
    text(body['title']) ?? statusText,
    text(body['detail']),
    fields,
    context,
    reference,
  );
}

/** An answer that does not fit its contract: the client is older than the server, or there is a bug. */
function unreadable(thrown: unknown): ApiProblem {
  return new ApiProblem(
    'unreadable-answer',
    200,
    'The answer could not be read.',
    thrown instanceof Error ? thrown.message : String(thrown),
  );
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

function bodyOf(error: unknown): Record<string, unknown> | undefined {
  if (typeof error === 'object' && error !== null && !(error instanceof Event)) return error as Record<string, unknown>;
  if (typeof error !== 'string') return undefined;
  try {
    const parsed: unknown = JSON.parse(error);
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
