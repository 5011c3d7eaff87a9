import { refuse, type BodyOf } from '@lotse/kernel';
import { answerMovesReferral, notYourTurn, questionSettled, refusedTakeBack, type closeQuestion } from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { Referrals } from '../referrals';
import { lastMessage, takeBack, unsettle } from './question-statements';
import { QuestionThreads, type MovedThread } from './question-threads';

interface Last {
  id: string;
  kind: string;
  at: Date;
  organisationId: string;
  hasStep: boolean;
}

/** Ends what is open of a thread without an answer, and takes back what nobody has been told of. */
@Injectable()
export class CloseQuestion {
  constructor(
    private readonly referrals: Referrals,
    private readonly threads: QuestionThreads,
  ) {}

  async run(transaction: Transaction, id: string, version: number, { note }: BodyOf<typeof closeQuestion>): Promise<MovedThread> {
    const thread = await this.threads.load(transaction, id, version);
    refuse(thread.askerOrganisationId === transaction.actor.organisationId ? undefined : notYourTurn());
    const open = await this.threads.openPoints(transaction, id);
    refuse(open.length === 0 ? questionSettled() : undefined);
    const record = await this.referrals.load(transaction, thread.referralId);
    refuse(thread.movesReferral && record.state === 'info_requested' ? answerMovesReferral() : undefined);
    const messageId = this.threads.write(transaction, thread, 'closed', note ?? null);
    this.threads.settle(
      transaction,
      messageId,
      open.map((point) => ({ id: point.id, answer: null })),
    );
    const telling = { to: thread.answererOrganisationId };
    return this.threads.changed(transaction, thread, { messageId, verb: 'close', personId: record.personId, telling });
  }

  /** The last message leaves the thread; points it has answered are open again. What came with a step is taken back with that step. */
  async takeBack(transaction: Transaction, id: string, version: number): Promise<MovedThread> {
    const thread = await this.threads.load(transaction, id, version);
    const last = await transaction.row<Last>('question.last-message', lastMessage, [id]);
    refuse(last?.organisationId === transaction.actor.organisationId ? undefined : notYourTurn());
    const isLast = last !== undefined && !last.hasStep;
    refuse(refusedTakeBack({ kind: last!.kind, at: last!.at, isLast }, this.threads.holdSeconds, new Date()));
    const record = await this.referrals.load(transaction, thread.referralId);
    transaction.send('question.take-back', takeBack, [last!.id]);
    transaction.send('question.unsettle', unsettle, [last!.id]);
    const to = thread.askerOrganisationId === last!.organisationId ? thread.answererOrganisationId : thread.askerOrganisationId;
    const done = { messageId: last!.id, verb: 'take-back', personId: record.personId, telling: { to } };
    return this.threads.changed(transaction, thread, done);
  }
}
