import { addWorkingDays, calendarDayOf, instantAt, refuse } from '@lotse/kernel';
import { Referrals } from '@lotse/referral/server';
import { workingDaysOf } from '@lotse/region/model';
import { Regions } from '@lotse/region/server';
import type { Transaction } from '@lotse/server-kit/database';
import { Tasks } from '@lotse/task/server';
import { checkNotOpen, referrerAlreadyAsked, type ListCheck } from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { lockCheck, showListCheck, tellCheck } from './list-check-row';

const tried = 'update list_check set attempts = attempts + 1, last_attempt_at = now(), version = version + 1 where id = $1';
const asked = 'update list_check set referrer_asked_at = now(), version = version + 1 where id = $1';

/** Ways of getting an answer that have not brought one yet. The question stays open, and the person stays on the list. */
@Injectable()
export class AskAgain {
  constructor(
    private readonly referrals: Referrals,
    private readonly regions: Regions,
    private readonly tasks: Tasks,
  ) {}

  async notReached(transaction: Transaction, id: string, version: number): Promise<ListCheck> {
    const { check } = await lockCheck(transaction, id, version);
    refuse(check.state === 'open' ? undefined : checkNotOpen({ context: { state: check.state } }));
    transaction.send('list-check.tried', tried, [id]);
    tellCheck(transaction, check, 'notReached');
    return showListCheck(transaction, id);
  }

  async askReferrer(transaction: Transaction, id: string, version: number): Promise<ListCheck> {
    const { check } = await lockCheck(transaction, id, version);
    refuse(check.state === 'open' ? undefined : checkNotOpen({ context: { state: check.state } }));
    refuse(check.referrerAskedAt ? referrerAlreadyAsked() : undefined);
    const { reference } = await this.referrals.load(transaction, check.referralId);
    const settings = await this.regions.settings(transaction);
    transaction.send('list-check.ask-referrer', asked, [id]);
    this.tasks.open(transaction, {
      key: `list-check-by-referrer:${id}`,
      kind: 'list_check_by_referrer',
      subject: 'list-check',
      subjectId: id,
      personId: check.personId,
      organisationId: check.referrerOrganisationId,
      dueAt: instantAt(addWorkingDays(calendarDayOf(new Date()), 5, workingDaysOf(settings)), '17:00'),
      facts: { reference },
    });
    tellCheck(transaction, check, 'askReferrer');
    return showListCheck(transaction, id);
  }
}
