import { endpoint, idSchema, permissions, problem, versionStale } from '@lotse/kernel';
import * as z from 'zod';
import { sentLinkSchema } from './invitations';
import { legalRegimeSchema, organisationKindSchema } from './organisation';
import { openingHoursSchema } from './opening-hours';
import { displayNameSchema } from './staff';

export const organisationPermissions = permissions(
  'organisation',
  'list',
  'found',
  'change',
  'retire',
  'inviteAdministrator',
  'readOwn',
  'changeOwn',
);

/** An organisation of the county, as the county's administrator sees it: a body with a regime and somebody who administers it. */
export const administeredOrganisationSchema = z.object({
  id: idSchema,
  name: z.string(),
  kind: organisationKindSchema,
  legalRegime: legalRegimeSchema,
  phone: z.string().nullable(),
  state: z.enum(['active', 'retired']),
  /** Numbers only: who works elsewhere and what they may is not the county's business. */
  administrators: z.int(),
  staff: z.int(),
  /** Invited as an administrator and not come yet. */
  invited: z.array(z.object({ id: idSchema, email: z.string(), expiresAt: z.iso.datetime() })),
  version: z.int(),
});
export type AdministeredOrganisation = z.output<typeof administeredOrganisationSchema>;

/** Promise 1: nobody is lost because a place closes. */
export const organisationHasWork = problem('organisation-has-work', 409, 'Referrals are still open there.');
export const notOwnOrganisation = problem('not-own-organisation', 422, 'This cannot be done to one’s own organisation.');
export const hasAdministrator = problem('has-administrator', 422, 'This organisation has an administrator, who invites others.');

const params = z.object({ id: idSchema });
const nameSchema = z.string().trim().min(2).max(160);
const phoneSchema = z.string().trim().max(40).nullable();
const changed = z.object({ id: idSchema, version: z.int() });

export const readOrganisations = endpoint({
  method: 'GET',
  path: 'organisations',
  summary: 'The organisations of the county with their regime and how many administer them.',
  may: organisationPermissions.list,
  response: z.object({ items: z.array(administeredOrganisationSchema) }),
});

export const foundOrganisation = endpoint({
  method: 'POST',
  path: 'organisations',
  summary: 'Add an organisation to the county.',
  may: organisationPermissions.found,
  body: z.strictObject({ name: nameSchema, kind: organisationKindSchema, legalRegime: legalRegimeSchema, phone: phoneSchema }),
  response: changed,
  status: 201,
});

export const changeOrganisation = endpoint({
  method: 'PATCH',
  path: 'organisations/:id',
  summary: 'Change the name, the phone number or the legal regime of an organisation of the county.',
  may: organisationPermissions.change,
  params,
  body: z.strictObject({ name: nameSchema.optional(), legalRegime: legalRegimeSchema.optional(), phone: phoneSchema.optional() }),
  response: changed,
  versioned: true,
  problems: [versionStale],
});

export const inviteAdministrator = endpoint({
  method: 'POST',
  path: 'organisations/:id/administrator',
  summary: 'Invite the first administrator of an organisation, who lets everybody else in.',
  may: organisationPermissions.inviteAdministrator,
  params,
  body: z.strictObject({ email: z.email().max(200), displayName: displayNameSchema }),
  response: sentLinkSchema.extend({ id: idSchema, version: z.int() }),
  repeatable: true,
  problems: [hasAdministrator],
});

export const retireOrganisation = endpoint({
  method: 'POST',
  path: 'organisations/:id/retire',
  summary: 'Close an organisation: nobody signs in there, nobody is referred there. Only when nothing is open there.',
  may: organisationPermissions.retire,
  params,
  body: z.strictObject({}),
  response: changed,
  versioned: true,
  problems: [versionStale, organisationHasWork, notOwnOrganisation],
});

/** What the administrator of an organisation sets up for it, besides how its staff sign in. */
export const ownOrganisationSchema = z.object({
  id: idSchema,
  name: z.string(),
  kind: organisationKindSchema,
  legalRegime: legalRegimeSchema,
  phone: z.string().nullable(),
  notificationEmail: z.string().nullable(),
  /** Null: the usual hours of the county. */
  openingHours: openingHoursSchema.nullable(),
  version: z.int(),
});
export type OwnOrganisation = z.output<typeof ownOrganisationSchema>;

export const readOwnOrganisation = endpoint({
  method: 'GET',
  path: 'own-organisation',
  summary: 'How the own organisation can be reached, and under which law it works.',
  may: organisationPermissions.readOwn,
  response: ownOrganisationSchema,
});

export const changeOwnOrganisation = endpoint({
  method: 'PATCH',
  path: 'own-organisation',
  summary: 'Change how the own organisation can be reached.',
  may: organisationPermissions.changeOwn,
  body: z.strictObject({
    phone: phoneSchema.optional(),
    notificationEmail: z.email().max(200).nullable().optional(),
    openingHours: openingHoursSchema.nullable().optional(),
  }),
  response: changed,
  versioned: true,
  problems: [versionStale],
});
