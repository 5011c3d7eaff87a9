import { badRequest, invalidInput, notFound, problem, Refusal, tooMany, unavailable, unexpected, type Problem } from '@lotse/kernel';
import { LOG, type Logger } from '@lotse/server-kit/telemetry';
import { Catch, HttpException, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { LotseRequest } from './request';

const tooLarge = problem('too-large', 413, 'The request is too large.');
const unsupportedMedia = problem('unsupported-media-type', 415, 'Send application/json.');

const byStatus: Readonly<Record<number, (details?: { detail?: string }) => Problem>> = {
  400: badRequest,
  404: notFound,
  413: tooLarge,
  415: unsupportedMedia,
  429: tooMany,
};

/** Codes of PostgreSQL and the network that mean "not now", not "never". */
const passing = new Set(['40001', '40P01', '53300', '57P01', '57P02', '57P03', 'ECONNREFUSED', 'ECONNRESET', '08006', '08003']);

/** What PostgreSQL says of a value it cannot read. Bodies are checked before; only a cursor that was tampered with gets so far. */
const unreadable = new Set(['22007', '22008', '22P02', '22003']);

/** What the pool says when every connection is in use for too long. */
const noConnection = 'timeout exceeded when trying to connect';

/** Seconds to wait after too many wrong passwords, where nobody is told how many are left. */
const defaultWait = 60;

/**
 * Turns whatever went wrong into problem+json. What nobody expected is logged by its id and shown as one neutral sentence; what was refused,
 * by route, code and who it was: never what they sent.
 */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOG) private readonly log: Logger) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const request = http.getRequest<LotseRequest>();
    await request.lotse?.transaction?.rollback();
    const found = problemOf(error);
    const about = { request: request.id, route: request.lotse?.contract.path };
    if (found.status >= 500) this.log.error({ ...about, error }, found.code);
    else this.log.info({ ...about, status: found.status, code: found.code, staff: whoAsked(request) }, 'refused');
    const reply = http.getResponse<FastifyReply>();
    if (found.status === 429) reply.header('retry-after', String(found.context?.['seconds'] ?? defaultWait));
    void reply
      .status(found.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(JSON.stringify({ ...found, instance: request.id }));
  }
}

/** Whoever has no session is nobody yet. */
const whoAsked = ({ lotse }: LotseRequest): string | undefined => lotse?.transaction?.enteredAs?.staffId;

/** The problem behind an error. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Refusal) return error.problem;
  if (error instanceof HttpException) return fromStatus(error.getStatus(), error.message);
  const { code = '', statusCode = 500, message = '' } = error as { code?: string; statusCode?: number; message?: string };
  if (statusCode < 500) return fromStatus(statusCode, message);
  if (unreadable.has(code))
    return invalidInput({ fields: [{ field: 'cursor', code: 'unknown-cursor', message: 'Begin again without a cursor.' }] });
  return passing.has(code) || message.includes(noConnection) ? unavailable() : unexpected();
}

function fromStatus(status: number, detail?: string): Problem {
  const known = byStatus[status];
  if (known) return known(status === 404 ? {} : { detail });
  return status < 500 ? { ...invalidInput({ detail }), status } : unexpected();
}
