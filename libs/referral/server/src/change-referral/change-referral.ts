import { Services } from '@lotse/directory/server';
import { invalidState, Refusal, refuse, type BodyOf } from '@lotse/kernel';
import { notYourTurn, type changeReferral, type MovedReferral, type ReferralContent } from '@lotse/referral/model';
import { Regions } from '@lotse/region/server';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { ContentChecks } from '../content-checks';
import { contentColumnNames, contentColumns, contentPlaces, contentValues, recipientOf } from '../content-columns';
import { Referrals } from '../referrals';

const update = `
  update referral set recipient_organisation_id = $2, (${contentColumnNames}) = (${contentPlaces(3)}), updated_at = now(), version = version + 1
  where id = $1`;

/** Goes on writing a draft: what is not sent stays as it was. */
@Injectable()
export class ChangeReferral {
  constructor(
    private readonly checks: ContentChecks,
    private readonly services: Services,
    private readonly regions: Regions,
    private readonly referrals: Referrals,
  ) {}

  async run(transaction: Transaction, id: string, version: number, changes: BodyOf<typeof changeReferral>): Promise<MovedReferral> {
    const record = await this.referrals.load(transaction, id);
    this.referrals.expectVersion(record, version);
    refuse(record.referrerOrganisationId === transaction.actor.organisationId ? undefined : notYourTurn());
    if (record.state !== 'draft') throw new Refusal(invalidState({ context: { state: record.state, act: 'change' } }));
    const before = await transaction.row<ReferralContent>('referral.content', `select ${contentColumns} from referral where id = $1`, [id]);
    // What one service asks another one does not.
    const isElsewhere = changes.serviceId !== undefined && changes.serviceId !== before!.serviceId;
    const content: ReferralContent = { ...before!, ...(isElsewhere ? { extra: null } : {}), ...changes };
    await this.checks.writing(transaction, content);
    const recipient = await recipientOf(transaction, content, this.services, await this.regions.settings(transaction));
    transaction.send('referral.change', update, [id, recipient, ...contentValues(content)]);
    transaction.record({ kind: 'act', verb: 'referral.change', subject: 'referral', subjectId: id, personId: record.personId });
    return { id, state: 'draft', version: version + 1 };
  }
}
