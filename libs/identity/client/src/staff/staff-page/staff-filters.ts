import { type StaffMember, staffStates } from '@lotse/identity/model';

/** What one looks for, as it stands in the address. */
export interface StaffFilters {
  readonly text: string;
  readonly role: string;
  readonly state: string;
}

const folded = (text: string): string => text.toLocaleLowerCase('de').normalize('NFD').replace(/\p{M}/gu, '');

/** Those that fit; without a state, those who work here or are asked to. */
export function fitting(items: readonly StaffMember[], { text, role, state }: StaffFilters): StaffMember[] {
  const words = folded(text).split(/\s+/).filter(Boolean);
  return items.filter((member) => {
    const said = folded(`${member.displayName} ${member.email}`);
    if (state === '' ? member.state === 'disabled' : state !== 'all' && member.state !== state) return false;
    return (role === '' || member.roles.some((held) => held === role)) && words.every((word) => said.includes(word));
  });
}

/** The roles that somebody on the list has, each once. */
export const rolesIn = (items: readonly StaffMember[]): string[] => [...new Set(items.flatMap(({ roles }) => roles))].sort();

export const stateChoices: readonly string[] = [...staffStates, 'all'];
