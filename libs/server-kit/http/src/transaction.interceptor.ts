import { idempotencyKeyReused, Refusal } from '@lotse/kernel';
import { Database } from '@lotse/server-kit/database';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { catchError, from, mergeMap, of, type Observable } from 'rxjs';
import { requestOf, type RequestFacts } from './request';
import { hashOf, tokenFrom } from './session-cookie';

/**
 * Ends the transaction of a request. A look at something that leads to a person leaves a line in the chronicle; the answer of a
 * request with an Idempotency-Key is stored beside its effects; then everything is committed, and only then is the answer sent.
 */
@Injectable()
export class TransactionInterceptor implements NestInterceptor {
  constructor(private readonly database: Database) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = requestOf(context);
    const facts = request.lotse;
    if (!facts?.transaction) return next.handle();
    const { transaction } = facts;
    if (facts.replay) {
      context.switchToHttp().getResponse<FastifyReply>().header('Idempotent-Replay', 'true').status(facts.replay.status);
      return from(transaction.rollback()).pipe(mergeMap(() => of(facts.replay!.answer)));
    }
    return next.handle().pipe(
      mergeMap(async (answer: unknown) => {
        if (!transaction.isOpen) return answer;
        traceLook(facts, request.params as Record<string, string>);
        if (facts.idempotency) store(facts, answer);
        await transaction.commit();
        return answer;
      }),
      catchError(async (error: unknown) => {
        await transaction.rollback();
        if (isRepeated(error)) return this.answerOfTheOther(context, facts);
        throw error;
      }),
    );
  }

  private async answerOfTheOther(context: ExecutionContext, facts: RequestFacts): Promise<unknown> {
    const token = tokenFrom(requestOf(context).headers.cookie)!;
    const { transaction, stored } = await this.database.openSession(hashOf(token), false, facts.idempotency!.key);
    await transaction.rollback();
    if (!stored?.requestHash.equals(facts.idempotency!.hash)) throw new Refusal(idempotencyKeyReused());
    context.switchToHttp().getResponse<FastifyReply>().header('Idempotent-Replay', 'true').status(stored.status);
    return stored.answer;
  }
}

/** The same request came in twice at the same time, and the other one was first. */
const isRepeated = (error: unknown): boolean => (error as { constraint?: string }).constraint === 'stored_answer_pkey';

function traceLook({ contract, transaction }: RequestFacts, params: Record<string, string>): void {
  if (contract.method !== 'GET' || !contract.touches) return;
  transaction!.record({ kind: 'look', verb: contract.path, subject: contract.touches, subjectId: params['id'] ?? null });
}

function store({ contract, transaction, idempotency }: RequestFacts, answer: unknown): void {
  transaction!.send(
    'answer.store',
    'insert into stored_answer (staff_id, key, request_hash, status, answer) values (current_staff(), $1, $2, $3, $4)',
    [idempotency!.key, idempotency!.hash, contract.status ?? 200, JSON.stringify(answer ?? null)],
  );
}
