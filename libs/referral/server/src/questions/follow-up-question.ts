import type { Role } from '@lotse/identity/model';
import { calendarDayOf, refuse, type BodyOf } from '@lotse/kernel';
import { dueDateInPast, notYourTurn, questionAsked, refusedByState, refusedTalk, type followUpQuestion } from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { refusedByRole } from '../permission-of-act';
import { Referrals } from '../referrals';
import { RequestInfo } from '../request-info/request-info';
import { QuestionThreads, type MovedThread } from './question-threads';

/** Asks further points in a thread. While the referral is examined, that hands it back to the referrer as the first question did. */
@Injectable()
export class FollowUpQuestion {
  constructor(
    private readonly referrals: Referrals,
    private readonly threads: QuestionThreads,
    private readonly requestInfo: RequestInfo,
  ) {}

  async run(transaction: Transaction, id: string, version: number, asked: BodyOf<typeof followUpQuestion>): Promise<MovedThread> {
    const thread = await this.threads.load(transaction, id, version);
    const { organisationId, roles } = transaction.actor;
    refuse(thread.askerOrganisationId === organisationId && thread.kind === 'question' ? undefined : notYourTurn());
    refuse(asked.dueOn < calendarDayOf(new Date()) ? dueDateInPast() : undefined);
    const record = await this.referrals.load(transaction, thread.referralId);
    refuse(refusedTalk(record.state, organisationId, record));
    const moves = thread.movesReferral && !refusedByState(record.state, 'request_info') && !refusedByRole('request_info', roles as Role[]);
    if (moves) return (await this.requestInfo.ask(transaction, record, asked, thread)).thread;
    const messageId = this.threads.write(transaction, thread, 'asked', null);
    this.threads.ask(transaction, thread, messageId, asked.points);
    const telling = { event: questionAsked, to: thread.answererOrganisationId };
    const done = { messageId, verb: 'ask', personId: record.personId, telling, dueOn: asked.dueOn };
    return this.threads.changed(transaction, thread, done);
  }
}
