import { calendarDayOf, refuse, type BodyOf } from '@lotse/kernel';
import {
  dueDateInPast,
  messageSent,
  nobodyReads,
  otherSideOf,
  questionAsked,
  refusedTalk,
  type askQuestion,
  type sendMessage,
} from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { Referrals } from '../referrals';
import { QuestionThreads, type MovedThread } from './question-threads';

/** Asks or tells the other side something beside the life of the referral: nothing is moved. */
@Injectable()
export class AskQuestion {
  constructor(
    private readonly referrals: Referrals,
    private readonly threads: QuestionThreads,
  ) {}

  async run(transaction: Transaction, referralId: string, { points, dueOn }: BodyOf<typeof askQuestion>): Promise<MovedThread> {
    refuse(dueOn < calendarDayOf(new Date()) ? dueDateInPast() : undefined);
    const { thread, personId } = await this.begin(transaction, referralId, 'question', dueOn);
    const messageId = this.threads.write(transaction, thread, 'asked', null);
    this.threads.ask(transaction, thread, messageId, points);
    const telling = { event: questionAsked, to: thread.answererOrganisationId };
    return this.threads.changed(transaction, thread, { messageId, verb: 'ask', personId, telling });
  }

  async inform(transaction: Transaction, referralId: string, { text }: BodyOf<typeof sendMessage>): Promise<MovedThread> {
    const { thread, personId } = await this.begin(transaction, referralId, 'information');
    const messageId = this.threads.write(transaction, thread, 'informed', text);
    const telling = { event: messageSent, to: thread.answererOrganisationId };
    return this.threads.changed(transaction, thread, { messageId, verb: 'inform', personId, telling });
  }

  private async begin(transaction: Transaction, referralId: string, kind: 'question' | 'information', dueOn?: string) {
    const record = await this.referrals.load(transaction, referralId);
    const { organisationId } = transaction.actor;
    refuse(refusedTalk(record.state, organisationId, record) ?? (record.recipientSees ? undefined : nobodyReads()));
    const answererOrganisationId = otherSideOf(organisationId, record)!;
    const begun = { referralId, kind, askerOrganisationId: organisationId, answererOrganisationId, movesReferral: false, dueOn };
    return { thread: this.threads.begin(transaction, begun), personId: record.personId };
  }
}
