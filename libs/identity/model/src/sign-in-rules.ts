import { endpoint, permissions, problem, versionStale } from '@lotse/kernel';
import * as z from 'zod';
import { roleSchema } from './roles';
import { mailDomainSchema } from './single-sign-on';

export const signInPermissions = permissions('signIn', 'configure');

/** What an organisation asks of its staff when they sign in. */
export const signInRulesSchema = z.object({
  secondFactorRequired: z.boolean(),
  /** The installation asks it of everybody, whatever the organisation says. */
  secondFactorOfEverybody: z.boolean(),
  idleMinutes: z.int().min(5).max(240),
  sessionMinutes: z.int().min(30).max(1440),
  version: z.int(),
});
export type SignInRules = z.output<typeof signInRulesSchema>;

export const readSignInRules = endpoint({
  method: 'GET',
  path: 'sign-in-rules',
  summary: 'What the own organisation asks of its staff when they sign in.',
  may: signInPermissions.configure,
  response: signInRulesSchema,
});

export const changeSignInRules = endpoint({
  method: 'PUT',
  path: 'sign-in-rules',
  summary: 'Change what the own organisation asks. Holds at once, also for sessions that were begun before.',
  may: signInPermissions.configure,
  body: signInRulesSchema.omit({ version: true, secondFactorOfEverybody: true }).strict(),
  response: signInRulesSchema,
  problems: [versionStale],
  versioned: true,
});

/** The operator names the account services that this installation may speak to. */
export const issuerNotAllowed = problem(
  'issuer-not-allowed',
  422,
  'This installation may not speak to that account service. Whoever runs it has to allow it.',
  'issuer',
);

/** The account service of an organisation (OpenID Connect). */
export const identityProviderSchema = z.object({
  issuer: z.url({ protocol: /^https?$/ }).max(300),
  clientId: z.string().trim().min(1).max(200),
  /** Staff with these addresses are led there. */
  mailDomains: z.array(mailDomainSchema).min(1).max(20),
  /** The claim that says what somebody is there, such as `groups` or `realm_access.roles`; without one, roles are kept here. */
  roleClaim: z
    .string()
    .trim()
    .regex(/^[\w:./-]{1,100}$/)
    .nullable(),
  /** Value of the claim -> roles here. */
  roleMapping: z
    .record(z.string().min(1).max(200), z.array(roleSchema.exclude(['system'])).min(1))
    .refine((map) => Object.keys(map).length <= 50),
  /** Whether signing in there counts as more than a password. */
  isStrong: z.boolean(),
  isEnabled: z.boolean(),
});
export type IdentityProvider = z.output<typeof identityProviderSchema>;

const answerSchema = z.object({
  provider: identityProviderSchema.nullable(),
  /** 0 as long as there is none. */
  version: z.int(),
  /** What to enter at the account service as the address to come back to. */
  callback: z.string(),
  /** Under which name the operator sets the secret of the client. */
  secretName: z.string(),
  hasSecret: z.boolean(),
  issuersAllowed: z.array(z.string()),
});

export const readIdentityProvider = endpoint({
  method: 'GET',
  path: 'identity-provider',
  summary: 'The account service of the own organisation, and what is needed to set one up. Never a secret.',
  may: signInPermissions.configure,
  response: answerSchema,
});

export const changeIdentityProvider = endpoint({
  method: 'PUT',
  path: 'identity-provider',
  summary: 'Set up or change the account service of the own organisation. If-Match "0" for the first time.',
  may: signInPermissions.configure,
  body: identityProviderSchema.strict(),
  response: answerSchema,
  problems: [issuerNotAllowed, versionStale],
  versioned: true,
});
