import { randomBytes } from 'node:crypto';
import { newId } from '@lotse/kernel';
import type { Session, WayToSignIn } from '@lotse/identity/model';
import { Database } from '@lotse/server-kit/database';
import { hashOf } from '@lotse/server-kit/http';
import { Injectable } from '@nestjs/common';
import { ReadSession } from '../read-session/read-session';

/** Who has shown who they are, and how. Every way in, whatever passport strategy it goes through, ends here. */
export interface SignedInStaff {
  staffId: string;
  way: WayToSignIn;
  /** Whether more than a password was shown. */
  isStrong: boolean;
}

/** A session that was just begun. */
export interface BegunSession {
  token: string;
  session: Session;
  /** It ends after so many seconds at the latest, however busy it is. */
  lifetimeSeconds: number;
}

/** Makes what a cookie carries: 256 random bits. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** Begins a session. The token leaves this process once, in a cookie; the database keeps its hash. */
@Injectable()
export class SignIn {
  constructor(
    private readonly database: Database,
    private readonly readSession: ReadSession,
  ) {}

  async run({ staffId, way, isStrong }: SignedInStaff, device: string | null): Promise<BegunSession> {
    const token = newToken();
    const tokenHash = hashOf(token);
    const begun = await this.database.asPublic(async (transaction) =>
      transaction.row<{ seconds: number }>('session.begin', 'select begin_session($1, $2, $3, $4, $5, $6) as seconds', [
        newId(),
        staffId,
        tokenHash,
        way,
        isStrong,
        device,
      ]),
    );
    const { transaction } = await this.database.openSession(tokenHash, true);
    try {
      const session = await this.readSession.run(transaction);
      transaction.record({ kind: 'act', verb: `identity.signIn.${way}`, subject: 'staff', subjectId: staffId });
      await transaction.commit();
      return { token, session, lifetimeSeconds: begun!.seconds };
    } finally {
      await transaction.rollback();
    }
  }
}
