import { adviceLifecycle, adviceNotYourTurn } from '@lotse/advice/model';
import { invalidState, notFound, Refusal, refuse, versionStale } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { openOf } from '../advice-statements';
import { AdviceThreads } from '../advice-threads';

interface EnquiryRecord {
  askerOrganisationId: string;
  version: number;
}

const find = `select asker_organisation_id as "askerOrganisationId", version from enquiry where id = $1 for update`;

/** Ends what is open of an enquiry with one click: what was answered is closed, what was not is no longer needed. */
@Injectable()
export class CloseEnquiry {
  constructor(private readonly threads: AdviceThreads) {}

  async run(transaction: Transaction, id: string, version: number): Promise<{ id: string; version: number }> {
    const found = await transaction.row<EnquiryRecord>('enquiry.lock', find, [id]);
    if (!found) throw new Refusal(notFound());
    refuse(found.askerOrganisationId === transaction.actor.organisationId ? undefined : adviceNotYourTurn());
    if (found.version !== version) throw new Refusal(versionStale({ context: { version: found.version } }));
    const closed = await this.rest(transaction, id);
    refuse(closed === 0 ? invalidState() : undefined);
    const now = await transaction.row<EnquiryRecord>('enquiry.lock', find, [id]);
    return { id, version: now!.version };
  }

  /** Ends all but one; answers how many. */
  async rest(transaction: Transaction, enquiryId: string, except?: string): Promise<number> {
    const open = await transaction.rows<{ id: string; version: number }>('advice.open-of', openOf, [enquiryId, except ?? null]);
    for (const thread of open) {
      const record = await this.threads.load(transaction, thread.id, thread.version);
      await this.threads.move(transaction, record, adviceLifecycle.allows(record.state, 'close') ? 'close' : 'cancel');
    }
    return open.length;
  }
}
