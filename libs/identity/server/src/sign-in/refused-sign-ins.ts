import type { WayToSignIn } from '@lotse/identity/model';
import { Database } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';

/** What is known of an attempt that was refused. */
export interface RefusedSignIn {
  /** How it was tried; `confirmation` is somebody who is signed in and was asked for their password once more. */
  way: WayToSignIn | 'confirmation';
  /** The account that it was aimed at, where there is one. */
  staffId?: string;
  /** Whose account service led back to us, where it was one. */
  organisationId?: string;
}

/**
 * Leaves a line in the chronicle about somebody who was not let in: which account, how, and when; never what was typed. The same statement
 * goes out for an address that nobody has, and writes nothing then.
 */
@Injectable()
export class RefusedSignIns {
  constructor(private readonly database: Database) {}

  /** In a transaction of its own: the refusal undoes the one at hand. */
  async note({ way, staffId, organisationId }: RefusedSignIn): Promise<void> {
    await this.database.asPublic(async (transaction) =>
      transaction.send('sign-in.refused', 'select note_refused_sign_in($1, $2, $3)', [
        staffId ?? null,
        organisationId ?? null,
        `identity.tryToSignIn.${way}`,
      ]),
    );
  }
}
