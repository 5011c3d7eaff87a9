import type { Endpoint } from '@lotse/kernel';
import type { Database, Transaction } from '@lotse/server-kit/database';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** What the guard finds out about a request and the handler needs. */
export interface RequestFacts {
  contract: Endpoint;
  /** For what must last when the request itself is refused. */
  database: Database;
  transaction?: Transaction;
  /** The version in If-Match; only for contracts that are `versioned`. */
  version?: number;
  idempotency?: { key: string; hash: Buffer };
  /** The answer of the first request with this Idempotency-Key: it is sent again and nothing runs. */
  replay?: { status: number; answer: unknown };
}

export type LotseRequest = FastifyRequest & { lotse?: RequestFacts };

export const requestOf = (context: ExecutionContext): LotseRequest => context.switchToHttp().getRequest<LotseRequest>();

/** Hands a handler the transaction of its request. */
export const Current = createParamDecorator((_: unknown, context: ExecutionContext): Transaction => {
  const transaction = requestOf(context).lotse?.transaction;
  if (!transaction) throw new Error('This route runs without a transaction.');
  return transaction;
});

/** Hands a handler the version that the caller looked at. */
export const Version = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const version = requestOf(context).lotse?.version;
  if (version === undefined) throw new Error('The contract of this route is not versioned.');
  return version;
});
