import { noSecondFactor, notOneself, type resetSecondFactor } from '@lotse/identity/model';
import { invalidState, newId, Refusal, type AnswerOf, type BodyOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { MailTransport } from '@lotse/server-kit/mail';
import { LOG, type Logger } from '@lotse/server-kit/telemetry';
import { Inject, Injectable } from '@nestjs/common';
import { Members } from './members';

const reset = 'select reset_second_factor($1, $2, $3, $4) as count';

/** No organisation, whose name may say what it treats. */
const told = (address: string) => ({
  subject: 'Lotse: Zweiter Faktor zurückgesetzt / Second factor reset',
  text: [
    'Die Verwaltung Ihrer Einrichtung hat Ihren zweiten Faktor zurückgesetzt. Alle Sitzungen sind beendet. Bitte melden Sie sich mit Ihrem Passwort an und richten Sie den zweiten Faktor neu ein:',
    `${address}/anmelden`,
    'Your administration has reset your second factor, and all sessions have ended. Please sign in with your password and set it up again, with the link above.',
    'Wenn Sie nicht darum gebeten haben, sprechen Sie sofort mit Ihrer Verwaltung. / If you did not ask for this, talk to your administration at once.',
  ].join('\n\n'),
});

/** Takes away a lost second factor. Whoever it belongs to is told, so that nobody loses theirs without learning of it. */
@Injectable()
export class ResetSecondFactor {
  constructor(
    private readonly members: Members,
    private readonly transport: MailTransport,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** Ends the transaction before the mail goes out: it tells what is true. */
  async run(
    transaction: Transaction,
    id: string,
    { checked, note }: BodyOf<typeof resetSecondFactor>,
  ): Promise<AnswerOf<typeof resetSecondFactor>> {
    const { email, disabledAt } = await this.members.load(transaction, id);
    if (id === transaction.actor.staffId) throw new Refusal(notOneself());
    if (disabledAt) throw new Refusal(invalidState({ context: { state: 'disabled' } }));
    const ended = await transaction.row<{ count: number | null }>('staff.reset-second-factor', reset, [newId(), id, checked, note]);
    if (ended?.count == null) throw new Refusal(noSecondFactor());
    this.members.changed(transaction, id, 'staff.resetSecondFactor');
    await transaction.commit();
    return { id, sessionsEnded: ended.count, isTold: await this.tell(email) };
  }

  private async tell(email: string): Promise<boolean> {
    if (!this.transport.isSetUp) return false;
    try {
      await this.transport.send({ to: email, ...told(this.transport.address) });
      return true;
    } catch (error) {
      this.log.warn({ error: (error as Error).message }, 'nobody could be told of a reset second factor');
      return false;
    }
  }
}
