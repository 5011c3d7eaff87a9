import type { IdentityProvider, Role } from '@lotse/identity/model';

/** What an account service says about somebody. */
export type Claims = Readonly<Record<string, unknown>>;

/** A claim by its name, or by the way to it: `realm_access.roles`. A name with dots in it counts first. */
function claimAt(claims: Claims, path: string): unknown {
  if (path in claims) return claims[path];
  return path
    .split('.')
    .reduce<unknown>((found, step) => (typeof found === 'object' && found !== null ? (found as Claims)[step] : undefined), claims);
}

/**
 * The roles that the claims of somebody lead to here; undefined where roles are kept here. Empty when nothing of what they are there means
 * anything here: then they have no access.
 */
export function rolesFrom(
  claims: Claims,
  { roleClaim, roleMapping }: Pick<IdentityProvider, 'roleClaim' | 'roleMapping'>,
): Role[] | undefined {
  if (!roleClaim) return undefined;
  const said = claimAt(claims, roleClaim);
  const values = (Array.isArray(said) ? said : [said]).filter((value) => typeof value === 'string');
  const roles = values.flatMap((value) => (Object.hasOwn(roleMapping, value) ? roleMapping[value]! : []));
  return [...new Set<Role>(roles)].filter((role) => role !== 'system').sort();
}

/** The address of somebody, when the account service has verified it and the organisation owns its domain. */
export function ownEmailFrom(claims: Claims, { mailDomains }: Pick<IdentityProvider, 'mailDomains'>): string | undefined {
  const { email, email_verified: isVerified } = claims;
  if (typeof email !== 'string' || isVerified !== true) return undefined;
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
  return mailDomains.includes(domain) ? email : undefined;
}

/** What a service says when somebody has signed out there; no ID token has it. */
const signedOut = 'http://schemas.openid.net/event/backchannel-logout';

/**
 * Whether a token that is signed, in force and for us was made to say who somebody is. The same key signs other kinds as well: what opens
 * another program's data, or tells that somebody has left, lets nobody in.
 */
export function isIdToken(token: string, claims: Claims): boolean {
  const { typ } = JSON.parse(Buffer.from(token.split('.')[0]!, 'base64url').toString()) as { typ?: unknown };
  const isPlain = typ === undefined || (typeof typ === 'string' && typ.toLowerCase() === 'jwt');
  const { events } = claims;
  return isPlain && !(typeof events === 'object' && events !== null && signedOut in events);
}
