import { Readable } from 'node:stream';
import { answerGone, idempotencyKeyReused, Refusal, type Endpoint } from '@lotse/kernel';
import type { ExecutionContext } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { lineOfLook, peopleShown } from './look';
import { isReachingOut, recordRefusal } from './refused-attempt';
import { requestOf, type RequestFacts } from './request';
import { hashOf, tokenFrom } from './session-cookie';

/**
 * Runs a handler and ends the transaction of its request. The answer is cut to its contract; a look at something that leads to a person
 * leaves a line in the chronicle; the answer of a request with an Idempotency-Key is stored beside its effects; then everything is
 * committed, and only then is the answer sent. It is no interceptor on purpose: one would cost every request a good part of what a look
 * costs. What is refused before the handler is undone by the filter that answers.
 */
export async function endTransaction(context: ExecutionContext, run: () => unknown): Promise<unknown> {
  const facts = requestOf(context).lotse!;
  if (facts.replay) return replay(context, facts, facts.replay);
  const { transaction, contract } = facts;
  try {
    const answer = cut(contract, await run());
    if (!transaction?.isOpen) return answer;
    traceLook(facts, idIn(context), answer);
    if (facts.idempotency) store(facts, answer);
    await transaction.commit();
    return answer;
  } catch (error) {
    await transaction?.rollback();
    if (isRepeated(error)) return answerOfTheOther(context, facts);
    await traceRefusal(context, facts, error);
    throw error;
  }
}

/** What was refused has been undone, so the line about the attempt has a transaction of its own. */
async function traceRefusal(context: ExecutionContext, { contract, transaction, database }: RequestFacts, error: unknown): Promise<void> {
  const attempt = { contract, id: idIn(context) };
  if (!transaction || !(error instanceof Refusal) || !isReachingOut(attempt, error.problem.status)) return;
  await database.again(hashOf(tokenFrom(requestOf(context).headers.cookie)!), (anew) => recordRefusal(anew, attempt));
}

async function answerOfTheOther(context: ExecutionContext, { database, idempotency }: RequestFacts): Promise<unknown> {
  const token = tokenFrom(requestOf(context).headers.cookie)!;
  const { transaction, stored } = await database.openSession(hashOf(token), false, idempotency!.key);
  await transaction.rollback();
  if (stored && !stored.isStillOpen) throw new Refusal(answerGone());
  if (!stored?.requestHash.equals(idempotency!.hash)) throw new Refusal(idempotencyKeyReused());
  return replayed(context, stored);
}

type Replay = NonNullable<RequestFacts['replay']>;

async function replay(context: ExecutionContext, { transaction }: RequestFacts, stored: Replay): Promise<unknown> {
  await transaction?.rollback();
  return replayed(context, stored);
}

function replayed(context: ExecutionContext, { status, answer }: Replay): unknown {
  context.switchToHttp().getResponse<FastifyReply>().header('Idempotent-Replay', 'true').status(status);
  return answer;
}

/** The answer as the contract shows it: what it does not name does not leave the process. */
function cut({ path, response }: Endpoint, answer: unknown): unknown {
  // What is no value but a text on its way was cut by whoever wrote it.
  if (typeof answer !== 'object' || answer === null || Buffer.isBuffer(answer) || answer instanceof Readable) return answer;
  const { data, error } = response.safeParse(answer);
  if (!error) return data;
  throw new Error(
    `The answer of ${path} does not fit its contract: ${error.issues.map((issue) => `${issue.path.join('.')} ${issue.code}`).join(', ')}`,
  );
}

/** The same request came in twice at the same time, and the other one was first. */
const isRepeated = (error: unknown): boolean => (error as { constraint?: string }).constraint === 'stored_answer_pkey';

const idIn = (context: ExecutionContext): string | undefined => (requestOf(context).params as Record<string, string | undefined>)['id'];

function traceLook({ contract, transaction }: RequestFacts, id: string | undefined, answer: unknown): void {
  if (contract.method !== 'GET' || !contract.touches) return;
  transaction!.record(lineOfLook(contract, id ?? null, answer, transaction!.shown));
}

function store({ contract, transaction, idempotency }: RequestFacts, answer: unknown): void {
  const people = contract.touches ? peopleShown(contract, answer) : [];
  transaction!.send(
    'answer.store',
    `insert into stored_answer (staff_id, key, request_hash, status, answer, organisation_id, people, openness)
     values (current_staff(), $1, $2, $3, $4, current_organisation(), $5::uuid[], openness_of($5::uuid[]))`,
    [idempotency!.key, idempotency!.hash, contract.status ?? 200, JSON.stringify(answer ?? null), people.length > 0 ? people : null],
  );
}
