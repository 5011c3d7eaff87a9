import { deletionProposed } from '@lotse/people/model';
import { ReactsTo, type Reaction, type ToldEvent } from '@lotse/server-kit/jobs';
import { Injectable } from '@nestjs/common';
import { WriteNotices } from './write-notices/write-notices';

const reaction = 'notification.when-deletion-proposed';

interface Proposed {
  organisationId: string;
  regionId: string;
}

/** Warns an organisation a month ahead: something stands to be deleted, and somebody has to decide about it. */
@Injectable()
@ReactsTo({ events: [deletionProposed], name: reaction })
export class WhenDeletionProposed implements Reaction {
  constructor(private readonly writeNotices: WriteNotices) {}

  async react({ id: eventId, payload: { organisationId, regionId } }: ToldEvent<Proposed>): Promise<void> {
    await this.writeNotices.run({ eventId, regionId, reaction, reference: null }, [{ organisationId, kind: 'deletion_due' }]);
  }
}
