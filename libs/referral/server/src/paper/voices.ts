import type { Transaction } from '@lotse/server-kit/database';

const write = `
  insert into referral_step_voice (step_id, referral_id, on_behalf_of_organisation_id, said_by, said_through)
  select s.id, $1, $2, $3, $4 from referral_step s where s.referral_id = $1 order by s.at desc, s.id desc limit 1`;

/** Whose word the step was that has just been written. */
export interface SaidBy {
  organisationId: string;
  name: string;
  through: string;
}

/** Writes down whose word the last step of a referral was. */
export function noteVoice(transaction: Transaction, referralId: string, { organisationId, name, through }: SaidBy): void {
  transaction.send('referral.step-voice', write, [referralId, organisationId, name, through]);
}
