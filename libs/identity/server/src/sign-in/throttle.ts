import { createHash } from 'node:crypto';
import { Refusal, tooMany } from '@lotse/kernel';
import { Database } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';

/** How a kind of key is slowed: so many attempts cost nothing, then every further one doubles the wait up to the longest, in seconds. */
interface Pace {
  free: number;
  longest: number;
}

/** An address from where it is tried: whoever guesses one account. */
const here: Pace = { free: 5, longest: 300 };
/** A device that signed in before is counted for itself, whatever others try. */
const knownDevice: Pace = { free: 10, longest: 300 };
/** An address from anywhere: guessing from many places at once. Short, because the owner may be among those who wait. */
const account: Pace = { free: 50, longest: 30 };
/** Anything from one place: trying many addresses. A clinic behind one address has many people who mistype. */
const origin: Pace = { free: 100, longest: 60 };

/** Who tries, as far as it is known before anything was shown. */
export interface Attempt {
  /** What is tried: each has counters of its own. */
  kind: 'sign-in' | 'new-access';
  email: string;
  ip: string;
  /** The hash of the token of a device from which this account was signed in to before. */
  device?: Buffer;
}

/** An attempt that was let through and counted. */
export interface Counted {
  /** It was no failure: those before it from here are forgotten. */
  succeeded(): Promise<void>;
}

const keyOf = (...parts: string[]): Buffer => createHash('sha256').update(parts.join('\n')).digest();

/**
 * Slows guessing without locking anybody out: attempts wait, accounts are never closed. What somebody does elsewhere slows an account only
 * from places that never signed in to it; known devices and passkeys are not slowed by it at all.
 */
@Injectable()
export class Throttle {
  constructor(private readonly database: Database) {}

  /** Counts an attempt, or refuses when it comes too early. The same for addresses that exist and those that do not. */
  async count({ kind, email, ip, device }: Attempt): Promise<Counted> {
    const address = email.toLowerCase();
    const own = device ? keyOf(kind, 'device', address, device.toString('hex')) : keyOf(kind, 'here', address, ip);
    const shared = device ? [] : [keyOf(kind, 'account', address), keyOf(kind, 'origin', ip)];
    const paces = device ? [knownDevice] : [here, account, origin];
    const found = await this.database.asPublic((transaction) =>
      transaction.row<{ seconds: number }>('sign-in.attempt', 'select begin_attempt($1, $2, $3) as seconds', [
        [own, ...shared],
        paces.map(({ free }) => free),
        paces.map(({ longest }) => longest),
      ]),
    );
    if (found!.seconds > 0) throw new Refusal(tooMany({ context: { waitSeconds: found!.seconds } }));
    return { succeeded: () => this.forget([own], shared) };
  }

  private forget(all: Buffer[], one: Buffer[]): Promise<void> {
    return this.database.asPublic(async (transaction) =>
      transaction.send('sign-in.succeeded', 'select forget_attempts($1, $2)', [all, one]),
    );
  }
}
