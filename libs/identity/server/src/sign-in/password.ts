import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import { atMost } from './at-most';

/** argon2id with 19 MiB, two passes, one lane (OWASP's first choice); about 20 ms. */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Each takes a core for its time: not more than there are, and about two seconds of them in line. */
const oneOfFew = atMost(availableParallelism(), 100 * availableParallelism());

/** The hash of nobody's password: checked when an account does not exist, so that both answers take the same time. */
let decoy: Promise<string> | undefined;

let verified = 0;
/** How many passwords were checked so far: the same number for an account that exists and for one that does not. */
export const verificationsSoFar = (): number => verified;

export const hashPassword = (password: string): Promise<string> => oneOfFew(() => hash(password, options));

/** Whether a password fits. Takes as long for an account that does not exist. */
export async function passwordFits(stored: string | null | undefined, password: string): Promise<boolean> {
  decoy ??= hash('nobody has this password', options);
  const against = stored ?? (await decoy);
  const fits = await oneOfFew(() => {
    verified++;
    return verify(against, password);
  });
  return fits && stored !== null && stored !== undefined;
}
