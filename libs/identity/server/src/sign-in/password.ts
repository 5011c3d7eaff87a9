import { hash, verify } from '@node-rs/argon2';

/** argon2id with 19 MiB, two passes, one lane (OWASP's first choice); about 20 ms. */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The hash of nobody's password: checked when an account does not exist, so that both answers take the same time. */
let decoy: Promise<string> | undefined;

export const hashPassword = (password: string): Promise<string> => hash(password, options);

/** Whether a password fits. Takes as long for an account that does not exist. */
export async function passwordFits(stored: string | null | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password');
  const fits = await verify(stored ?? (await decoy), password);
  return fits && stored !== null && stored !== undefined;
}
