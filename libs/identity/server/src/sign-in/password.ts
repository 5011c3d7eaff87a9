import { hash, verify } from '@node-rs/argon2';
import { atMost } from './at-most';

/** argon2id with 19 MiB, two passes, one lane (OWASP's first choice); about 20 ms. */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const oneOfTwo = atMost(2);

/** The hash of nobody's password: checked when an account does not exist, so that both answers take the same time. */
let decoy: Promise<string> | undefined;

export const hashPassword = (password: string): Promise<string> => oneOfTwo(() => hash(password, options));

/** Whether a password fits. Takes as long for an account that does not exist. */
export async function passwordFits(stored: string | null | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password');
  const known = stored ?? (await decoy);
  const fits = await oneOfTwo(() => verify(known, password));
  return fits && stored !== null && stored !== undefined;
}
