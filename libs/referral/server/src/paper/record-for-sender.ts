import { Refusal, type BodyOf } from '@lotse/kernel';
import { notOnPaper, type MovedReferral, type recordForSender } from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { MoveReferral } from '../move-referral/move-referral';
import { AnswerQuestion } from '../questions/answer-question';
import { Referrals } from '../referrals';
import { noteVoice } from './voices';

const findSender = `
  select sender_organisation_id as "senderId" from paper_referral where referral_id = $1 and organisation_id = current_organisation()`;

/** Writes down what a sender without an account has said: the same acts, with whose word it was. */
@Injectable()
export class RecordForSender {
  constructor(
    private readonly referrals: Referrals,
    private readonly answering: AnswerQuestion,
    private readonly moveReferral: MoveReferral,
  ) {}

  async run(
    transaction: Transaction,
    id: string,
    version: number,
    { act, saidBy, through, text }: BodyOf<typeof recordForSender>,
  ): Promise<MovedReferral> {
    const record = await this.referrals.load(transaction, id);
    this.referrals.expectVersion(record, version);
    const paper = await transaction.row<{ senderId: string }>('paper.sender-of', findSender, [id]);
    if (!paper) throw new Refusal(notOnPaper());
    const moved =
      act === 'provide_info'
        ? await this.answering.all(transaction, id, version, text)
        : await this.moveReferral.run(
            transaction,
            id,
            version,
            act,
            act === 'withdraw' ? { list: 'withdraw', code: 'other', comment: text } : text,
          );
    noteVoice(transaction, id, { organisationId: paper.senderId, name: saidBy, through });
    return moved;
  }
}
