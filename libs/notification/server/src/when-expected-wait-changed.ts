import { ReactsTo, type Reaction, type ToldEvent } from '@lotse/server-kit/jobs';
import { expectedWaitChanged, type ExpectedWaitChanged } from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { WriteNotices } from './write-notices/write-notices';

const reaction = 'notification.when-expected-wait-changed';

/** Tells each organisation that referred somebody who waits, once, that the service says something new of its wait. Nobody who waits is named. */
@Injectable()
@ReactsTo({ events: [expectedWaitChanged], name: reaction })
export class WhenExpectedWaitChanged implements Reaction {
  constructor(private readonly writeNotices: WriteNotices) {}

  async react({ id: eventId, regionId, payload }: ToldEvent<ExpectedWaitChanged>): Promise<void> {
    const { serviceId, referrerOrganisationIds } = payload;
    const notices = referrerOrganisationIds.map((organisationId) => ({
      organisationId,
      kind: 'expected_wait_changed' as const,
      serviceId,
    }));
    await this.writeNotices.run({ eventId, regionId, reaction, reference: null }, notices);
  }
}
