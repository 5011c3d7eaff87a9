import { endpoint, idSchema, permissions } from '@lotse/kernel';
import * as z from 'zod';
import { roleSchema } from './roles';

export const staffPermissions = permissions('staff', 'read');

/** `invited`: the link has not been used yet; `expired`: it was not used in time; `disabled`: no longer works here. */
export const staffStates = ['active', 'invited', 'expired', 'disabled'] as const;
export const staffStateSchema = z.enum(staffStates);
export type StaffState = z.output<typeof staffStateSchema>;

/** Somebody of the own organisation, as its administrator sees them: their access, never their work. */
export const staffMemberSchema = z.object({
  id: idSchema,
  displayName: z.string(),
  email: z.string(),
  roles: z.array(roleSchema),
  state: staffStateSchema,
  lastSignedInAt: z.iso.datetime({ offset: true }).nullable(),
  hasSecondFactor: z.boolean(),
});
export type StaffMember = z.output<typeof staffMemberSchema>;

export const readStaff = endpoint({
  method: 'GET',
  path: 'staff',
  summary: 'Everybody of the own organisation with roles, last sign-in, second factor and state, by name.',
  may: staffPermissions.read,
  response: z.object({ items: z.array(staffMemberSchema) }),
});
