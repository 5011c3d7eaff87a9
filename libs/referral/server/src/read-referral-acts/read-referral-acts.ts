import type { Role } from '@lotse/identity/model';
import { notFound, Refusal, type AnswerOf } from '@lotse/kernel';
import {
  refusedBySide,
  refusedByState,
  refusedRedirectFrom,
  referralLifecycle,
  type readReferralActs,
  type ReferralState,
} from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { permissionOf, refusedByRole } from '../permission-of-act';

interface Row {
  state: ReferralState;
  referrerOrganisationId: string;
  recipientOrganisationId: string | null;
}

const text = `
  select state, referrer_organisation_id as "referrerOrganisationId", recipient_organisation_id as "recipientOrganisationId"
  from referral where id = $1`;

/** Every act of the life, and why it is off when it is. The same rules refuse the act itself. */
@Injectable()
export class ReadReferralActs {
  async run(transaction: Transaction, id: string): Promise<AnswerOf<typeof readReferralActs>> {
    const referral = await transaction.row<Row>('referral.parties', text, [id]);
    if (!referral) throw new Refusal(notFound());
    const { organisationId, roles } = transaction.actor;
    const items = referralLifecycle.acts.map((act) => {
      const problem =
        refusedByState(referral.state, act) ??
        (act === 'redirect' ? refusedRedirectFrom(referral.state) : undefined) ??
        refusedBySide(act, organisationId, referral) ??
        refusedByRole(act, roles as Role[]);
      const served = permissionOf[act] !== undefined;
      return { act, allowed: served && !problem, served, problem: problem ?? null };
    });
    return { items };
  }
}
