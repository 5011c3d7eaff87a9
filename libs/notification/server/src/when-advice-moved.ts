import { adviceMoved, type AdviceMoved } from '@lotse/advice/model';
import { toldAboutAdvice } from '@lotse/notification/model';
import { Database } from '@lotse/server-kit/database';
import { ReactsTo, type Reaction, type ToldEvent } from '@lotse/server-kit/jobs';
import { Injectable } from '@nestjs/common';
import { WriteNotices } from './write-notices/write-notices';

const reaction = 'notification.when-advice-moved';
const find = 'select id from advice_thread where id = $1';

/** Tells the other side of an enquiry that it is their turn, or that it is over. By a reference only, and only who may see it. */
@Injectable()
@ReactsTo({ events: [adviceMoved], name: reaction })
export class WhenAdviceMoved implements Reaction {
  constructor(
    private readonly database: Database,
    private readonly writeNotices: WriteNotices,
  ) {}

  async react({ id: eventId, regionId, payload }: ToldEvent<AdviceMoved>): Promise<void> {
    const { adviceId, enquiryId, reference, act, askerOrganisationId, providerOrganisationId } = payload;
    const telling = toldAboutAdvice[act];
    if (!telling) return;
    const organisationId = telling.side === 'asker' ? askerOrganisationId : providerOrganisationId;
    const seen = await this.database.asOrganisation({ organisationId, regionId }, (transaction) =>
      transaction.row('advice.to-tell', find, [adviceId]),
    );
    if (!seen) return;
    const notice = { organisationId, kind: telling.kind, enquiryId, adviceId };
    await this.writeNotices.run({ eventId, regionId, reaction, reference }, [notice]);
  }
}
