import type { IdentityProvider } from '@lotse/identity/model';

/** One line of what a value of the claim means here. */
export interface MappedRole {
  readonly value: string;
  readonly role: string;
}

/** An account service as it is being typed. */
export interface ProviderDraft {
  readonly issuer: string;
  readonly clientId: string;
  readonly mailDomains: string;
  readonly roleClaim: string;
  readonly mapped: readonly MappedRole[];
  readonly isStrong: boolean;
  readonly isEnabled: boolean;
}

const empty: ProviderDraft = { issuer: '', clientId: '', mailDomains: '', roleClaim: '', mapped: [], isStrong: true, isEnabled: true };

/** What is typed on, from what is known. */
export function draftOf(provider: IdentityProvider | null, issuersAllowed: readonly string[]): ProviderDraft {
  if (!provider) return { ...empty, issuer: issuersAllowed[0] ?? '' };
  const { mailDomains, roleClaim, roleMapping, ...rest } = provider;
  const mapped = Object.entries(roleMapping).flatMap(([value, roles]) => roles.map((role) => ({ value, role })));
  return { ...rest, mailDomains: mailDomains.join(', '), roleClaim: roleClaim ?? '', mapped };
}

/** What is sent of it. Lines without a value are left out. */
export function providerOf(draft: ProviderDraft): IdentityProvider {
  const { issuer, clientId, isStrong, isEnabled } = draft;
  const roleMapping: Record<string, string[]> = {};
  for (const { value, role } of draft.mapped) {
    if (value.trim() !== '') roleMapping[value.trim()] = [...new Set([...(roleMapping[value.trim()] ?? []), role])];
  }
  return {
    issuer: issuer.trim(),
    clientId: clientId.trim(),
    mailDomains: draft.mailDomains.split(/[\s,;]+/).filter(Boolean),
    roleClaim: draft.roleClaim.trim() || null,
    roleMapping: roleMapping as IdentityProvider['roleMapping'],
    isStrong,
    isEnabled,
  };
}
