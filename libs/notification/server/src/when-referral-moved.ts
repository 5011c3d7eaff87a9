import { toldAbout, type Telling } from '@lotse/notification/model';
import { referralMoved, type ReferralMoved } from '@lotse/referral/model';
import { Database } from '@lotse/server-kit/database';
import { ReactsTo, type Reaction, type ToldEvent } from '@lotse/server-kit/jobs';
import { Injectable } from '@nestjs/common';
import { stepToTell } from './write-notices/step-to-tell';
import { WriteNotices } from './write-notices/write-notices';

const reaction = 'notification.when-referral-moved';

/** Tells the other side of a referral what it must know, and takes back what it was told when the step is taken back. */
@Injectable()
@ReactsTo({ events: [referralMoved], name: reaction })
export class WhenReferralMoved implements Reaction {
  constructor(
    private readonly database: Database,
    private readonly writeNotices: WriteNotices,
  ) {}

  concerns(moved: ReferralMoved): boolean {
    return moved.undid !== undefined || tellingsOf(moved).length > 0;
  }

  async react({ id: eventId, regionId, payload }: ToldEvent<ReferralMoved>): Promise<void> {
    const { referralId, act, undid } = payload;
    const step = await stepToTell(this.database, payload, eventId, regionId);
    if (step.isUndone) return;
    const occasion = { eventId, regionId, reaction, reference: step.reference };
    if (undid) return this.writeNotices.takeBack(occasion, { eventId: undid.stepId, act: undid.act, referralId });
    const notices = tellingsOf(payload).flatMap(({ side, kind }) => {
      const recipient = step.recipientSees ? payload.recipientOrganisationId : null;
      const organisationId = side === 'referrer' ? payload.referrerOrganisationId : recipient;
      return organisationId ? [{ organisationId, kind, referralId, act }] : [];
    });
    await this.writeNotices.run(occasion, notices);
  }
}

const tellingsOf = ({ act, wasOffered }: ReferralMoved): readonly Telling[] => (wasOffered ? [] : (toldAbout[act] ?? []));
