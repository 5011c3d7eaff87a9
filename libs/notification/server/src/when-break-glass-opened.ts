import { breakGlassOpened, type BreakGlassOpened } from '@lotse/people/model';
import { Database } from '@lotse/server-kit/database';
import { ReactsTo, type Reaction, type ToldEvent } from '@lotse/server-kit/jobs';
import { Injectable } from '@nestjs/common';
import { WriteNotices } from './write-notices/write-notices';

const reaction = 'notification.when-break-glass-opened';

const told = `select organisation_id as "organisationId", is_reviewer as "isReviewer" from told_of_break_glass($1)`;

/** Tells at once whose person was opened in an emergency, and those who review it. By a reference, without a word about anybody. */
@Injectable()
@ReactsTo({ events: [breakGlassOpened], name: reaction })
export class WhenBreakGlassOpened implements Reaction {
  constructor(
    private readonly database: Database,
    private readonly writeNotices: WriteNotices,
  ) {}

  async react({ id: eventId, regionId, payload }: ToldEvent<BreakGlassOpened>): Promise<void> {
    const { breakGlassId, reference } = payload;
    const organisations = await this.database.asSystem((transaction) =>
      transaction.rows<{ organisationId: string; isReviewer: boolean }>('break-glass.told', told, [breakGlassId]),
    );
    const notices = organisations.map(({ organisationId, isReviewer }) => ({
      organisationId,
      kind: isReviewer ? ('break_glass_to_review' as const) : ('break_glass_opened' as const),
    }));
    await this.writeNotices.run({ eventId, regionId, reaction, reference }, notices);
  }
}
