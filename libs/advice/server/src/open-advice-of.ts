import type { Transaction } from '@lotse/server-kit/database';

/** Questions of an organisation of the county that are not answered, whichever side it is on: it is not closed before. */
export async function openAdviceOf(transaction: Transaction, organisationId: string): Promise<number> {
  const row = await transaction.row<{ count: number }>('advice.open-in', 'select open_advice_of($1) as count', [organisationId]);
  return row!.count;
}
