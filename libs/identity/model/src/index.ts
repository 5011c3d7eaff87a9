export { grants, holds, permissionsOf, roleSchema, roles, type Role } from './roles';
export { legalRegimeSchema, organisationKindSchema, organisationSchema, type Organisation, type OrganisationKind } from './organisation';
export { readDemoLogins, readSession, sessionSchema, signIn, signOut, wrongCredentials, type Session } from './session';
