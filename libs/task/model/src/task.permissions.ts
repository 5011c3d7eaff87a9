import { permissions } from '@lotse/kernel';

/** What may be done with tasks; `libs/identity/model/src/roles.ts` says who holds what. */
export const taskPermissions = permissions('task', 'read', 'work');
