import { addWorkingDays, calendarDayOf, instantAt } from '@lotse/kernel';
import {
  effectsOnOthers,
  mayAffectOthers,
  referralMoved,
  type JoinRule,
  type Part,
  type PartEffect,
  type ReferralMoved,
  type ReferralState,
} from '@lotse/referral/model';
import { workingDaysOf } from '@lotse/region/model';
import { Regions } from '@lotse/region/server';
import { Database, type Transaction } from '@lotse/server-kit/database';
import { claim, ReactsTo, type Reaction, type ToldEvent } from '@lotse/server-kit/jobs';
import { Tasks } from '@lotse/task/server';
import { Injectable } from '@nestjs/common';
import { noteOf } from '../note-of';
import { Referrals, type ReferralRecord } from '../referrals';

const name = 'referral.when-part-moved';

interface Row extends Part {
  joinRule: JoinRule;
  reference: string;
}

const parts = `
  select r.id, r.reference, r.bundle_position as position, r.state, b.join_rule as "joinRule"
  from referral r join referral_bundle b on b.id = r.bundle_id
  where r.bundle_id = (select bundle_id from referral where id = $1) order by r.bundle_position`;

const due = `update referral set due_at = $2, version = version + 1, updated_at = now() where id = $1`;
/** The referrer decides about the next part within two working days of the end of the one before. */
const workingDaysToDecide = 2;

/** When one part of a need has succeeded or ended, the others follow the rule that the referrer chose, in the referrer's name. */
@Injectable()
@ReactsTo({ events: [referralMoved], name })
export class WhenPartMoved implements Reaction {
  constructor(
    private readonly database: Database,
    private readonly referrals: Referrals,
    private readonly regions: Regions,
    private readonly tasks: Tasks,
  ) {}

  concerns({ to }: ReferralMoved): boolean {
    return mayAffectOthers(to as ReferralState);
  }

  async react({ id, regionId, payload }: ToldEvent<ReferralMoved>): Promise<void> {
    const organisationId = payload.referrerOrganisationId;
    await this.database.asOrganisation({ organisationId, regionId }, async (transaction) => {
      const rows = await transaction.rows<Row>('bundle.parts', parts, [payload.referralId]);
      const found = rows.find((row) => row.id === payload.referralId);
      if (!found || !(await claim(transaction, id, name))) return;
      const moved = { ...found, state: payload.to as ReferralState };
      const others = rows.filter((row) => row.id !== found.id);
      for (const { part, effect } of effectsOnOthers(found.joinRule, moved, others)) {
        await this.apply(transaction, part, effect, found.reference);
      }
    });
  }

  private async apply(transaction: Transaction, part: Part, effect: PartEffect, reference: string): Promise<void> {
    const record = await this.referrals.load(transaction, part.id);
    // What happened meanwhile counts: the rule is asked about what is, not about what was.
    if (record.state !== part.state) return;
    if (effect === 'withdraw' || effect === 'request_cancel') {
      await this.referrals.move(transaction, record, effect, { note: noteOf('booked_outside', reference) });
      return;
    }
    await this.askReferrer(transaction, record, effect === 'send_next' ? 'part_to_send' : 'part_to_decide');
  }

  private async askReferrer(transaction: Transaction, record: ReferralRecord, kind: 'part_to_send' | 'part_to_decide'): Promise<void> {
    const settings = await this.regions.settings(transaction);
    const dueAt = instantAt(addWorkingDays(calendarDayOf(new Date()), workingDaysToDecide, workingDaysOf(settings)), '17:00');
    transaction.send('bundle.due-now', due, [record.id, dueAt]);
    this.tasks.open(transaction, {
      key: `${kind}:${record.id}`,
      kind,
      subject: 'referral',
      subjectId: record.id,
      personId: record.personId,
      organisationId: record.referrerOrganisationId,
      dueAt,
      facts: { reference: record.reference },
    });
  }
}
