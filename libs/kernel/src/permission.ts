declare const granted: unique symbol;

/** The right to do one kind of act, written `domain.act`. Only `permissions()` makes one, so a typo does not compile. */
export type Permission = string & { readonly [granted]: true };

/** Declares the permissions of a domain: `permissions('referral', 'read', 'submit').submit` is `'referral.submit'`. */
export function permissions<const Act extends string>(domain: string, ...acts: Act[]): Record<Act, Permission> {
  return Object.fromEntries(acts.map((act) => [act, `${domain}.${act}`])) as Record<Act, Permission>;
}
