export { colleagueSchema, readColleagues, type Colleague } from './colleagues';
export { readDraftKey } from './draft-key';
export { grants, holds, permissionsOf, roleSchema, roles, type Role } from './roles';
export { legalRegimeSchema, organisationKindSchema, organisationSchema, type Organisation, type OrganisationKind } from './organisation';
export { newPasswordSchema, passwordLengthAtLeast, passwordProblem, passwordTooPlain } from './new-password';
export {
  changePassword,
  endOwnSession,
  endOwnSessions,
  ownSessionSchema,
  readOwnSessions,
  sessionsEnded,
  type OwnSession,
} from './own-sessions';
export {
  askForPasskey,
  passkeyKnown,
  passkeyNotTaken,
  passkeyRefused,
  preparePasskey,
  registerPasskey,
  removePasskey,
  renamePasskey,
  signInWithPasskey,
} from './passkeys';
export { changePreferences, preferencesSchema, readPreferences, type PreferenceValues } from './preferences';
export {
  doingSchema,
  presenceChanged,
  presencePermissions,
  presenceSchema,
  presenceSeconds,
  presenceSubjectSchema,
  readPresence,
  tellPresence,
  type ColleaguePresence,
  type Doing,
  type PresenceSubject,
} from './presence';
export {
  authenticatorUnavailable,
  codeDoesNotFit,
  confirmAuthenticator,
  confirmationNeeded,
  confirmedMinutes,
  confirmSession,
  lastSecondFactor,
  nothingPrepared,
  passkeySchema,
  passwordDoesNotFit,
  prepareAuthenticator,
  readOwnSignIn,
  recoveryCodesMade,
  removeAuthenticator,
  renewRecoveryCodes,
  secondFactorSchema,
  type OwnSignIn,
  type Passkey,
  type SecondFactor,
} from './second-factor';
export { savedQueryOf } from './saved-query';
export {
  changeView,
  deleteView,
  readViews,
  savedViewSchema,
  saveView,
  tooManyViews,
  viewNameTaken,
  viewsAtMost,
  type SavedView,
} from './saved-views';
export {
  readDemoLogins,
  readSession,
  secondFactorNeeded,
  sessionSchema,
  signIn,
  signOut,
  wayToSignInSchema,
  wrongCode,
  wrongCredentials,
  type Session,
  type WayToSignIn,
} from './session';
export * from './deputyships';
export { givableRoles, refusedAsLast, refusedRoles } from './givable-roles';
export * from './invitations';
export * from './organisations';
export * from './staff';
export {
  changeIdentityProvider,
  changeSignInRules,
  identityProviderSchema,
  issuerNotAllowed,
  readIdentityProvider,
  readSignInRules,
  signInPermissions,
  signInRulesSchema,
  type IdentityProvider,
  type SignInRules,
} from './sign-in-rules';
export {
  accountLinkedOtherwise,
  accountUnknown,
  accountWithoutRole,
  findSingleSignOn,
  finishSingleSignOn,
  mailDomainSchema,
  singleSignOnFailed,
  startSingleSignOn,
} from './single-sign-on';
