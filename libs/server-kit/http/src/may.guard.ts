import { hash as digest } from 'node:crypto';
import {
  answerGone,
  deputyshipOver,
  idempotencyKeyReused,
  invalidInput,
  notPermitted,
  notSignedIn,
  Refusal,
  secondFactorRequired,
  versionMissing,
  type Endpoint,
} from '@lotse/kernel';
import { Database, type Actor } from '@lotse/server-kit/database';
import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Limits } from './limits/limits';
import { contractOf } from './serves';
import { isReachingOut, recordRefusal } from './refused-attempt';
import { requestOf, type LotseRequest, type RequestFacts } from './request';
import { hashOf, tokenFrom } from './session-cookie';

/** Decides whether roles hold a permission. The identity domain provides it; the kit knows no roles. */
export const HOLDS = Symbol('holds');
export type Holds = (roles: readonly string[], permission: string) => boolean;

/** Lets a request through when its contract permits it, and opens the transaction it runs in. What has no contract is closed. */
@Injectable()
export class MayGuard implements CanActivate {
  constructor(
    private readonly database: Database,
    private readonly limits: Limits,
    @Inject(HOLDS) private readonly holds: Holds,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const contract = contractOf(context.getHandler());
    if (!contract) throw new Refusal(notPermitted());
    const request = requestOf(context);
    const facts: RequestFacts = { contract, database: this.database };
    request.lotse = facts;
    const counting = this.limits.check(contract, request);
    if (counting) await counting;
    if (contract.may === 'anyone') return true;
    if (contract.versioned) facts.version = versionFrom(request);
    facts.idempotency = idempotencyOf(request, contract);
    await this.open(request, facts);
    return true;
  }

  private async open(request: LotseRequest, facts: RequestFacts): Promise<void> {
    const token = tokenFrom(request.headers.cookie);
    if (!token) throw new Refusal(notSignedIn());
    const { transaction, actor, stored } = await this.database.openSession(
      hashOf(token),
      facts.contract.method !== 'GET',
      facts.idempotency?.key,
    );
    facts.transaction = transaction;
    if (!actor) throw new Refusal(notSignedIn());
    await this.refuseUnlessPermitted(actor, facts, request);
    if (stored && !stored.requestHash.equals(facts.idempotency!.hash)) throw new Refusal(idempotencyKeyReused());
    if (stored && !stored.isStillOpen) throw new Refusal(answerGone());
    if (stored) facts.replay = { status: stored.status, answer: stored.answer };
  }

  private async refuseUnlessPermitted(actor: Actor, facts: RequestFacts, request: LotseRequest): Promise<void> {
    const { may, whileLimited } = facts.contract;
    if (actor.isLimited && !whileLimited) throw new Refusal(secondFactorRequired());
    // What was meant to be done in the other organisation is not done in one's own.
    if (actor.isDeputyshipOver && may !== 'signed-in') throw new Refusal(deputyshipOver());
    if (may === 'signed-in' || this.holds(actor.roles, may)) return;
    await traceRefused(facts, request);
    throw new Refusal(notPermitted({ context: { permission: may } }));
  }
}

/** Nothing has been done yet, so the line about the attempt is all that this transaction makes last. */
async function traceRefused({ contract, transaction }: RequestFacts, request: LotseRequest): Promise<void> {
  const attempt = { contract, id: (request.params as Record<string, string | undefined>)['id'] };
  if (!isReachingOut(attempt, 403)) return;
  await recordRefusal(transaction!, attempt);
  await transaction!.commit();
}

/** `If-Match: "3"`; acts on a versioned thing need it. */
function versionFrom(request: LotseRequest): number {
  const header = request.headers['if-match'];
  if (!header) throw new Refusal(versionMissing());
  const match = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header.trim());
  if (!match) throw new Refusal(invalidInput({ fields: [{ field: 'If-Match', code: 'format', message: 'Send the version as "3".' }] }));
  return Number(match[1]);
}

function idempotencyOf(request: LotseRequest, contract: Endpoint): RequestFacts['idempotency'] {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || contract.method === 'GET' || contract.repeatable) return undefined;
  if (key.length < 1 || key.length > 255) {
    throw new Refusal(invalidInput({ fields: [{ field: 'Idempotency-Key', code: 'length', message: '1 to 255 characters.' }] }));
  }
  const asked = `${contract.method} ${request.url} ${request.headers['if-match'] ?? ''}\n${JSON.stringify(request.body ?? null)}`;
  return { key, hash: digest('sha256', asked, 'buffer') };
}
