import { passwordDoesNotFit, type changePassword } from '@lotse/identity/model';
import { Refusal, type BodyOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { refuseGuessable } from '../sign-in/leaked-passwords';
import { hashPassword } from '../sign-in/password';
import { ConfirmSession } from './confirm-session';
import { OwnSession } from './own-session';

/** Another password, for whoever knows the old one. All other sessions end: one of them may be why somebody changes it. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly confirmSession: ConfirmSession,
    private readonly ownSession: OwnSession,
  ) {}

  async run(transaction: Transaction, { oldPassword, password }: BodyOf<typeof changePassword>): Promise<void> {
    const known = await transaction.row<{ known: string[] }>(
      'own-password.known',
      `select array[s.display_name, s.email, o.name] as known from staff s join organisation o on o.id = s.organisation_id where s.id = current_staff()`,
    );
    await refuseGuessable(password, known?.known ?? []);
    await this.refuseUnlessFits(transaction, oldPassword);
    transaction.send('own-password.change', 'select change_own_password($1)', [await hashPassword(password)]);
    this.ownSession.confirm(transaction);
    this.ownSession.endOthers(transaction);
    transaction.record({ kind: 'act', verb: 'identity.changePassword', subject: 'staff', subjectId: transaction.actor.staffId });
  }

  /** As for entering the password once more, with the old one's own field to blame. */
  private async refuseUnlessFits(transaction: Transaction, oldPassword: string): Promise<void> {
    try {
      await this.confirmSession.refuseUnlessFits(transaction, oldPassword);
    } catch (thrown) {
      if (!(thrown instanceof Refusal) || thrown.problem.code !== passwordDoesNotFit.code) throw thrown;
      const { code, title } = thrown.problem;
      throw new Refusal(passwordDoesNotFit({ fields: [{ field: 'oldPassword', code, message: title }] }));
    }
  }
}
