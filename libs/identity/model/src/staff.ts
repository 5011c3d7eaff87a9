import { endpoint, idSchema, permissions, problem, versionStale } from '@lotse/kernel';
import * as z from 'zod';
import { roleSchema } from './roles';

export const staffPermissions = permissions('staff', 'read', 'change', 'disable', 'reactivate', 'sendNewAccess', 'resetSecondFactor');

/** `disabled`: no longer works here. */
export const staffStateSchema = z.enum(['active', 'disabled']);
export type StaffState = z.output<typeof staffStateSchema>;

/** Somebody of the own organisation, as its administrator sees them: their access, never their work. */
export const staffMemberSchema = z.object({
  id: idSchema,
  displayName: z.string(),
  email: z.string(),
  roles: z.array(roleSchema),
  state: staffStateSchema,
  lastSignedInAt: z.iso.datetime().nullable(),
  hasSecondFactor: z.boolean(),
  version: z.int(),
});
export type StaffMember = z.output<typeof staffMemberSchema>;

export const displayNameSchema = z.string().trim().min(1).max(120);
const rolesSchema = z.array(roleSchema).min(1).max(10);
const params = z.object({ id: idSchema });
const changedStaff = z.object({ id: idSchema, version: z.int() });

/** A role that the kind of organisation does not have, or that only somebody else may give. */
export const roleNotGivable = problem('role-not-givable', 422, 'This role cannot be given here.', 'roles');
/** Somebody must always be able to let others in. */
export const lastAdministrator = problem('last-administrator', 422, 'An organisation needs an administrator.');
export const notOneself = problem('not-oneself', 422, 'This cannot be done to one’s own account.');
/** With `context.items`: what is open, by kind. Say who takes it over. */
export const openWork = problem('open-work', 409, 'There is open work: say who takes it over, or give it back to the team.');
export const unknownReceiver = problem('unknown-receiver', 422, 'This colleague cannot take the work over.', 'workTo');

export const readStaff = endpoint({
  method: 'GET',
  path: 'staff',
  summary: 'Everybody of the own organisation with roles, last sign-in, second factor and state, by name.',
  may: staffPermissions.read,
  response: z.object({ items: z.array(staffMemberSchema) }),
});

export const changeStaff = endpoint({
  method: 'PATCH',
  path: 'staff/:id',
  summary: 'Change the name or the roles of somebody of the own organisation; roles count from their next request on.',
  may: staffPermissions.change,
  params,
  body: z.strictObject({ displayName: displayNameSchema.optional(), roles: rolesSchema.optional() }),
  response: changedStaff,
  versioned: true,
  problems: [versionStale, roleNotGivable, lastAdministrator],
});

/** How one made sure that it is really them before what protects their account was taken away. */
export const identityCheckSchema = z.enum(['in_person', 'video', 'known_phone']);
export type IdentityCheck = z.output<typeof identityCheckSchema>;
export const noSecondFactor = problem('no-second-factor', 422, 'There is no second factor to reset.');

/** ASVS 5.0.0-6.4.4: lost factors are replaced after the identity was proven as strictly as at enrolment. */
export const resetSecondFactor = endpoint({
  method: 'POST',
  path: 'staff/:id/reset-second-factor',
  summary:
    'Take away a lost second factor of somebody of the own organisation, after checking that it is them. Every session ends and they are told by mail; the password stays.',
  may: staffPermissions.resetSecondFactor,
  params,
  body: z.strictObject({ checked: identityCheckSchema, note: z.string().trim().min(10, { error: 'too-short' }).max(500) }),
  response: z.object({ id: idSchema, sessionsEnded: z.int(), isTold: z.boolean() }),
  problems: [notOneself, noSecondFactor],
});

/** What somebody has in hand, as a number for each kind: an administrator sees no person. */
export const openWorkSchema = z.object({ kind: z.string(), count: z.int() });
export type OpenWork = z.output<typeof openWorkSchema>;

export const readOpenWork = endpoint({
  method: 'GET',
  path: 'staff/:id/open-work',
  summary: 'How much open work somebody of the own organisation has, and which colleagues may take it over.',
  may: staffPermissions.disable,
  params,
  response: z.object({
    items: z.array(openWorkSchema),
    receivers: z.array(z.object({ id: idSchema, displayName: z.string() })),
  }),
});

export const disableStaff = endpoint({
  method: 'POST',
  path: 'staff/:id/disable',
  summary: 'Hand over the open work of somebody and close their account, in one step: every session ends at once.',
  may: staffPermissions.disable,
  params,
  body: z.strictObject({ workTo: z.union([idSchema, z.literal('team')]).optional() }),
  response: changedStaff.extend({ handedOver: z.int(), sessionsEnded: z.int() }),
  versioned: true,
  problems: [versionStale, notOneself, lastAdministrator, openWork, unknownReceiver],
});

export const reactivateStaff = endpoint({
  method: 'POST',
  path: 'staff/:id/reactivate',
  summary: 'Open a closed account again. Passwords and second factors are what they were; work does not come back by itself.',
  may: staffPermissions.reactivate,
  params,
  body: z.strictObject({}),
  response: changedStaff,
  versioned: true,
  problems: [versionStale],
});
