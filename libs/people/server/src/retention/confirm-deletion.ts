import { notFound, Refusal, versionStale } from '@lotse/kernel';
import { alreadyConfirmed } from '@lotse/people/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';

interface Batch {
  version: number;
  confirmedAt: Date | null;
  amount: number;
}

const load = `
  select b.version, b.confirmed_at as "confirmedAt", (select count(*)::int from deletion_item i where i.batch_id = b.id) as amount
  from deletion_batch b where b.id = $1 and b.organisation_id = current_organisation() for update of b`;

/** Somebody takes it upon themselves, by name, that what stands in a list is deleted. The worker does it when each period has ended. */
@Injectable()
export class ConfirmDeletion {
  async run(transaction: Transaction, id: string, version: number): Promise<{ id: string; version: number }> {
    const batch = await transaction.row<Batch>('retention.load', load, [id]);
    if (!batch) throw new Refusal(notFound());
    if (batch.confirmedAt) throw new Refusal(alreadyConfirmed());
    if (batch.version !== version) throw new Refusal(versionStale({ context: { version: batch.version } }));
    transaction.send(
      'retention.confirm',
      'update deletion_batch set confirmed_by = current_staff(), confirmed_at = now(), version = version + 1 where id = $1',
      [id],
    );
    transaction.record({ kind: 'act', verb: 'retention.confirm', subject: 'deletion', subjectId: id, amount: batch.amount });
    return { id, version: version + 1 };
  }
}
