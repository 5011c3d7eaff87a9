import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';

export type { Logger };

/** The token by which the log is injected. */
export const LOG = Symbol('log');

/**
 * Makes the log of a process: JSON lines with identifiers and verbs. Bodies, names and addresses have no place in it; what could
 * carry them is cut before it is written.
 */
export function makeLog(process: string, level: string): Logger {
  return pino({
    level,
    base: { process },
    redact: { paths: ['req.headers', 'req.body', '*.password', '*.email', 'error.detail', 'error.parameters'], remove: true },
    serializers: { error: describeError },
  });
}

/** An error as the log may carry it: name, message of ours or the database's code, and where; never the values involved. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { name: typeof error };
  const { code, constraint, table } = error as { code?: string; constraint?: string; table?: string };
  return {
    name: error.name,
    code,
    constraint,
    table,
    message: code ? undefined : error.message,
    stack: error.stack?.split('\n').slice(1, 8),
  };
}

/** Lets Nest write to the same log. */
export function nestLogger(log: Logger): LoggerService {
  const write =
    (level: 'info' | 'error' | 'warn' | 'debug') =>
    (message: unknown, ...rest: unknown[]) =>
      log[level]({ context: rest.at(-1) }, typeof message === 'string' ? message : 'nest');
  return { log: write('debug'), error: write('error'), warn: write('warn'), debug: write('debug'), verbose: write('debug') };
}
