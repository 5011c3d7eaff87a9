import type { Invitation, Role, StaffMember } from '@lotse/identity/model';

/** `open` and `expired`: invited, and not come yet. */
export const rowStates = ['active', 'open', 'expired', 'disabled'] as const;
export type RowState = (typeof rowStates)[number];

/** Somebody on the list: a member of staff, or somebody who was invited. */
export interface StaffRow {
  readonly id: string;
  readonly displayName: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly state: RowState;
  readonly member?: StaffMember;
  readonly invitation?: Invitation;
}

/** Members and invitations in one list, by name. */
export function rowsOf(members: readonly StaffMember[], invitations: readonly Invitation[]): StaffRow[] {
  const rows: StaffRow[] = [
    ...members.map((member) => ({ ...member, member })),
    ...invitations.map((invitation) => ({ ...invitation, invitation })),
  ];
  return rows.sort((one, other) => one.displayName.localeCompare(other.displayName, 'de'));
}

/** What one looks for, as it stands in the address. */
export interface StaffFilters {
  readonly text: string;
  readonly role: string;
  readonly state: string;
}

const folded = (text: string): string => text.toLocaleLowerCase('de').normalize('NFD').replace(/\p{M}/gu, '');

/** Those that fit; without a state, those who work here or are asked to. */
export function fitting(rows: readonly StaffRow[], { text, role, state }: StaffFilters): StaffRow[] {
  const words = folded(text).split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const said = folded(`${row.displayName} ${row.email}`);
    if (state === '' ? row.state === 'disabled' : state !== 'all' && row.state !== state) return false;
    return (role === '' || row.roles.some((held) => held === role)) && words.every((word) => said.includes(word));
  });
}

/** The roles that somebody on the list has, each once. */
export const rolesIn = (rows: readonly StaffRow[]): Role[] => [...new Set(rows.flatMap(({ roles }) => roles))].sort();
