import { randomBytes } from 'node:crypto';
import { newId } from '@lotse/kernel';
import type { Session } from '@lotse/identity/model';
import { Database } from '@lotse/server-kit/database';
import { hashOf } from '@lotse/server-kit/http';
import { Injectable } from '@nestjs/common';
import { ReadSession } from '../read-session/read-session';

/** A session lives this long at most, however busy it is. */
export const sessionLifetimeSeconds = 12 * 3600;

/** Begins a session. The token leaves this process once, in a cookie; the database keeps its hash. */
@Injectable()
export class SignIn {
  constructor(
    private readonly database: Database,
    private readonly readSession: ReadSession,
  ) {}

  async run(staffId: string): Promise<{ token: string; session: Session }> {
    const token = randomBytes(32).toString('base64url');
    const tokenHash = hashOf(token);
    await this.database.asPublic(async (transaction) =>
      transaction.send('session.begin', 'select begin_session($1, $2, $3, make_interval(secs => $4))', [
        newId(),
        staffId,
        tokenHash,
        sessionLifetimeSeconds,
      ]),
    );
    const { transaction } = await this.database.openSession(tokenHash, true);
    try {
      const session = await this.readSession.run(transaction);
      transaction.record({ kind: 'act', verb: 'identity.signIn', subject: 'staff', subjectId: staffId });
      await transaction.commit();
      return { token, session };
    } finally {
      await transaction.rollback();
    }
  }
}
