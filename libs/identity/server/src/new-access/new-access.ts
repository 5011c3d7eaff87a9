import { linkNotGood, type lookAtNewAccess, type SentLink, type useNewAccess } from '@lotse/identity/model';
import { invalidState, newId, Refusal, tooMany, type AnswerOf, type BodyOf } from '@lotse/kernel';
import { Database, type Transaction } from '@lotse/server-kit/database';
import { hashOf } from '@lotse/server-kit/http';
import { Injectable } from '@nestjs/common';
import { Links } from '../invitations/links';
import { refuseGuessable } from '../sign-in/leaked-passwords';
import { hashPassword } from '../sign-in/password';
import { Throttle } from '../sign-in/throttle';
import { Members } from '../staff/members';

const ask = 'select email from ask_for_new_access($1, $2, $3)';
const look = 'select display_name as "displayName", email, organisation from look_at_new_access($1)';
const use = 'select use_new_access($1, $2) as "staffId"';

type Found = AnswerOf<typeof lookAtNewAccess> & { organisation: string };

/** A new password for whoever forgot theirs. The same is done, in the same time, for addresses that have no account. */
@Injectable()
export class NewAccess {
  constructor(
    private readonly database: Database,
    private readonly links: Links,
    private readonly throttle: Throttle,
    private readonly members: Members,
  ) {}

  async ask(email: string, ip: string): Promise<void> {
    await this.throttle.count({ kind: 'new-access', email, ip });
    const { tokenHash, link } = this.links.make('new_access');
    const found = await this.database.asPublic((transaction) =>
      transaction.row<{ email: string }>('new-access.ask', ask, [newId(), email, tokenHash]),
    );
    if (found) this.links.sendLater('new_access', found.email, link);
  }

  /** On behalf of somebody of the own organisation. Ends the transaction before the mail goes out. */
  async sendTo(transaction: Transaction, staffId: string): Promise<SentLink> {
    const { email, disabledAt } = await this.members.load(transaction, staffId);
    if (disabledAt) throw new Refusal(invalidState({ context: { state: 'disabled' } }));
    const { tokenHash, link } = this.links.make('new_access');
    const found = await transaction.row<{ email: string }>('new-access.ask', ask, [newId(), email, tokenHash]);
    if (!found) throw new Refusal(tooMany());
    this.members.changed(transaction, staffId, 'staff.sendNewAccess');
    await transaction.commit();
    return this.links.send('new_access', found.email, link);
  }

  async look(token: string): Promise<AnswerOf<typeof lookAtNewAccess>> {
    const { displayName, email } = await this.find(token);
    return { displayName, email };
  }

  async use({ token, password }: BodyOf<typeof useNewAccess>): Promise<AnswerOf<typeof useNewAccess>> {
    const { displayName, email, organisation } = await this.find(token);
    await refuseGuessable(password, [displayName, email, organisation]);
    const passwordHash = await hashPassword(password);
    await this.database.asPublic(async (transaction) => {
      const used = await transaction.row<{ staffId: string | null }>('new-access.use', use, [hashOf(token), passwordHash]);
      if (!used?.staffId) throw new Refusal(linkNotGood());
      transaction.record({ kind: 'act', verb: 'identity.changePassword', subject: 'staff', subjectId: used.staffId });
    });
    return { email };
  }

  private async find(token: string): Promise<Found> {
    const found = await this.database.asPublic((transaction) => transaction.row<Found>('new-access.look', look, [hashOf(token)]));
    if (!found) throw new Refusal(linkNotGood());
    return found;
  }
}
