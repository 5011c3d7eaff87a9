import { holds, type Role } from '@lotse/identity/model';
import { notFound, notPermitted, Refusal, type AnswerOf, type Problem } from '@lotse/kernel';
import {
  refusedBySide,
  refusedByState,
  referralLifecycle,
  type readReferralActs,
  type ReferralAct,
  type ReferralState,
} from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';

interface Row {
  state: ReferralState;
  referrerOrganisationId: string;
  recipientOrganisationId: string | null;
}

const text = `
  select state, referrer_organisation_id as "referrerOrganisationId", recipient_organisation_id as "recipientOrganisationId"
  from referral where id = $1`;

/** The permission behind each act that is served. Acts that are not listed stand in the life and are built later. */
const permissionOf: Partial<Record<ReferralAct, string>> = {
  submit: 'referral.submit',
  discard: 'referral.discard',
  acknowledge: 'referral.acknowledge',
  start_triage: 'referral.startTriage',
  request_info: 'referral.requestInfo',
  provide_info: 'referral.provideInfo',
  accept: 'referral.accept',
  decline: 'referral.decline',
  withdraw: 'referral.withdraw',
  waitlist: 'waitingList.join',
};

/** Every act of the life, and why it is off when it is. The same rules refuse the act itself. */
@Injectable()
export class ReadReferralActs {
  async run(transaction: Transaction, id: string): Promise<AnswerOf<typeof readReferralActs>> {
    const referral = await transaction.row<Row>('referral.parties', text, [id]);
    if (!referral) throw new Refusal(notFound());
    const { organisationId, roles } = transaction.actor;
    const items = referralLifecycle.acts.map((act) => {
      const problem =
        refusedByState(referral.state, act) ?? refusedBySide(act, organisationId, referral) ?? refusedByRole(act, roles as Role[]);
      const served = permissionOf[act] !== undefined;
      return { act, allowed: served && !problem, served, problem: problem ?? null };
    });
    return { items };
  }
}

function refusedByRole(act: ReferralAct, roles: readonly Role[]): Problem | undefined {
  const permission = permissionOf[act];
  return permission && !holds(roles, permission) ? notPermitted({ context: { permission } }) : undefined;
}
