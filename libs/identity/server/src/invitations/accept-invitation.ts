import { addressTaken, linkNotGood, type acceptInvitation, type lookAtInvitation } from '@lotse/identity/model';
import { newId, Refusal, type AnswerOf, type BodyOf } from '@lotse/kernel';
import { Database } from '@lotse/server-kit/database';
import { hashOf } from '@lotse/server-kit/http';
import { Injectable } from '@nestjs/common';
import { refuseGuessable } from '../sign-in/leaked-passwords';
import { hashPassword } from '../sign-in/password';

interface Found {
  displayName: string;
  email: string;
  organisation: string;
  expiresAt: Date;
}

const look = 'select display_name as "displayName", email, organisation, expires_at as "expiresAt" from look_at_invitation($1)';
const accept = 'select outcome from accept_invitation($1, $2, $3, $4)';

/** What whoever holds the link of an invitation does with it. */
@Injectable()
export class AcceptInvitation {
  constructor(private readonly database: Database) {}

  async look(token: string): Promise<AnswerOf<typeof lookAtInvitation>> {
    const found = await this.find(token);
    return { ...found, expiresAt: found.expiresAt.toISOString() };
  }

  async run({ token, displayName, password }: BodyOf<typeof acceptInvitation>): Promise<AnswerOf<typeof acceptInvitation>> {
    // A link that is no good costs no hash.
    const { email, organisation } = await this.find(token);
    await refuseGuessable(password, [displayName, email, organisation]);
    const passwordHash = await hashPassword(password);
    await this.database.asPublic(async (transaction) => {
      const staffId = newId();
      const made = await transaction.row<{ outcome: string }>('invitation.accept', accept, [
        hashOf(token),
        staffId,
        displayName,
        passwordHash,
      ]);
      if (!made) throw new Refusal(linkNotGood());
      if (made.outcome === 'address-taken') throw new Refusal(addressTaken());
      transaction.record({ kind: 'act', verb: 'identity.acceptInvitation', subject: 'staff', subjectId: staffId });
    });
    return { email };
  }

  private async find(token: string): Promise<Found> {
    const found = await this.database.asPublic((transaction) => transaction.row<Found>('invitation.look', look, [hashOf(token)]));
    if (!found) throw new Refusal(linkNotGood());
    return found;
  }
}
