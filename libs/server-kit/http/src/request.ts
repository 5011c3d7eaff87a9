import { notSignedIn, Refusal, type Endpoint } from '@lotse/kernel';
import type { Database, Transaction } from '@lotse/server-kit/database';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { hashOf, tokenFrom } from './session-cookie';

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

/** Runs work in another transaction of the same session. */
export type GoOn = <Result>(work: (transaction: Transaction) => Promise<Result>) => Promise<Result>;

/**
 * Hands a handler what it needs to go on while its answer is on its way, page by page: each page is a transaction of its own, so that no slow
 * line holds a connection, and a session that has ended meanwhile gets no further page.
 */
export const Continued = createParamDecorator((_: unknown, context: ExecutionContext): GoOn => {
  const request = requestOf(context);
  const [database, token] = [request.lotse!.database, tokenFrom(request.headers.cookie)!];
  return async (work) => {
    const done = await database.again(hashOf(token), async (transaction) => ({ result: await work(transaction) }));
    if (!done) throw new Refusal(notSignedIn());
    return done.result;
  };
});

/** Hands a handler the version that the caller looked at. */
export const Version = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const version = requestOf(context).lotse?.version;
  if (version === undefined) throw new Error('The contract of this route is not versioned.');
  return version;
});
