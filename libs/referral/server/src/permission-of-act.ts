import { holds, type Role } from '@lotse/identity/model';
import { notPermitted, type Problem } from '@lotse/kernel';
import { undoMove, type BesideAct, type ReferralAct } from '@lotse/referral/model';

/** Acts whose permission is another room's: the waiting list serves them. */
const elsewhere: Partial<Record<ReferralAct, string>> = {
  waitlist: 'waitingList.join',
  offer: 'waitingList.offerSlot',
  accept_offer: 'waitingList.answerOffer',
  end_offer: 'waitingList.answerOffer',
};

/** The permission behind an act: named like it, unless another room serves it. */
export const permissionOf = (act: ReferralAct | BesideAct): string =>
  elsewhere[act as ReferralAct] ?? `referral.${act.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())}`;

/** Who does it while the receiver has the referral. Whoever referred does it only when nobody else is left who could. */
const whileReceived: Partial<Record<ReferralAct | BesideAct, readonly Role[]>> = {
  redirect: ['triager', 'service_manager'],
  review_risk: ['clinician', 'social_worker'],
};

/** Why somebody with these roles may not do an act while the receiver has the referral; the worker may. */
export function refusedWhileReceived(
  act: ReferralAct | BesideAct,
  roles: readonly string[],
  { recipientSees }: { recipientSees: boolean },
): Problem | undefined {
  if (!recipientSees || roles.includes('system')) return undefined;
  const isTheirs = whileReceived[act]?.some((role) => roles.includes(role)) ?? true;
  return isTheirs ? undefined : notPermitted({ context: { permission: permissionOf(act) } });
}

/** Why somebody with these roles may not do an act. */
export function refusedByRole(act: ReferralAct | BesideAct, roles: readonly Role[], recipientSees = true): Problem | undefined {
  const permission = permissionOf(act);
  if (!holds(roles, permission)) return notPermitted({ context: { permission } });
  return refusedWhileReceived(act, roles, { recipientSees });
}

/** Why somebody may not take back an act: that is for those who may take back, and who may do the act itself. */
export function refusedUndoByRole(act: ReferralAct, roles: readonly Role[]): Problem | undefined {
  return holds(roles, undoMove.may) ? refusedByRole(act, roles) : notPermitted({ context: { permission: undoMove.may } });
}
