import { holds, type Role } from '@lotse/identity/model';
import { notPermitted, type Problem } from '@lotse/kernel';
import { undoMove, type ReferralAct } from '@lotse/referral/model';

/** The permission behind each act that is served. Acts that are not listed stand in the life and are built later. */
export const permissionOf: Partial<Record<ReferralAct, string>> = {
  submit: 'referral.submit',
  discard: 'referral.discard',
  acknowledge: 'referral.acknowledge',
  start_triage: 'referral.startTriage',
  request_info: 'referral.requestInfo',
  provide_info: 'referral.provideInfo',
  accept: 'referral.accept',
  decline: 'referral.decline',
  withdraw: 'referral.withdraw',
  redirect: 'referral.redirect',
  waitlist: 'waitingList.join',
};

/** Why somebody with these roles may not do an act. */
export function refusedByRole(act: ReferralAct, roles: readonly Role[]): Problem | undefined {
  const permission = permissionOf[act];
  return permission && !holds(roles, permission) ? notPermitted({ context: { permission } }) : undefined;
}

/** Why somebody may not take back an act: that is for those who may take back, and who may do the act itself. */
export function refusedUndoByRole(act: ReferralAct, roles: readonly Role[]): Problem | undefined {
  return holds(roles, undoMove.may) ? refusedByRole(act, roles) : notPermitted({ context: { permission: undoMove.may } });
}
