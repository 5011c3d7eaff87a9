export { Colleagues } from './colleagues';
export { CurrentSession } from './current-session';
export { identityTexts } from './identity-texts';
export { identityRoutes, securityRoutes } from './identity.routes';
export { KeptDrafts, type Kept } from './kept-drafts/kept-drafts';
export { KeptPreferences, type KeepingState } from './preferences/kept-preferences';
export { Presence, type Other } from './presence/presence';
export { SessionWatch } from './sign-in/session-watch';
export { onlySignedIn, onlyWith } from './sign-in-guard';
export { accessRoutes } from './access/access.routes';
export { deputiesRoutes } from './deputies/deputies.routes';
export { organisationsRoutes, ownOrganisationRoutes } from './organisations/organisations.routes';
export { signInRulesRoutes } from './sign-in-rules/sign-in-rules.routes';
export { staffRoutes } from './staff/staff.routes';
export { staffTexts } from './staff/staff-texts';
export { SavedViews } from './views/saved-views';

/** The dialog that asks to sign in again; loaded only when it is needed. */
export const loadSignInAgain = () => import('./sign-in/sign-in-again').then((found) => found.SignInAgain);

/** The dialog that says that an idle session ends soon. */
export const loadSessionWarning = () => import('./sign-in/session-warning').then((found) => found.SessionWarning);

/** Says for whom one works at the moment; only for deputies. */
export const loadActingBanner = () => import('./deputies/acting-banner').then((found) => found.ActingBanner);

/** The places one may stand in at, for the account's menu; only for deputies. */
export const loadDeputyMenu = () => import('./deputies/deputy-menu').then((found) => found.DeputyMenu);
export { Entrance } from './sign-in/entrance';
export { injectLinkToken } from './access/link-token';
