import type { Role } from '@lotse/identity/model';
import { refuse, type BodyOf } from '@lotse/kernel';
import {
  fileNotReady,
  nothingAnswered,
  notYourTurn,
  questionAnswered,
  questionSettled,
  unknownPoint,
  type answerQuestion,
  type MovedReferral,
} from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { refusedByRole } from '../permission-of-act';
import { Referrals, type ReferralRecord } from '../referrals';
import { openThreads, stillWaited } from './question-statements';
import { QuestionThreads, type MovedThread, type OpenPoint, type ThreadRecord } from './question-threads';

type Answers = BodyOf<typeof answerQuestion>;

/** Answers points. What is left stays open; when nothing is left that the referral waits for, it goes back to where it was examined (T07). */
@Injectable()
export class AnswerQuestion {
  constructor(
    private readonly referrals: Referrals,
    private readonly threads: QuestionThreads,
  ) {}

  async run(transaction: Transaction, id: string, version: number, body: Answers): Promise<MovedThread> {
    const thread = await this.threads.load(transaction, id, version);
    const { organisationId, roles } = transaction.actor;
    refuse(thread.answererOrganisationId === organisationId ? undefined : notYourTurn());
    const open = await this.threads.openPoints(transaction, id);
    refuse(refusedAnswers(open, body));
    const record = await this.referrals.load(transaction, thread.referralId);
    const movesOn = await this.movesOn(transaction, thread, record, open.length === body.answers.length);
    if (movesOn) {
      refuse(refusedByRole('provide_info', roles as Role[]));
      await this.referrals.move(transaction, record, 'provide_info');
    }
    const messageId = this.threads.write(transaction, thread, 'answered', body.note ?? null, movesOn);
    this.threads.settle(
      transaction,
      messageId,
      body.answers.map(({ pointId, text }) => ({ id: pointId, answer: text })),
    );
    refuse((await this.threads.sendFiles(transaction, thread, messageId, body.fileIds)) ? undefined : fileNotReady());
    const telling = { event: movesOn ? undefined : questionAnswered, to: thread.askerOrganisationId };
    return this.threads.changed(transaction, thread, { messageId, verb: 'answer', personId: record.personId, telling });
  }

  /** One text for whatever is open: the act of the life as it was before there were points. */
  async all(transaction: Transaction, id: string, version: number, answer: string): Promise<MovedReferral> {
    const record = await this.referrals.load(transaction, id);
    this.referrals.expectVersion(record, version);
    const moved = await this.referrals.move(transaction, record, 'provide_info', { note: answer });
    const open = await transaction.rows<{ id: string }>('question.open-threads', openThreads, [id]);
    for (const { id: threadId } of open) await this.answerWhole(transaction, record, threadId, answer);
    return moved;
  }

  private async answerWhole(transaction: Transaction, record: ReferralRecord, threadId: string, answer: string): Promise<void> {
    const points = await this.threads.openPoints(transaction, threadId);
    const isOne = points.length === 1;
    const asker = record.recipientOrganisationId!;
    const thread = { id: threadId, referralId: record.id, version: 0, askerOrganisationId: asker } as ThreadRecord;
    const messageId = this.threads.write(transaction, thread, 'answered', isOne ? null : answer, true);
    this.threads.settle(
      transaction,
      messageId,
      points.map(({ id }) => ({ id, answer: isOne ? answer : null })),
    );
    const done = { messageId, verb: 'answer', personId: record.personId, telling: { to: asker } };
    await this.threads.changed(transaction, thread, done);
  }

  /** Whether this was the last answer the referral waits for. */
  private async movesOn(transaction: Transaction, thread: ThreadRecord, record: ReferralRecord, isWhole: boolean): Promise<boolean> {
    if (!isWhole || !thread.movesReferral || record.state !== 'info_requested') return false;
    const others = await transaction.row<{ count: number }>('question.still-waited', stillWaited, [record.id, thread.id]);
    return others?.count === 0;
  }
}

/** Why answers cannot be taken: to nothing, to what is settled, or twice to the same. */
function refusedAnswers(open: readonly OpenPoint[], { answers }: Answers) {
  if (open.length === 0) return questionSettled();
  if (answers.length === 0) return nothingAnswered();
  const ids = answers.map(({ pointId }) => pointId);
  const isKnown = ids.every((id) => open.some((point) => point.id === id)) && new Set(ids).size === ids.length;
  return isKnown ? undefined : unknownPoint();
}
