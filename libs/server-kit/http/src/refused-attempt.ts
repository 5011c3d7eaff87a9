import { notFound, type Endpoint } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';

/** An attempt at something that leads to a person. */
export interface Attempt {
  contract: Endpoint;
  /** The id in the address. */
  id: string | undefined;
}

const behind = 'select person_behind($1) as "personId"';
const isId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * Leaves a line about an attempt that was refused, so that it stands in the access report of whoever it was aimed at. Whoever was
 * refused learns nothing from it: the same look-up is made and the same line is written whether the thing exists or not.
 */
export async function recordRefusal(transaction: Transaction, { contract, id }: Attempt): Promise<void> {
  const given = id && isId.test(id) ? id : null;
  const found = given ? await transaction.row<{ personId: string | null }>('refusal.behind', behind, [given]) : undefined;
  const personId = found?.personId ?? null;
  const kind = contract.method === 'GET' ? 'look' : 'act';
  const verb = contract.method === 'GET' ? contract.path : `${contract.may} (${contract.path})`;
  transaction.record({ kind, verb, subject: contract.touches!, subjectId: given, personId, result: 'refused' });
}

/** Whether a refusal is one that the chronicle must know about: somebody reached for what they may not see. */
export const isReachingOut = ({ contract, id }: Attempt, status: number): boolean =>
  contract.touches !== undefined && (status === 403 || (status === notFound.status && id !== undefined));
