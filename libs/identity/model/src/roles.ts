import * as z from 'zod';

/** What a person on the staff may be. `system` is the worker acting in an organisation's name; nobody signs in with it. */
export const roles = [
  'referrer',
  'referrer_admin',
  'intake',
  'triager',
  'clinician',
  'social_worker',
  'service_manager',
  'coordinator',
  'org_admin',
  'region_admin',
  'dpo',
  'system',
] as const;
export const roleSchema = z.enum(roles);
export type Role = z.output<typeof roleSchema>;

const everybody = roles.filter((role) => role !== 'system');
const referring: readonly Role[] = ['referrer', 'referrer_admin', 'social_worker'];
const receiving: readonly Role[] = ['intake', 'triager', 'clinician', 'service_manager'];
/** Who answers for the files of an organisation. An administrator decides by number and period, and still sees no person. */
const keeping: readonly Role[] = ['org_admin', 'service_manager'];
const caring: readonly Role[] = [...referring, ...receiving];

/**
 * The one table of who may do what: permission -> roles. A contract names a permission; this table says who holds it. Rules of
 * the domains still decide whether an act is possible on a particular thing.
 */
export const grants: Readonly<Record<string, readonly Role[]>> = {
  'presence.read': caring,
  'presence.tell': caring,
  'signIn.configure': ['org_admin'],
  'region.read': everybody,
  'task.read': [...caring, 'dpo', 'org_admin'],
  'task.work': [...caring, 'dpo', 'org_admin'],
  'outsideOrganisation.read': caring,
  'outsideOrganisation.note': ['intake', 'triager', 'service_manager'],
  'letterTemplate.read': ['region_admin'],
  'letterTemplate.change': ['region_admin'],
  'countyRule.read': ['region_admin'],
  'countyRule.change': ['region_admin'],
  'rankRule.read': ['region_admin', 'service_manager', 'dpo'],
  'rankRule.change': ['region_admin', 'service_manager'],
  'rankRule.tryOut': ['region_admin', 'service_manager'],
  'rankRule.replay': ['region_admin', 'dpo'],
  'directory.read': everybody,
  'serviceQuestions.change': ['service_manager', 'org_admin'],
  'people.read': caring,
  'people.create': caring,
  'people.change': caring,
  'people.merge': ['referrer', 'referrer_admin', 'social_worker', 'intake', 'service_manager'],
  'people.export': ['referrer', 'referrer_admin', 'clinician', 'social_worker', 'service_manager'],
  'retention.read': keeping,
  'retention.confirm': keeping,
  'retention.hold': keeping,
  'breakGlass.open': caring,
  'breakGlass.read': [...caring, 'dpo'],
  'breakGlass.review': ['dpo'],
  'accessReport.read': [...caring, 'dpo'],
  'chronicle.read': ['dpo', 'org_admin'],
  'release.read': caring,
  'release.record': caring,
  'release.revoke': caring,
  'referral.read': caring,
  'referral.create': referring,
  'referral.submit': referring,
  'referral.discard': referring,
  'referral.acknowledge': receiving,
  'referral.startTriage': ['intake', 'triager'],
  'referral.requestInfo': ['intake', 'triager'],
  'referral.provideInfo': ['referrer', 'referrer_admin', 'social_worker'],
  'referral.accept': ['intake', 'triager'],
  'referral.decline': ['triager', 'service_manager'],
  'referral.withdraw': referring,
  'referral.redirect': ['triager', 'service_manager'],
  'referral.addPart': referring,
  'referral.splitOff': ['triager', 'service_manager'],
  'referral.proceedWithoutInfo': ['intake', 'triager'],
  'referral.handBack': ['triager', 'clinician', 'service_manager'],
  'referral.suspend': ['intake', 'triager'],
  'referral.resume': ['intake', 'triager'],
  'referral.book': ['intake', 'clinician'],
  'referral.reschedule': ['intake', 'clinician'],
  'referral.cancelAppointment': ['intake', 'clinician'],
  'referral.backToList': ['intake', 'clinician'],
  'referral.noShow': ['intake', 'clinician', 'service_manager'],
  'referral.attend': ['intake', 'clinician', 'service_manager'],
  'referral.startWithoutAppointment': ['clinician', 'social_worker'],
  'referral.interimNote': ['clinician', 'social_worker'],
  'referral.sendOutcome': ['clinician', 'social_worker'],
  'referral.acknowledgeOutcome': referring,
  'referral.queryOutcome': referring,
  'referral.closeUnacknowledged': ['service_manager'],
  'referral.requestCancel': referring,
  'referral.confirmCancel': ['intake', 'clinician'],
  'referral.refuseCancel': ['clinician', 'service_manager'],
  'referral.resend': referring,
  'referral.dnaToCancelled': ['clinician'],
  'referral.markError': [...referring, 'triager', 'service_manager'],
  'referral.recordDeath': caring,
  'referral.reopen': [...referring, 'service_manager'],
  'referral.reviewRisk': ['clinician', 'social_worker', 'service_manager'],
  'referral.chaseOutcome': ['intake', 'clinician', 'social_worker', 'service_manager'],
  'referral.setDeadline': [...referring, 'intake', 'triager', 'clinician', 'service_manager'],
  'referral.amendOutcome': ['clinician', 'social_worker'],
  'referral.undo': ['intake', 'triager', 'service_manager'],
  'referral.assign': caring,
  'referral.attach': caring,
  'referral.snooze': caring,
  'referral.print': caring,
  'referral.enterPaper': ['intake', 'triager', 'service_manager'],
  'referral.recordForSender': ['intake', 'triager', 'service_manager'],
  'referral.shareLink': referring,
  'referral.export': ['referrer', 'referrer_admin', 'social_worker', 'intake', 'triager', 'service_manager'],
  'referral.import': referring,
  'waitingList.join': ['intake', 'triager'],
  'waitingList.changeEntry': ['intake', 'triager'],
  'advice.read': caring,
  'advice.ask': caring,
  'advice.answer': caring,
  'advice.decide': caring,
  'advice.convert': referring,
  'question.read': caring,
  'question.ask': caring,
  'question.answer': caring,
  'question.close': caring,
  'question.inform': caring,
  'question.readTemplates': [...caring, 'org_admin'],
  'question.keepTemplates': ['intake', 'triager', 'service_manager', 'org_admin'],
  'calendar.read': receiving,
  'calendar.openSlot': ['intake', 'clinician', 'service_manager'],
  'calendar.cancelSlot': ['intake', 'clinician', 'service_manager'],
  'waitingList.read': receiving,
  'waitingList.offerSlot': ['intake', 'service_manager', 'system'],
  'waitingList.readOffers': caring,
  'waitingList.answerOffer': caring,
  'waitingList.withdrawOffer': ['intake', 'service_manager', 'system'],
  'notification.read': everybody,
  'staff.read': ['org_admin'],
  'staff.change': ['org_admin'],
  'staff.disable': ['org_admin'],
  'staff.reactivate': ['org_admin'],
  'staff.sendNewAccess': ['org_admin'],
  'staff.resetSecondFactor': ['org_admin'],
  'invitation.read': ['org_admin'],
  'invitation.send': ['org_admin'],
  'invitation.revoke': ['org_admin'],
  'deputyship.read': [...caring, 'org_admin'],
  'deputyship.arrange': [...caring, 'org_admin'],
  'deputyship.end': [...caring, 'org_admin'],
  'organisation.readOwn': ['org_admin'],
  'organisation.changeOwn': ['org_admin'],
  'organisation.list': ['region_admin'],
  'organisation.found': ['region_admin'],
  'organisation.change': ['region_admin'],
  'organisation.retire': ['region_admin'],
  'organisation.inviteAdministrator': ['region_admin'],
};

/** All permissions that somebody with these roles holds, sorted; a session carries them so that the client can show or hide. */
export function permissionsOf(held: readonly Role[]): string[] {
  return Object.keys(grants)
    .filter((permission) => holds(held, permission))
    .sort();
}

/** Whether one of the roles holds a permission. A permission that the table does not name is held by nobody. */
export function holds(held: readonly Role[], permission: string): boolean {
  const holders = grants[permission];
  return holders !== undefined && held.some((role) => holders.includes(role));
}
