import { notFound, Refusal } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';

const ownService = 'select id from service where id = $1 and organisation_id = current_organisation()';

/** A list of another organisation is not there. */
export async function expectOwnList(transaction: Transaction, serviceId: string): Promise<void> {
  if (!(await transaction.row('waiting-list.own-service', ownService, [serviceId]))) throw new Refusal(notFound());
}
